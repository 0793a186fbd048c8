import type { Chain, ChainNode } from "@/server/collaboration/queries/chain";

/** The links of the chain, in order; an application stands between selection and award. */
export const LINKS = [
  "cell",
  "intervention",
  "programme",
  "need",
  "challenge",
  "selection",
  "application",
  "award",
  "outcome",
] as const;
export type LinkName = (typeof LINKS)[number];

export type LinkItem = {
  id: string;
  title: string;
  language: string | null;
  /** Key of its state below `collaboration.state`, if it has one. */
  state: string | null;
  isSettled: boolean;
  href: string;
  amountCents: number | null;
  isDemonstration: boolean;
};

/** What stands at each link of a chain, as what a page shows of it. */
export function itemsOf(chain: Chain, locale: "nl" | "en"): Record<LinkName, LinkItem[]> {
  return {
    cell: chain.cells.map((cell) => ({
      id: cell.id,
      title: `${cell.elementName[locale]}, ${cell.ecosystemName[locale]}`,
      language: null,
      state: `cell.${cell.rating}`,
      isSettled: true,
      href: `/ecosystem/${cell.id}`,
      amountCents: null,
      isDemonstration: false,
    })),
    intervention: chain.interventions.map(item("intervention", "/interventions")),
    programme: chain.programmes.map(item("programme", "/programmes")),
    need: chain.needs.map(item("need", "/needs")),
    challenge: chain.challenges.map(item("challenge", "/challenges")),
    selection: chain.selections.map(item("decision", "/decisions")),
    application: chain.applications.map(item("application", "/applications")),
    award: chain.awards.map(item("decision", "/decisions")),
    outcome: chain.outcomes.map(({ interventionId, title, language, target, result }) => ({
      id: interventionId,
      title: `${title}: ${result.value} ${target.unit}`,
      language,
      state:
        result.value >= target.goal === target.goal >= target.baseline ? "outcome.reached" : "outcome.missed",
      isSettled: true,
      href: `/interventions/${interventionId}`,
      amountCents: null,
      isDemonstration: chain.interventions.some((node) => node.id === interventionId && node.isDemonstration),
    })),
  };
}

/** At which link the object of this chain itself stands. */
export function linkOf(chain: Chain): LinkName {
  if (chain.at.kind !== "decision") return chain.at.kind;
  return chain.selections.some((node) => node.id === chain.at.id) ? "selection" : "award";
}

const SETTLED = [
  "completed",
  "stopped",
  "closed",
  "fulfilled",
  "withdrawn",
  "decided",
  "cancelled",
  "awarded",
  "refused",
];

const item =
  (kind: string, folder: string) =>
  (node: ChainNode): LinkItem => ({
    id: node.id,
    title: node.title,
    language: node.language,
    state: `${kind}.${node.status}`,
    isSettled: kind === "decision" || SETTLED.includes(node.status),
    href: `${folder}/${node.id}`,
    amountCents: node.amountCents,
    isDemonstration: node.isDemonstration,
  });

/** Where the missing link can be made, from the nearest thing that is there. */
export function placeToFill(link: LinkName, items: Record<LinkName, LinkItem[]>): string | null {
  const first = (name: LinkName) => items[name][0]?.id;
  const [ecosystem, element] = (first("cell") ?? "").split("/");
  switch (link) {
    case "cell":
      return "/ecosystem";
    case "intervention":
      return element ? `/interventions/new?ecosystem=${ecosystem}&element=${element}` : "/interventions/new";
    case "programme":
      return first("intervention")
        ? `/programmes/new?intervention=${first("intervention")}`
        : "/programmes/new";
    case "need":
      return "/needs/new";
    case "challenge":
      return `/challenges/new${query({ need: first("need"), programme: first("programme") })}`;
    case "selection":
      return first("challenge") ? `/challenges/${first("challenge")}` : null;
    case "award":
      // What was asked for already is not asked for again.
      if (items.application.some(({ state }) => state !== "application.withdrawn")) return null;
      return first("selection") || first("intervention") ? "/funding" : null;
    default:
      return null;
  }
}

function query(known: Record<string, string | undefined>): string {
  const there = Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return there.length > 0 ? `?${new URLSearchParams(there)}` : "";
}
