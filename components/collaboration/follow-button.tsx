import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Link } from "@/components/ui/link";
import { COMMENTED_KINDS, type Commented, type Subject } from "@/server/collaboration/input";
import { caller } from "@/server/trpc/caller";
import { FollowToggle } from "./follow-toggle";
import { PresentPeople } from "./present-people";

/** Follow or stop following, and who else is here; a visitor is asked to sign in. */
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
    <>
      <FollowToggle
        kind={kind}
        id={id}
        isFollowing={isFollowing}
        label={t(isFollowing ? "unfollow" : "follow")}
      />
      {isCommented(kind) && (
        <FeatureMessages namespaces={["collaboration.present"]}>
          <PresentPeople kind={kind} id={id} />
        </FeatureMessages>
      )}
    </>
  );
}

const isCommented = (kind: Subject["kind"]): kind is Commented["kind"] =>
  (COMMENTED_KINDS as readonly string[]).includes(kind);
