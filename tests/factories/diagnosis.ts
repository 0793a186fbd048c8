import type { RateCell } from "@/server/ecosystem/input";
import { listEcosystems } from "@/server/regions/queries";

export const cluster = () => listEcosystems().find(({ kind }) => kind === "cluster")!.slug;

/** A judged rating of the cluster's leadership. */
export const judged = (given: Partial<RateCell>): RateCell => ({
  id: "",
  version: 1,
  ecosystem: cluster(),
  element: "leadership",
  rating: "strong",
  basis: "judged",
  language: "nl",
  ground: "Drie partijen trekken nu samen de agenda.",
  evidence: "Gesprekken met twaalf partijen in maart",
  measurement: null,
  ...given,
});
