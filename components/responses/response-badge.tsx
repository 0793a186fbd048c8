import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ResponseState } from "@/db/enums";

const TONES = { draft: "attention", submitted: "current", withdrawn: "closed" } as const;

/** What became of a response: its own state and, once the client decided, the outcome. */
export function ResponseBadge({ status, outcome }: { status: ResponseState; outcome: boolean | null }) {
  const t = useTranslations("responses");
  if (status === "submitted" && outcome !== null)
    return (
      <Badge tone={outcome ? "positive" : "closed"}>
        {t(`state.${outcome ? "selected" : "notSelected"}`)}
      </Badge>
    );
  return <Badge tone={TONES[status]}>{t(`state.${status}`)}</Badge>;
}
