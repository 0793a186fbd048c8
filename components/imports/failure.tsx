import { getTranslations } from "next-intl/server";
import { issueSentence, type Translate } from "@/components/forms/failure";
import { Notice } from "@/components/ui/notice";
import type { ImportShown } from "@/server/imports/queries";

/** Why the last step did not end well; nothing of it was kept. */
export async function Failure({ file: { failure, isLost } }: { file: ImportShown }) {
  if (!failure && !isLost) return null;
  const t = (await getTranslations()) as unknown as Translate;
  return (
    <Notice kind="error" live title={t(isLost ? "imports.lost" : "imports.failed")}>
      {failure && <p>{issueSentence({ key: failure }, t)}</p>}
    </Notice>
  );
}
