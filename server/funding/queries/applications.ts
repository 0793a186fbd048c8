import { and, asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { persons } from "@/db/schema/accounts";
import {
  applications,
  decisionPublications,
  decisions,
  fundMandates,
  funds,
  signatures,
} from "@/db/schema/funding";
import { interventions } from "@/db/schema/interventions";
import { memberships, organisations } from "@/db/schema/organisations";
import { personId } from "../../core/actor";
import type { Context, Transaction } from "../../core/context";
import { found } from "../../core/errors";
import { type Ability, abilitiesOf, allows } from "../../core/policy";
import { applicationLifecycle, missingForSubmission, multiplierOf } from "../lifecycle";
import { type ApplicationRow, applicationPolicy, decisionPolicy, refusalToSign } from "../policy";
import { applicationsVisibleTo, decisionsVisibleTo } from "../visible";

const applicant = {
  id: organisations.id,
  name: organisations.name,
  isDemonstration: organisations.isDemonstration,
};
const officers = alias(persons, "officers");

/** Applications that this person may see: the own ones, and those that were submitted to the own funds. */
export async function listApplications(ctx: Context, { fundId }: { fundId?: string }) {
  return ctx.db
    .select({
      id: applications.id,
      title: applications.title,
      language: applications.language,
      status: applications.status,
      amountCents: applications.amountCents,
      cofundingCents: applications.cofundingCents,
      submittedAt: applications.submittedAt,
      fund: { id: funds.id, name: funds.name },
      applicant,
    })
    .from(applications)
    .innerJoin(funds, eq(funds.id, applications.fundId))
    .innerJoin(organisations, eq(organisations.id, applications.applicantId))
    .where(and(applicationsVisibleTo(ctx.actor), fundId ? eq(applications.fundId, fundId) : undefined))
    .orderBy(desc(applications.updatedAt), desc(applications.id));
}

/** What policy and commands need to know of this person and an application. */
export async function rightsOf(
  db: Context["db"] | Transaction,
  ctx: Context,
  application: { fundId: string; applicantId: string },
): Promise<Pick<ApplicationRow, "isOfApplicant" | "mandateCents">> {
  const me = personId(ctx.actor);
  if (!me) return { isOfApplicant: false, mandateCents: null };
  const [member] = await db
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.personId, me), eq(memberships.organisationId, application.applicantId)));
  const [mandate] = await db
    .select({ limitCents: fundMandates.limitCents })
    .from(fundMandates)
    .where(and(eq(fundMandates.fundId, application.fundId), eq(fundMandates.personId, me)));
  return { isOfApplicant: member !== undefined, mandateCents: mandate?.limitCents ?? null };
}

/** One application with its assessment, its signatures and what this person may do now. */
export async function getApplication(ctx: Context, { id }: { id: string }) {
  const { application, fund, ...row } = found(
    (
      await ctx.db
        .select({
          application: applications,
          fund: funds,
          applicant,
          officer: officers.name,
          intervention: interventions.title,
        })
        .from(applications)
        .innerJoin(funds, eq(funds.id, applications.fundId))
        .innerJoin(organisations, eq(organisations.id, applications.applicantId))
        .leftJoin(officers, eq(officers.id, applications.assessedBy))
        .leftJoin(interventions, eq(interventions.id, applications.interventionId))
        .where(and(eq(applications.id, id), applicationsVisibleTo(ctx.actor)))
    )[0],
  );
  const [rights, signed, made, [selection]] = await Promise.all([
    rightsOf(ctx.db, ctx, application),
    ctx.db
      .select({ signature: signatures, name: persons.name })
      .from(signatures)
      .innerJoin(persons, eq(persons.id, signatures.personId))
      .where(eq(signatures.applicationId, id))
      .orderBy(asc(signatures.signedAt)),
    decisionOf(ctx, id),
    application.responseId
      ? ctx.db
          .select({ id: decisions.id, title: decisions.title, language: decisions.language })
          .from(decisions)
          .where(and(eq(decisions.kind, "selection"), eq(decisions.responseId, application.responseId)))
      : [],
  ]);
  const known: ApplicationRow = {
    ...application,
    fundOwnerId: fund.ownerId,
    ...rights,
  };
  const abilities = abilitiesOf(applicationPolicy, applicationLifecycle, ctx.actor, known);
  const mine = signed.some(
    ({ signature }) =>
      signature.personId === personId(ctx.actor) &&
      signature.voidedAt === null &&
      signature.applicationVersion === application.version,
  );
  return {
    ...application,
    multiplier: multiplierOf(application.amountCents, application.cofundingCents),
    fund: {
      id: fund.id,
      name: fund.name,
      language: fund.language,
      leftCents: fund.budgetCents - fund.promisedCents,
      minimumParties: fund.minimumParties,
      conditions: fund.conditions,
    },
    applicant: row.applicant,
    officer: row.officer,
    purpose: selection
      ? { kind: "selection" as const, ...selection }
      : {
          kind: "intervention" as const,
          id: application.interventionId,
          title: row.intervention,
          language: null,
        },
    signatures: signed.map(({ signature, name }) => ({
      ...signature,
      name,
      isValid: signature.voidedAt === null && signature.applicationVersion === application.version,
    })),
    mandateCents: rights.mandateCents,
    missing: allows(applicationPolicy, ctx.actor, "change", known)
      ? missingForSubmission(application, fund)
      : [],
    ...made,
    abilities: { ...abilities, sign: signAbility(ctx, abilities.sign, known, mine) },
  };
}

export type Application = Awaited<ReturnType<typeof getApplication>>;

/** The decision on an application, as far as this person may see it, and whether they may make it public. */
async function decisionOf(ctx: Context, applicationId: string) {
  const [row] = await ctx.db
    .select({
      id: decisions.id,
      number: decisions.number,
      organisationId: decisions.organisationId,
      publishedAt: decisionPublications.publishedAt,
    })
    .from(decisions)
    .leftJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
    .where(and(eq(decisions.applicationId, applicationId), decisionsVisibleTo(ctx.actor)))
    .orderBy(desc(decisions.number));
  if (!row) return { decision: null, mayPublish: false };
  const known = { isPublished: row.publishedAt !== null, organisationId: row.organisationId };
  return {
    decision: { id: row.id, number: row.number, publishedAt: row.publishedAt },
    mayPublish: !known.isPublished && allows(decisionPolicy, ctx.actor, "publish", known),
  };
}

/** As the policy and the lifecycle say, with the precise reason. */
function signAbility(ctx: Context, ability: Ability, row: ApplicationRow, mine: boolean): Ability {
  if (mine && row.status === "assessed") return { can: false, why: "funding.alreadySigned", by: "policy" };
  const why = refusalToSign(ctx.actor, row);
  return why ? { can: false, why, by: "policy" } : ability;
}
