/** Closed word lists. They are text in the database, held by CHECK constraints made from these same lists. */
export const LANGUAGES = ["nl", "en"] as const;
export const ELEMENTS = [
  "formal-institutions",
  "culture",
  "infrastructure",
  "demand",
  "networks",
  "leadership",
  "talent",
  "finance",
  "knowledge",
  "intermediate-services",
] as const;
export const PHASES = ["birth", "growth", "maturity", "decline"] as const;
export const RATINGS = ["weak", "average", "strong", "not-assessed"] as const;
export const RATING_BASES = ["measured", "judged"] as const;
export const ROUND_STATES = ["draft", "published"] as const;

export const ORGANISATION_KINDS = [
  "ministry",
  "municipality",
  "province",
  "ngo",
  "international-organisation",
  "company",
  "education",
  "research",
  "financier",
  "cluster-organisation",
] as const;
export const ROLES = [
  "manager",
  "buyer",
  "curator",
  "analyst",
  "reviewer",
  "entrepreneur",
  "partner",
  "funding-officer",
  "approver",
  "controller",
] as const;

export const INTERVENTION_STATES = ["planned", "running", "completed", "stopped"] as const;

export const CERTAINTIES = ["idea", "draft-budget", "budgeted", "announced"] as const;
export const PROCEDURES = [
  "open",
  "restricted",
  "negotiated",
  "competitive-dialogue",
  "innovation-partnership",
  "below-threshold",
  "unknown",
] as const;
export const VISIBILITIES = ["public", "signed-in", "invited", "organisation"] as const;
export const WINDOW_PRECISIONS = ["quarter", "date"] as const;
export const IMPORT_FORMATS = ["csv", "xlsx", "ocds"] as const;
export const IMPORT_STATES = [
  "uploaded",
  "checking",
  "checked",
  "running",
  "done",
  "undoing",
  "undone",
] as const;
/** What a row of an import is, compared with the needs its buyer has. */
export const IMPORT_OUTCOMES = ["new", "changed", "unchanged", "wrong"] as const;
export const NEED_STATES = ["draft", "published", "fulfilled", "withdrawn"] as const;

export const PROGRAMME_STATES = ["draft", "published", "closed"] as const;
export const CONSENT_STATES = [
  "proposed",
  "consented",
  "refused",
  "withdrawn",
  "fixed",
  "released",
  "moved",
] as const;
export const REGROUPING_KINDS = ["split", "merge"] as const;
export const PLEDGE_KINDS = ["capacity", "training", "research", "capital"] as const;
export const PLEDGE_STATES = ["offered", "withdrawn"] as const;

export const CHALLENGE_PROCEDURES = [
  "startup-in-residence",
  "sbir",
  "innovation-partnership",
  "open-call",
] as const;
export const CHALLENGE_STATES = [
  "draft",
  "proposed",
  "returned",
  "accepted",
  "open",
  "under-review",
  "decided",
  "cancelled",
] as const;
export const CONFLICT_STATES = ["undeclared", "none", "conflict"] as const;
export const RESPONSE_STATES = ["draft", "submitted", "withdrawn"] as const;
export const REVIEW_STATES = ["draft", "submitted"] as const;

export const FUND_STATES = ["open", "closed"] as const;
export const APPLICATION_STATES = [
  "draft",
  "submitted",
  "assessed",
  "awarded",
  "refused",
  "withdrawn",
] as const;

export const DECISION_KINDS = ["selection", "award", "refusal"] as const;

/** How often someone is written to about what they follow and what waits for them. */
export const MAIL_FREQUENCIES = ["at-once", "daily", "weekly", "none"] as const;
/** `sending` is also what stays of a mail of which it is not known whether the mail server took it. */
export const MAIL_STATES = ["waiting", "sending", "sent", "empty", "refused"] as const;

/** What an event, a follow, a history or a live topic can be about. */
export const SUBJECT_KINDS = [
  "organisation",
  "person",
  "diagnosis",
  "intervention",
  "need",
  "programme",
  "pledge",
  "suggestion",
  "challenge",
  "response",
  "review",
  "fund",
  "application",
  "decision",
  "comment",
] as const;

/** What is followed beside objects: a place in the diagnosis, and so whatever concerns it. */
export const AREA_KINDS = ["ecosystem", "cell"] as const;

/** Who of those that may see an object may read a comment on it. */
export const AUDIENCES = ["all", "organisation"] as const;

export type Language = (typeof LANGUAGES)[number];
export type ElementSlug = (typeof ELEMENTS)[number];
export type Phase = (typeof PHASES)[number];
export type Rating = (typeof RATINGS)[number];
export type RatingBasis = (typeof RATING_BASES)[number];
export type RoundState = (typeof ROUND_STATES)[number];
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
export type Role = (typeof ROLES)[number];
export type InterventionState = (typeof INTERVENTION_STATES)[number];
export type Certainty = (typeof CERTAINTIES)[number];
export type Procedure = (typeof PROCEDURES)[number];
export type Visibility = (typeof VISIBILITIES)[number];
export type WindowPrecision = (typeof WINDOW_PRECISIONS)[number];
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
export type ImportState = (typeof IMPORT_STATES)[number];
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
export type NeedState = (typeof NEED_STATES)[number];
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];
export type ConsentState = (typeof CONSENT_STATES)[number];
export type RegroupingKind = (typeof REGROUPING_KINDS)[number];
export type PledgeKind = (typeof PLEDGE_KINDS)[number];
export type PledgeState = (typeof PLEDGE_STATES)[number];
export type ChallengeProcedure = (typeof CHALLENGE_PROCEDURES)[number];
export type ChallengeState = (typeof CHALLENGE_STATES)[number];
export type ConflictState = (typeof CONFLICT_STATES)[number];
export type ResponseState = (typeof RESPONSE_STATES)[number];
export type ReviewState = (typeof REVIEW_STATES)[number];
export type FundState = (typeof FUND_STATES)[number];
export type ApplicationState = (typeof APPLICATION_STATES)[number];
export type DecisionKind = (typeof DECISION_KINDS)[number];
export type Audience = (typeof AUDIENCES)[number];
export type MailFrequency = (typeof MAIL_FREQUENCIES)[number];
export type MailState = (typeof MAIL_STATES)[number];
export type AreaKind = (typeof AREA_KINDS)[number];
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
