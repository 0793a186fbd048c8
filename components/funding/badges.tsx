import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ApplicationState, DecisionKind, FundState } from "@/db/enums";

const applicationTones: Record<ApplicationState, BadgeTone> = {
  draft: "neutral",
  submitted: "current",
  assessed: "current",
  awarded: "positive",
  refused: "negative",
  withdrawn: "closed",
};
const decisionTones: Record<DecisionKind, BadgeTone> = {
  selection: "current",
  award: "positive",
  refusal: "negative",
};

export function ApplicationBadge({ status }: { status: ApplicationState }) {
  const t = useTranslations("funding");
  return <Badge tone={applicationTones[status]}>{t(`applicationState.${status}`)}</Badge>;
}

export function DecisionBadge({ kind }: { kind: DecisionKind }) {
  const t = useTranslations("funding");
  return <Badge tone={decisionTones[kind]}>{t(`decisionKind.${kind}`)}</Badge>;
}

export function FundBadge({ status }: { status: FundState }) {
  const t = useTranslations("funding");
  return <Badge tone={status === "open" ? "positive" : "closed"}>{t(`fundState.${status}`)}</Badge>;
}

export function DemonstrationBadge({ shown }: { shown: boolean }) {
  const t = useTranslations("funding");
  return shown ? <Badge tone="attention">{t("demonstration")}</Badge> : null;
}
