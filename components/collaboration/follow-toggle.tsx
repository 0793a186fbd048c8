"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import type { Subject } from "@/server/collaboration/input";

/** One button for both ways; what it says is what it will do. */
export function FollowToggle({ kind, id, isFollowing }: Subject & { isFollowing: boolean }) {
  const t = useTranslations("collaboration");
  return isFollowing ? (
    <ActionButton
      key="stop"
      label={t("unfollow")}
      act={() => trpc.collaboration.unfollow.mutate({ kind, id })}
    />
  ) : (
    <ActionButton
      key="start"
      label={t("follow")}
      act={() => trpc.collaboration.follow.mutate({ kind, id })}
    />
  );
}
