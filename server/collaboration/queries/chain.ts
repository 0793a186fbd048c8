import { type SQL, sql } from "drizzle-orm";
import type { ElementSlug, Language, Rating, SubjectKind } from "@/db/enums";
import type { Result, Target } from "@/db/schema/interventions";
import type { Context, Transaction } from "../../core/context";
import { found } from "../../core/errors";
import { region } from "../../regions/region";
import type { ChainOf } from "../input";
import { mayBeSeen, reading } from "./sight";

export type Name = { nl: string; en: string };
export type Cell = {
  id: string;
  ecosystem: string;
  element: ElementSlug;
  ecosystemName: Name;
  elementName: Name;
  rating: Rating;
};
export type ChainNode = {
  id: string;
  title: string;
  language: Language;
  status: string;
  amountCents: number | null;
  isDemonstration: boolean;
};
export type Outcome = {
  interventionId: string;
  title: string;
  language: Language;
  target: Target;
  result: Result;
};

/** The chain through one object: for each link what stands there that the actor may see, nearest path only. */
export type Chain = {
  at: ChainOf;
  cells: Cell[];
  interventions: ChainNode[];
  programmes: ChainNode[];
  needs: ChainNode[];
  challenges: ChainNode[];
  selections: ChainNode[];
  applications: ChainNode[];
  awards: ChainNode[];
  outcomes: Outcome[];
};

type Level = "intervention" | "programme" | "need" | "challenge" | "application" | "decision";
type Found = Record<Level, Set<string>>;
const MOST = 200;

/**
 * What an object stands on and what came of it, link by link: element, intervention, programme, need, challenge,
 * selection, application, award, outcome.
 * @throws DomainError "not-found" when the actor may not see the object
 */
export async function chainOf(ctx: Context, at: ChainOf): Promise<Chain> {
  return reading(ctx, async (tx) => {
    const walk = new Walk(ctx, tx);
    const cells = new Set<string>();
    if (at.kind === "cell") {
      if (!knownCell(at.id)) found(null);
      cells.add(at.id);
      const [ecosystem, element] = at.id.split("/");
      await walk.take("intervention", sql`x.ecosystem = ${ecosystem} and x.element = ${element}`);
      await walk.take("programme", sql`${ecosystem} = any(x.ecosystems) and ${element} = any(x.elements)`);
      await walk.take("challenge", sql`x.ecosystem = ${ecosystem} and ${element} = any(x.elements)`);
    } else {
      await walk.take(at.kind, sql`x.id = ${at.id}`);
      if (walk.found[at.kind].size === 0) found(null);
      await walk.up();
      for (const cell of await walk.cells()) cells.add(cell);
    }
    await walk.down(at.kind);
    const decisions = await walk.nodes("decision");
    return {
      at,
      cells: await cellsOf(tx, [...cells]),
      interventions: await walk.nodes("intervention"),
      programmes: await walk.nodes("programme"),
      needs: await walk.nodes("need"),
      challenges: await walk.nodes("challenge"),
      selections: decisions.filter((node) => node.status === "selection"),
      applications: await walk.nodes("application"),
      awards: decisions.filter((node) => node.status !== "selection"),
      outcomes: await walk.outcomes(),
    };
  });
}

const tables: Record<Level, { table: string; columns: SQL; demonstration: SQL }> = {
  intervention: {
    table: "interventions",
    columns: sql`x.status, x.budget_cents`,
    demonstration: sql`x.owner_id`,
  },
  programme: { table: "programmes", columns: sql`x.status, null::bigint`, demonstration: sql`x.lead_id` },
  need: { table: "needs", columns: sql`x.status, x.value_max_cents`, demonstration: sql`x.buyer_id` },
  challenge: { table: "challenges", columns: sql`x.status, x.budget_cents`, demonstration: sql`x.client_id` },
  application: {
    table: "applications",
    columns: sql`x.status, x.amount_cents`,
    demonstration: sql`x.applicant_id`,
  },
  decision: {
    table: "decisions",
    columns: sql`x.kind, x.amount_cents`,
    demonstration: sql`x.organisation_id`,
  },
};

/** One walk along the chain. It goes on only from what the actor may see, save that an application need not be. */
class Walk {
  readonly found: Found = {
    intervention: new Set(),
    programme: new Set(),
    need: new Set(),
    challenge: new Set(),
    application: new Set(),
    decision: new Set(),
  };
  private readonly hidden = new Set<string>();

  constructor(
    private readonly ctx: Context,
    private readonly tx: Transaction,
  ) {}

  async take(level: Level, where: SQL): Promise<void> {
    const seen = mayBeSeen(this.ctx.actor, level as SubjectKind, sql`x.id`);
    const rows = await this.tx.execute<{ id: string; seen: boolean }>(sql`
      select x.id, ${seen} as seen from ${sql.identifier(tables[level].table)} x where ${where} order by x.id limit ${MOST}`);
    for (const { id, seen: visible } of rows) {
      if (visible) this.found[level].add(id);
      else if (level === "application") this.hidden.add(id);
    }
  }

  async up(): Promise<void> {
    const { found } = this;
    if (found.decision.size > 0) {
      const of = sql`select 1 from decisions d where d.id = any(${ids(found.decision)})`;
      await this.take("application", sql`exists (${of} and d.application_id = x.id)`);
      await this.take("challenge", sql`exists (${of} and d.challenge_id = x.id)`);
    }
    const applications = ids([...found.application, ...this.hidden]);
    const of = sql`select 1 from applications a where a.id = any(${applications})`;
    await this.take("challenge", sql`exists (${of} and a.challenge_id = x.id)`);
    await this.take("intervention", sql`exists (${of} and a.intervention_id = x.id)`);
    // Of the selections of a challenge, the one of the response that the money is for.
    await this.take(
      "decision",
      sql`x.kind = 'selection' and exists (${of} and a.response_id = x.response_id)`,
    );
    const from = sql`select 1 from challenges c where c.id = any(${ids(found.challenge)})`;
    await this.take("need", sql`exists (${from} and c.need_id = x.id)`);
    await this.take("programme", sql`exists (${from} and c.programme_id = x.id)`);
    await this.take(
      "programme",
      sql`exists (select 1 from programme_needs p where p.programme_id = x.id and ${bundled} and p.need_id = any(${ids(found.need)}))`,
    );
    await this.take(
      "intervention",
      sql`exists (select 1 from programme_interventions p where p.intervention_id = x.id and p.programme_id = any(${ids(found.programme)}))`,
    );
  }

  async down(from: ChainOf["kind"]): Promise<void> {
    const { found } = this;
    const starts = (...kinds: ChainOf["kind"][]) => kinds.includes(from);
    if (starts("cell", "intervention"))
      await this.take(
        "programme",
        sql`exists (select 1 from programme_interventions p where p.programme_id = x.id and p.intervention_id = any(${ids(found.intervention)}))`,
      );
    if (starts("cell", "intervention", "programme")) {
      await this.take(
        "need",
        sql`exists (select 1 from programme_needs p where p.need_id = x.id and ${bundled} and p.programme_id = any(${ids(found.programme)}))`,
      );
      await this.take("challenge", sql`x.programme_id = any(${ids(found.programme)})`);
    }
    if (starts("cell", "intervention", "programme", "need"))
      await this.take("challenge", sql`x.need_id = any(${ids(found.need)})`);
    if (starts("cell", "intervention"))
      await this.take("application", sql`x.intervention_id = any(${ids(found.intervention)})`);
    if (!starts("application", "decision")) {
      await this.take("application", sql`x.challenge_id = any(${ids(found.challenge)})`);
      await this.take("decision", sql`x.challenge_id = any(${ids(found.challenge)})`);
    }
    if (from === "decision")
      await this.take(
        "application",
        sql`exists (select 1 from decisions d where d.id = any(${ids(found.decision)}) and d.kind = 'selection'
          and d.response_id = x.response_id)`,
      );
    await this.take("decision", sql`x.application_id = any(${ids([...found.application, ...this.hidden])})`);
  }

  /** The weak spots that what was found works on: by its interventions, or else as it says itself. */
  async cells(): Promise<string[]> {
    const { found } = this;
    const rows = await this.tx.execute<{ cell: string }>(sql`
      select distinct ecosystem || '/' || element as cell from interventions where id = any(${ids(found.intervention)})
      union select distinct s.ecosystem || '/' || e from challenges s, unnest(s.elements) e
        where s.id = any(${ids(found.challenge)}) and s.ecosystem is not null`);
    if (rows.length > 0) return rows.map(({ cell }) => cell).filter(knownCell);
    const said = await this.tx.execute<{ cell: string }>(sql`
      select distinct s || '/' || e as cell from programmes p, unnest(p.ecosystems) s, unnest(p.elements) e
      where p.id = any(${ids(found.programme)})`);
    return said.map(({ cell }) => cell).filter(knownCell);
  }

  async nodes(level: Level): Promise<ChainNode[]> {
    if (this.found[level].size === 0) return [];
    const { table, columns, demonstration } = tables[level];
    const rows = await this.tx.execute<{
      id: string;
      title: string;
      language: Language;
      status: string;
      amount: string | null;
      demonstration: boolean;
    }>(sql`
      select n.*, o.is_demonstration as demonstration from (
        select x.id, x.title, x.language, ${demonstration} as holder, ${columns}
        from ${sql.identifier(table)} x where x.id = any(${ids(this.found[level])})
      ) as n (id, title, language, holder, status, amount) join organisations o on o.id = n.holder order by n.title, n.id`);
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      language: row.language,
      status: row.status,
      amountCents: row.amount === null ? null : Number(row.amount),
      isDemonstration: row.demonstration,
    }));
  }

  async outcomes(): Promise<Outcome[]> {
    const rows = await this.tx.execute<{
      id: string;
      title: string;
      language: Language;
      target: Target;
      result: Result;
    }>(sql`
      select id, title, language, target, result from interventions
      where id = any(${ids(this.found.intervention)}) and result is not null order by title`);
    return rows.map(({ id, ...row }) => ({ interventionId: id, ...row }));
  }
}

/** A need is part of a programme once its buyer agreed. */
const bundled = sql`p.status in ('consented', 'fixed')`;

const ids = (set: Iterable<string>) => sql`${sql.param([...set])}::uuid[]`;

function knownCell(id: string): boolean {
  const [ecosystem, element] = id.split("/");
  return nameOf("ecosystem", ecosystem) !== null && nameOf("element", element) !== null;
}

function nameOf(what: "ecosystem" | "element", slug: string | undefined): Name | null {
  const pack = region();
  const among = what === "element" ? pack.elements : [...pack.sectors, ...pack.clusters];
  return among.find((item) => item.slug === slug)?.name ?? null;
}

const WEAKEST_FIRST: readonly Rating[] = ["weak", "average", "strong", "not-assessed"];

async function cellsOf(tx: Transaction, cells: string[]): Promise<Cell[]> {
  if (cells.length === 0) return [];
  const rated = await tx.execute<{ cell: string; rating: Rating }>(sql`
    select ecosystem || '/' || element as cell, rating from ratings where round_id = (
      select id from diagnosis_rounds where status = 'published' order by held_on desc, published_at desc limit 1)`);
  const ratings = new Map(rated.map(({ cell, rating }) => [cell, rating]));
  const all = cells.sort().map((id) => {
    const [ecosystem, element] = id.split("/") as [string, ElementSlug];
    return {
      id,
      ecosystem,
      element,
      ecosystemName: found(nameOf("ecosystem", ecosystem)),
      elementName: found(nameOf("element", element)),
      rating: ratings.get(id) ?? "not-assessed",
    };
  });
  return all.sort((one, other) => WEAKEST_FIRST.indexOf(one.rating) - WEAKEST_FIRST.indexOf(other.rating));
}
