import type { SubjectKind } from "@/db/enums";

const FOLDERS: Partial<Record<SubjectKind, string>> = {
  organisation: "/organisations",
  diagnosis: "/ecosystem/rounds",
  intervention: "/interventions",
  need: "/needs",
  programme: "/programmes",
  challenge: "/challenges",
  response: "/responses",
  fund: "/funding",
  application: "/applications",
  decision: "/decisions",
};

/** The page of a subject, or null for what has none of its own. */
export function subjectHref(kind: SubjectKind, id: string): string | null {
  const folder = FOLDERS[kind];
  return folder ? `${folder}/${id}` : null;
}
