import { defineLifecycle } from "../core/lifecycle";

export type OrganisationStatus = "unverified" | "verified";

export const organisationLifecycle = defineLifecycle<OrganisationStatus, "verify" | "rename">({
  subject: "organisation",
  initial: "unverified",
  transitions: {
    unverified: { verify: "verified", rename: "unverified" },
    // Under another name or number it is not the organisation that was verified.
    verified: { rename: "unverified" },
  },
});

export const statusOf = (row: { verifiedAt: Date | null }): OrganisationStatus =>
  row.verifiedAt ? "verified" : "unverified";
