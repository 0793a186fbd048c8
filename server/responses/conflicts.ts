export type Hint = "organisation" | "registration-number" | "email-domain";

export type Tied = {
  organisationId: string;
  registrationNumber: string | null;
  emailDomain: string | null;
};

/**
 * What suggests that a reviewer is tied to a respondent: the same organisation, the same registration number, or the
 * same e-mail domain. A hint is a reason to ask, only the same organisation a ban.
 * @param homes the organisations the reviewer is a member of
 * @param email the reviewer's own address; null once erased
 */
export function conflictHints(homes: readonly Tied[], email: string | null, respondent: Tied): Hint[] {
  const hints: Hint[] = [];
  if (homes.some((home) => home.organisationId === respondent.organisationId)) hints.push("organisation");
  const number = plain(respondent.registrationNumber);
  if (number && homes.some((home) => plain(home.registrationNumber) === number))
    hints.push("registration-number");
  const domain = respondent.emailDomain?.toLowerCase();
  const domains = [email?.split("@")[1], ...homes.map((home) => home.emailDomain)];
  if (domain && domains.some((other) => other?.toLowerCase() === domain)) hints.push("email-domain");
  return hints;
}

/** Registration numbers are written with and without points and spaces. */
const plain = (number: string | null) => number?.replace(/[^0-9a-z]/gi, "").toLowerCase() || null;
