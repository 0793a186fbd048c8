import type { NeedState, Visibility } from "@/db/enums";
import { type Actor, actsFor, holds, holdsUnverified, isPerson } from "../core/actor";
import { definePolicy } from "../core/policy";

export type NeedRow = {
  status: NeedState;
  buyerId: string;
  visibility: Visibility;
  publishedAt: Date | null;
  /** Whether the organisation acted for was invited to see it. */
  isInvited?: boolean;
};

const buyer = {
  who: "a buyer of the need's organisation",
  denied: "needs.onlyBuyer",
  allows: (actor: Actor, row: NeedRow) => actsFor(actor, row.buyerId) && holds(actor, "buyer"),
};
const drafter = {
  ...buyer,
  allows: (actor: Actor, row: NeedRow) => actsFor(actor, row.buyerId) && holdsUnverified(actor, "buyer"),
};

export const needPolicy = definePolicy<
  NeedRow,
  "read" | "create" | "change" | "publish" | "move" | "withdraw" | "fulfil"
>({
  subject: "need",
  rules: {
    read: {
      who: "its own organisation; once published, those its visibility names",
      denied: "notFound",
      allows: (actor, row) => {
        if (actsFor(actor, row.buyerId)) return true;
        if (row.publishedAt === null) return false;
        if (row.visibility === "public") return true;
        if (row.visibility === "signed-in") return isPerson(actor);
        return row.visibility === "invited" && row.isInvited === true;
      },
    },
    create: { ...drafter, who: "a buyer of any organisation that procures", denied: "needs.onlyBuyers" },
    change: drafter,
    publish: {
      ...buyer,
      who: "a buyer of the need's organisation, once that organisation is verified",
      denied: "needs.onlyVerifiedBuyer",
    },
    move: buyer,
    withdraw: buyer,
    fulfil: buyer,
  },
});
