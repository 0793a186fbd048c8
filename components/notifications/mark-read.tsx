"use client";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";

export function MarkRead({ seq, label }: { seq: number; label: string }) {
  return <ActionButton label={label} act={() => trpc.notifications.markRead.mutate({ seq })} />;
}
