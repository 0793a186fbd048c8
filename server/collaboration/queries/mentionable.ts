import { sql } from "drizzle-orm";
import { actorsOf } from "../../auth/actor";
import { actingFor, isPerson } from "../../core/actor";
import type { Context } from "../../core/context";
import type { Mentionable } from "../input";
import { canSee } from "./history";

const SHOWN = 8;
const LOOKED_AT = 24;

export type MentionablePerson = { id: string; name: string; organisation: string };

/**
 * People whose name holds the text and who may see the object, to call upon; for a comment for the own organisation only
 * its members. Names only: no address is shown.
 */
export async function listMentionable(
  ctx: Context,
  { on, audience, text }: Mentionable,
): Promise<MentionablePerson[]> {
  const { actor } = ctx;
  const [mine] = await canSee(ctx, [on]);
  if (!isPerson(actor) || !mine) return [];
  const own = actingFor(actor)?.id ?? null;
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await ctx.db.execute<{
    id: string;
    name: string;
    organisation_id: string;
    organisation: string;
  }>(sql`
    select distinct on (p.name, p.id) p.id, p.name, g.id as organisation_id, g.name as organisation
    from persons p join memberships m on m.person_id = p.id join organisations g on g.id = m.organisation_id
    where p.erased_at is null and p.id <> ${actor.personId}::uuid and p.name ilike ${pattern}
      and g.verified_at is not null and (${audience === "all"} or g.id = ${own}::uuid)
    order by p.name, p.id, g.name limit ${LOOKED_AT}`);
  const found: MentionablePerson[] = [];
  for (const { id, name, organisation_id, organisation } of rows) {
    if (found.length === SHOWN) break;
    const as = (await actorsOf(ctx.db, id)).filter(
      (one) => audience === "all" || one.organisation?.id === organisation_id,
    );
    for (const one of as) {
      const [seen] = await canSee({ ...ctx, actor: one }, [on]);
      if (!seen) continue;
      found.push({ id, name, organisation });
      break;
    }
  }
  return found;
}
