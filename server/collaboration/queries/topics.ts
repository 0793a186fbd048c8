import { SUBJECT_KINDS, type SubjectKind } from "@/db/enums";
import type { Subject } from "../input";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What belongs to a programme without being a subject of its own: who may see it may be nudged about these. */
const OF_PROGRAMME = ["narrative", "carets"];

/** The subject that a topic of live updates names or belongs to, or null for one that names none. */
export function subjectOf(topic: string): Subject | null {
  const [kind = "", id, ...rest] = topic.split(":");
  if (rest.length > 0 || !id || !UUID.test(id)) return null;
  if (OF_PROGRAMME.includes(kind)) return { kind: "programme", id };
  return (SUBJECT_KINDS as readonly string[]).includes(kind) ? { kind: kind as SubjectKind, id } : null;
}
