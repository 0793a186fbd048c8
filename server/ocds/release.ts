import type { Certainty, Language, NeedState, Procedure, WindowPrecision } from "@/db/enums";

/** What a visitor could read of a need at one moment. */
export type PublicNeed = {
  id: string;
  reference: string | null;
  title: string;
  description: string;
  language: Language;
  windowStart: string;
  windowEnd: string;
  windowPrecision: WindowPrecision;
  valueMinCents: number;
  valueMaxCents: number;
  certainty: Certainty;
  cpv: string | null;
  theme: string | null;
  ecosystems: string[];
  place: string;
  procedure: Procedure;
  skills: string[];
  questions: string[];
  status: Exclude<NeedState, "draft">;
  withdrawReason: string | null;
  becameUrl: string | null;
  buyer: { id: string; name: string };
  /** The programmes that it is bundled in with its buyer's consent; the one that it is fixed in first. */
  programmes: { id: string; title: string }[];
};

export type Published = {
  ocid: string;
  /** Which release of the process, from 1. */
  number: number;
  at: Date;
};

/** How the standard's codelist calls a procedure; where it has no word, only our own is given. */
const METHODS: Partial<Record<Procedure, string>> = {
  open: "open",
  restricted: "selective",
  negotiated: "selective",
  "competitive-dialogue": "selective",
  "innovation-partnership": "selective",
};

/** A process that is only considered, or one that is scheduled. */
const STATUS: Record<Certainty, string> = {
  idea: "planning",
  "draft-budget": "planning",
  budgeted: "planned",
  announced: "planned",
};

/**
 * The planning release of a need (OCDS 1.1). What the standard has no field for stands in `planning.need`, the extension
 * that `extension.ts` describes; nothing that a visitor may read is left out. A later release says null of what is not
 * there any more, for what it leaves out stays as it was.
 * @param need null once it may no longer be read: the process ends, and everything that was said of it is taken back
 */
export function releaseOf(need: PublicNeed | null, published: Published) {
  const nothing = published.number === 1 ? undefined : null;
  return {
    ocid: published.ocid,
    id: `${published.ocid}-${published.number}`,
    date: published.at.toISOString(),
    tag: [published.number === 1 ? "planning" : "planningUpdate"],
    initiationType: "tender",
    language: need?.language ?? nothing,
    ...(need && { parties: [{ ...need.buyer, roles: ["buyer"] }], buyer: need.buyer }),
    planning: planningOf(need, published.at, nothing),
    tender: tenderOf(need, nothing),
  };
}

export type PlanningRelease = ReturnType<typeof releaseOf>;

type Nothing = null | undefined;

function planningOf(need: PublicNeed | null, at: Date, nothing: Nothing) {
  const [programme] = need?.programmes ?? [];
  return {
    id: need?.reference || nothing,
    budget: { projectID: programme?.id ?? nothing, project: programme?.title ?? nothing },
    documents: documentsOf(need, nothing),
    ...ending(need, at, nothing),
    need: need && {
      status: need.status,
      certainty: need.certainty,
      windowPrecision: need.windowPrecision,
      theme: need.theme,
      ecosystems: need.ecosystems,
      skills: need.skills,
      questions: need.questions,
      programmes: need.programmes.map(({ id }) => id),
      visibility: "public",
    },
  };
}

/** A need that became a tender never comes back from that; only when nothing is said any more, it is taken back. */
function documentsOf(need: PublicNeed | null, nothing: Nothing) {
  if (need?.becameUrl) return [{ id: "became", documentType: "tenderNotice", url: need.becameUrl }];
  return need || nothing === undefined ? undefined : [{ id: "became", documentType: null, url: null }];
}

/** Of the two words that the standard has for a plan that ends, the one that does not say that a tender failed. */
function ending(need: PublicNeed | null, at: Date, nothing: Nothing) {
  const hasEnded = need === null || need.status === "withdrawn";
  return {
    finalStatus: hasEnded ? "cancelled" : nothing,
    finalStatusDetails: hasEnded ? (need?.withdrawReason ?? "No longer public") : nothing,
    finalStatusDate: hasEnded ? at.toISOString() : nothing,
  };
}

function tenderOf(need: PublicNeed | null, nothing: Nothing) {
  const hasEnded = need === null || need.status === "withdrawn";
  return {
    id: "tender",
    title: need?.title ?? nothing,
    description: need?.description || nothing,
    status: hasEnded ? "withdrawn" : STATUS[need.certainty],
    items: itemsOf(need?.cpv ?? null, nothing),
    minValue: euros(need?.valueMinCents, nothing),
    value: euros(need?.valueMaxCents, nothing),
    procurementMethod: (need && METHODS[need.procedure]) ?? nothing,
    procurementMethodDetails: need?.procedure ?? nothing,
    tenderPeriod: {
      startDate: need ? `${need.windowStart}T00:00:00Z` : nothing,
      endDate: need ? `${need.windowEnd}T23:59:59Z` : nothing,
    },
    deliveryAddresses: placesOf(need?.place || null, nothing),
  };
}

function itemsOf(cpv: string | null, nothing: Nothing) {
  if (cpv === null && nothing === undefined) return undefined;
  return [{ id: "1", classification: { scheme: cpv === null ? null : "CPV", id: cpv } }];
}

function placesOf(place: string | null, nothing: Nothing) {
  if (place === null && nothing === undefined) return undefined;
  return [{ description: place }];
}

const euros = (cents: number | undefined, nothing: Nothing) => ({
  amount: cents === undefined ? nothing : cents / 100,
  currency: cents === undefined ? nothing : "EUR",
});
