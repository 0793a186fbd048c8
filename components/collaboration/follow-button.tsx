import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import type { Subject } from "@/server/collaboration/input";
import { caller } from "@/server/trpc/caller";
import { FollowToggle } from "./follow-toggle";

/** Follow or stop following; a visitor is asked to sign in. */
export async function FollowButton({ kind, id }: Subject) {
  const [api, t] = await Promise.all([caller(), getTranslations("collaboration")]);
  const isFollowing = await api.collaboration.following({ kind, id });
  if (isFollowing === null)
    return (
      <Link href="/sign-in" className="py-2">
        {t("signInToFollow")}
      </Link>
    );
  return (
    <FollowToggle
      kind={kind}
      id={id}
      isFollowing={isFollowing}
      label={t(isFollowing ? "unfollow" : "follow")}
    />
  );
}
