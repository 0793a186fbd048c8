import { type Issue, type Said, sayingOf } from "@/server/core/issues";
import type { Translate } from "./failure";
import { sentenceOfKey } from "./failure";

export type { Issue };

/** What the resolver writes as the message of an issue, for `errorText` to read. */
export const encodeIssue = (issue: Issue): string => JSON.stringify(sayingOf(issue));

/** The sentence at a field. A message that is a key ("needs.windowOrder") is the feature's own. */
export function errorText(message: string, t: Translate): string {
  const said = decode(message);
  if (said) return t(`forms.wrong.${said.key}`, said.params);
  return /^[a-z][\w-]*\.[\w-]+$/i.test(message) ? sentenceOfKey(message, t) : t("forms.wrong.other");
}

function decode(message: string): Said | null {
  if (!message.startsWith("{")) return null;
  try {
    return JSON.parse(message) as Said;
  } catch {
    return null;
  }
}
