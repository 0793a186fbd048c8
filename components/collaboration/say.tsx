"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import type { Audience } from "@/db/enums";
import type { Commented } from "@/server/collaboration/input";

/** Loaded when someone wants to say something. */
const SayForm = dynamic(() => import("./say-form").then((module) => module.SayForm));

/** Begins a thread about an object. */
export function NewComment({ on, audiences }: { on: Commented; audiences: Audience[] }) {
  const t = useTranslations("collaboration.comments");
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{t("new")}</Button>
      </p>
    );
  return (
    <SayForm
      name={`comment:${on.kind}:${on.id}`}
      on={on}
      audiences={audiences}
      submitLabel={t("post")}
      submit={(said) => trpc.collaboration.postComment.mutate({ on, ...said })}
      close={() => setOpen(false)}
    />
  );
}
