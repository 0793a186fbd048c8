import { type SQL, sql } from "drizzle-orm";
import type { OrganisationKind, PledgeKind } from "@/db/enums";
import { actingFor, holds, type Person } from "../../core/actor";
import { needsVisibleTo } from "../../needs/visible";
import type { TaskName } from "../input";
import { startOf } from "./days";

type Asked = { task: TaskName; brings: PledgeKind; asks: SQL };

/** What each kind of partner is asked for, and by which needs: skills, questions, or money to prepare with. */
const ASKED: Partial<Record<OrganisationKind, Asked>> = {
  education: { task: "pledgeTraining", brings: "training", asks: sql`cardinality(needs.skills) > 0` },
  research: { task: "pledgeResearch", brings: "research", asks: sql`cardinality(needs.questions) > 0` },
  financier: { task: "pledgeCapital", brings: "capital", asks: sql`needs.value_max_cents > 0` },
};

/**
 * Programmes that ask for what the actor's kind of organisation brings, in years for which nobody has pledged it yet,
 * while the actor's own organisation has not pledged it either. The deadline is the first day that it is needed.
 * @returns null for whom nothing of the kind can wait
 */
export function askedOfPartner(actor: Person): { task: TaskName; rows: (mine: SQL) => SQL } | null {
  const kind = actingFor(actor)?.kind;
  const asked = kind && ASKED[kind];
  if (!asked || !holds(actor, "partner")) return null;
  const pledged = sql`select 1 from pledges g
    where g.programme_id = p.id and g.kind = ${asked.brings} and g.status = 'offered'`;
  return {
    task: asked.task,
    rows: (mine) => sql`select p.id, p.title, p.language,
        ${startOf(sql`min(needs.window_start)`)} as deadline,
        p.published_at as since, count(*)::int as count
      from programmes p join programme_needs l on l.programme_id = p.id and l.status in ('consented', 'fixed')
        join needs on needs.id = l.need_id
      where p.status = 'published' and needs.status = 'published' and needs.window_start > current_date
        and ${asked.asks} and ${needsVisibleTo(actor)}
        and not exists (${pledged} and g.organisation_id = ${mine})
        and not exists (${pledged} and extract(year from needs.window_start) between g.year_from and g.year_to)
      group by p.id`,
  };
}
