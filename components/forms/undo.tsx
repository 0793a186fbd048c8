"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useAction } from "./use-action";

type Props = {
  /** What was done, as a sentence. */
  done: string;
  /** The act that takes it back: an ordinary one, which history keeps too. */
  undo: () => Promise<unknown>;
  /** Taken back, or waved away. */
  gone: () => void;
};

/** Says at the foot of the page what was just done, with the way back. It stays until it is used or waved away. */
export function Undo({ done, undo, gone }: Props) {
  const t = useTranslations("forms");
  const router = useRouter();
  const { run, busy, sentence } = useAction(undo, () => {
    gone();
    router.refresh();
  });
  return (
    <div role="status" className="undo no-print">
      <p>{sentence ?? done}</p>
      {!sentence && (
        <Button small busy={busy} onClick={() => void run()}>
          {t("undo")}
        </Button>
      )}
      <Button small variant="subtle" onClick={gone}>
        {t("close")}
      </Button>
    </div>
  );
}
