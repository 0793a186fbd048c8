import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ChallengePhase } from "@/server/challenges/lifecycle";

const TONES: Record<ChallengePhase, BadgeTone> = {
  draft: "neutral",
  proposed: "attention",
  returned: "attention",
  accepted: "current",
  open: "positive",
  closed: "current",
  "under-review": "current",
  decided: "closed",
  cancelled: "closed",
};

export function PhaseBadge({ phase }: { phase: ChallengePhase }) {
  const t = useTranslations("challenges");
  return <Badge tone={TONES[phase]}>{t(`phase.${phase}`)}</Badge>;
}
