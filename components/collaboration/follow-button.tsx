import { getTranslations } from "next-intl/server";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Link } from "@/components/ui/link";
import { COMMENTED_KINDS, type Commented, type Followed } from "@/server/collaboration/input";
import { caller } from "@/server/trpc/caller";
import { FollowToggle } from "./follow-toggle";
import { PresentPeople } from "./present-people";

/** Follow or stop following, and who else is here; a visitor is asked to sign in. Named where the page is about more. */
export async function FollowButton({ name, ...followed }: Followed & { name?: string }) {
  const { kind, id } = followed;
  const [api, t] = await Promise.all([caller(), getTranslations("collaboration")]);
  const isFollowing = await api.collaboration.following(followed);
  const say = (what: "follow" | "unfollow" | "signInToFollow") =>
    name ? t(`named.${what}`, { name }) : t(what);
  if (isFollowing === null)
    return (
      <Link href="/sign-in" className="py-2">
        {say("signInToFollow")}
      </Link>
    );
  return (
    <>
      <FollowToggle
        followed={followed}
        isFollowing={isFollowing}
        label={say(isFollowing ? "unfollow" : "follow")}
      />
      {isCommented(kind) && (
        <FeatureMessages namespaces={["collaboration.present"]}>
          <PresentPeople kind={kind} id={id} />
        </FeatureMessages>
      )}
    </>
  );
}

const isCommented = (kind: Followed["kind"]): kind is Commented["kind"] =>
  (COMMENTED_KINDS as readonly string[]).includes(kind);
