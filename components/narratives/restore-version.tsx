"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { localPath } from "@/components/ui/local-path";

/** Asks once, then writes the version again as a new change. */
export function RestoreVersion(version: { programmeId: string; versionId: string }) {
  const t = useTranslations("narratives");
  const locale = useLocale();
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("do.restore")}</Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t("do.restore")}
        closeLabel={t("do.cancel")}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t("do.cancel")}</Button>
            <ActionButton
              variant="primary"
              label={t("do.restoreNow")}
              act={() => trpc.narratives.restore.mutate(version)}
              done={() => router.push(localPath(`/programmes/${version.programmeId}/narrative`, locale))}
            />
          </>
        }
      >
        <p>{t("versions.confirm")}</p>
      </Dialog>
    </>
  );
}
