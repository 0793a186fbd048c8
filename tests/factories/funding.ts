import { v7 } from "uuid";
import { database } from "@/db/client";
import { fundMandates } from "@/db/schema/funding";
import { listEcosystems } from "@/server/regions/queries";
import { region } from "@/server/regions/region";
import { createCaller } from "@/server/trpc/root";
import { as, person, someone } from "./people";

type Someone = Awaited<ReturnType<typeof someone>>;
const api = (who: Someone) => createCaller(who);

export const MANDATE_CENTS = 50_000_000;
const answer = { how: "Fewer falls", forWhom: "Older tenants", measuredBy: "Falls a year" };

export type FundCast = Awaited<ReturnType<typeof fundCast>>;

/** A municipality's fund with an officer and two approvers, and an applicant that owns an intervention. */
export async function fundCast({ budgetCents = 100_000_000 } = {}) {
  const officer = await someone("municipality", "funding-officer");
  const colleague = async (...roles: NonNullable<Parameters<typeof person>[1]>) => {
    const actor = await person(officer.organisation, roles);
    return { ...as(actor), actor, organisation: officer.organisation };
  };
  const applicant = await someone("cluster-organisation", "curator");
  const { id: fundId } = await api(officer).funding.openFund({
    name: `Fund ${v7()}`,
    description: "For parties that work together.",
    language: "en",
    budgetCents,
    conditions: ["At least two parties work together."],
    minimumParties: 2,
  });
  const approvers = [await colleague("approver"), await colleague("approver")] as const;
  for (const { actor } of approvers) await mandate(fundId, actor.personId);
  return {
    officer,
    approvers,
    applicant,
    fundId,
    colleague,
    interventionId: await interventionOf(applicant),
  };
}

/** A mandate, as the fund's owner would have given it. */
export const mandate = (fundId: string, personId: string, limitCents = MANDATE_CENTS) =>
  database().insert(fundMandates).values({ fundId, personId, limitCents });

/** Something to ask money for. */
export async function interventionOf(owner: Someone, partners: string[] = []): Promise<string> {
  const instrument = region().instruments[0]!;
  const { id } = await api(owner).interventions.plan({
    title: "Money for safe homes",
    description: "",
    language: "en",
    instrument: instrument.slug,
    ecosystem: listEcosystems()[0]!.slug,
    element: instrument.elements[0]!,
    partners,
    budgetCents: 1_000_000,
    startsOn: "2027-01-01",
    endsOn: "2028-01-01",
    target: { indicator: "Falls", unit: "a year", baseline: 10, goal: 5, reviewOn: "2028-01-01" },
  });
  return id;
}

export const completeApplication = (given: { amountCents?: number; parties?: string[] } = {}) => ({
  title: "Floors that feel",
  description: "Fit forty homes.",
  language: "en" as const,
  amountCents: 10_000_000,
  cofundingCents: 30_000_000,
  missionTest: { safe: answer, better: answer, just: answer },
  parties: ["A company", "A school"],
  ...given,
});

export const drafted = (cast: FundCast, given: Parameters<typeof completeApplication>[0] = {}) =>
  api(cast.applicant).funding.create({
    ...completeApplication(given),
    fundId: cast.fundId,
    decisionId: null,
    interventionId: cast.interventionId,
  });

export const submitted = async (cast: FundCast, given: Parameters<typeof completeApplication>[0] = {}) =>
  api(cast.applicant).funding.submit(await drafted(cast, given));

export const assessed = async (cast: FundCast, given: Parameters<typeof completeApplication>[0] = {}) =>
  api(cast.officer).funding.assess({
    ...(await submitted(cast, given)),
    advice: "award",
    assessment: "Complete, and it serves the mission well.",
  });

export const sign = (
  who: Someone,
  { id, version }: { id: string; version: number },
  verdict: "award" | "refuse" = "award",
) => api(who).funding.sign({ id, version, verdict, reason: "It meets every condition." });
