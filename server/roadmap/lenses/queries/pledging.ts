import { and, asc, desc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Language } from "@/db/enums";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { programmes } from "@/db/schema/programmes";
import { holds, isPerson } from "../../../core/actor";
import type { Context } from "../../../core/context";
import { allows } from "../../../core/policy";
import { parseSkill } from "../../../needs/skill";
import { NEW_PROGRAMME, programmePolicy } from "../../../programmes/policy";
import { ownLensOf, type Pledging } from "../../input";
import { type Asked, keptLens, scopeOf, sinceNow, yearOf } from "./scope";
import { isSameSkill, levelOf, nameOf, questionKeyOf } from "./words";

const MOST_PROGRAMMES = 200;
const MOST_BUNDLERS = 3;

/** A programme that one can pledge to, with the years in which its needs ask for it. */
export type PledgeTo = { id: string; title: string; language: Language; yearFrom: number; yearTo: number };

/** Whether the reader can pledge, to which programmes, and who can bundle what stands in none. */
export async function pledging(ctx: Context, { lens, topic, ...input }: Pledging) {
  const asked = sinceNow(ctx, input);
  const [offered, bundlers] = await Promise.all([
    keptLens(ctx, "pledging", { ...asked, lens, topic }, () => readProgrammes(ctx, asked, lens, topic)),
    ctx.db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .leftJoin(programmes, and(eq(programmes.leadId, organisations.id), eq(programmes.status, "published")))
      .where(
        and(
          isNotNull(organisations.verifiedAt),
          or(eq(organisations.kind, "cluster-organisation"), sql`${programmes.id} is not null`),
        ),
      )
      .groupBy(organisations.id, organisations.name)
      .orderBy(desc(sql`count(${programmes.id})`), asc(organisations.name))
      .limit(MOST_BUNDLERS),
  ]);
  return {
    mayPledge: allows(programmePolicy, ctx.actor, "pledge", { ...NEW_PROGRAMME, status: "published" }),
    ownLens: ownLensOf(ctx.actor),
    isSignedIn: isPerson(ctx.actor),
    mayBundle: holds(ctx.actor, "curator"),
    programmes: offered,
    bundlers,
  };
}

export type PledgingView = Awaited<ReturnType<typeof pledging>>;

async function readProgrammes(
  ctx: Context,
  asked: Asked,
  lens: Pledging["lens"],
  topic: string | undefined,
): Promise<PledgeTo[]> {
  const rows = await ctx.db.execute<PledgeTo>(sql`
    with ${scopeOf(ctx, asked, sql`${needs.skills} as skills, ${needs.questions} as questions`)}
    select p.id, p.title, p.language, min(${yearOf(sql`shown.starts`)}) as "yearFrom",
      max(${yearOf(sql`shown.starts`)}) as "yearTo"
    from placed join shown on shown.id = placed.need_id join ${programmes} p on p.id = placed.programme_id
    where placed.is_open and ${asksFor(lens, topic)}
    group by p.id, p.title, p.language order by count(*) desc, p.title limit ${MOST_PROGRAMMES}`);
  return [...rows];
}

/** A condition: the need asks for this skill or this question. */
function asksFor(lens: Pledging["lens"], topic: string | undefined): SQL {
  if (topic === undefined) return sql`true`;
  if (lens === "educator") {
    const { name, level } = parseSkill(topic);
    return sql`exists (select 1 from (select ${nameOf(sql`line`)} as name, ${levelOf(sql`line`)} as level
      from unnest(shown.skills) line) asked, (select ${name}::text as name, ${level}::text as level) wanted
      where ${isSameSkill(sql`asked`, sql`wanted`)})`;
  }
  if (lens === "researcher")
    return sql`exists (select 1 from unnest(shown.questions) line
      where ${questionKeyOf(sql`line`)} = ${questionKeyOf(sql`${topic}::text`)})`;
  return sql`true`;
}
