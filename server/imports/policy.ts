import { type Actor, actsFor, holdsUnverified } from "../core/actor";
import { definePolicy } from "../core/policy";

export type ImportRow = { buyerId: string };

const buyer = {
  who: "a buyer of the organisation whose needs they are",
  denied: "needs.onlyBuyers",
  allows: (actor: Actor, row: ImportRow) => actsFor(actor, row.buyerId) && holdsUnverified(actor, "buyer"),
};

export const importPolicy = definePolicy<ImportRow, "read" | "upload" | "check" | "run" | "undo">({
  subject: "import",
  rules: {
    read: { ...buyer, denied: "notFound" },
    upload: { ...buyer, who: "a buyer of any organisation that procures" },
    check: buyer,
    run: { ...buyer, who: "a buyer of the organisation; needs are published once it is verified" },
    undo: buyer,
  },
});
