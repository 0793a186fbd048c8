import type { PastEvent } from "@/server/collaboration/queries/history";

/** Texts of the namespace `collaboration`. */
type Texts = ((key: string, values?: Record<string, string | number>) => string) & {
  has: (key: string) => boolean;
};

/** What was done, in words: "Need published". */
export function sentenceOfEvent({ verb, kind }: Pick<PastEvent, "verb" | "kind">, t: Texts): string {
  const [about, past] = verb.split(".");
  if (t.has(`verb.${about}.${past}`)) return t(`verb.${about}.${past}`);
  return t("verb.unknown", { kind: t(`kind.${kind}`) });
}

/** Who did it, and for whom; an erased person stays a person without a name. */
export function whoDid(event: PastEvent, t: Texts): string {
  const who = event.isErased ? t("erasedAccount") : event.actorName;
  const organisation = event.organisationName;
  if (who && organisation) return t("whoFor", { who, organisation });
  if (who) return who;
  if (organisation) return t("someoneOf", { organisation });
  return t(event.hasActor ? "someone" : "byItself");
}
