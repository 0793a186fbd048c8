"use client";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import type { Followed } from "@/server/collaboration/input";

/** One button for both ways; what it says is what it will do. */
export function FollowToggle({
  followed,
  isFollowing,
  label,
}: {
  followed: Followed;
  isFollowing: boolean;
  label: string;
}) {
  const act = isFollowing ? trpc.collaboration.unfollow : trpc.collaboration.follow;
  return <ActionButton key={label} label={label} act={() => act.mutate(followed)} />;
}
