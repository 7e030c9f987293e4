// Decisions on the scope, and what the register's figures would change of it on a day.
import { type SqlBool, sql } from "kysely";
import type { ScopeDecisionRow, ScopeFilter } from "#api/scope-decisions.ts";
import { dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import { type Ground, groundSchema } from "#domain/scope/grounds.ts";
import { type RecomputePlan, recomputePlan } from "#domain/scope/recompute-plan.ts";
import type { Transaction } from "../db/transaction.ts";
import { like } from "./hazard-filter.ts";
import { scopeHoldingOn } from "./measures.ts";
import { schemeOnDay } from "./scheme-on-day.ts";
import { type Condition, visible } from "./visibility.ts";

export const SCOPE_PAGE = 50;

interface FoundDecision extends Omit<ScopeDecisionRow, "backdated"> {
  readonly total: number;
}

export async function readScopeDecisions(tx: Transaction, day: LocalDate, filter: ScopeFilter, page: number) {
  const { rows } = await sql<FoundDecision>`
    with holding as (select distinct on (d.enterprise_id) d.id from scope_decisions d
      where ${visible(tx, "scopeDecisions", "d")} and d.effective_from <= ${day}::date
      order by d.enterprise_id, d.effective_from desc, d.decided_at desc, d.id desc)
    select d.id, d.enterprise_id, e.register_no, e.name as enterprise_name, d.decision, d.ground, d.effective_from, d.evidence,
      d.decided_by_name, d.decided_at, holding.id is not null as holds, count(*) over () as total
    from scope_decisions d
    join enterprises e on e.tenant_id = d.tenant_id and e.id = d.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join holding on holding.id = d.id
    where ${sql.join(conditions(tx, filter), sql` and `)}
    order by d.decided_at desc, e.register_no, d.id limit ${SCOPE_PAGE} offset ${(page - 1) * SCOPE_PAGE}`.execute(
    tx.db,
  );
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, ...row }) => ({ ...row, backdated: row.effectiveFrom < dayOf(row.decidedAt) })),
  };
}

function conditions(tx: Transaction, { text, decision, ground, holds }: ScopeFilter): Condition[] {
  return [
    visible(tx, "scopeDecisions", "d"),
    ...(text ? [like(text, ["e.name", "d.evidence"])] : []),
    ...(decision ? [sql<SqlBool>`d.decision = ${decision}`] : []),
    ...(ground ? [sql<SqlBool>`d.ground = ${ground}`] : []),
    ...(holds ? [sql<SqlBool>`holding.id is not null`] : []),
  ];
}

/** Enterprises in scope on the day, by ground; counted as the overview counts them. */
export async function countInScope(tx: Transaction, day: LocalDate): Promise<{ ground: Ground; count: number }[]> {
  const { rows } = await sql<{ ground: Ground; count: number }>`
    select hold.ground, count(*) as count from enterprises e
    join ${scopeHoldingOn(tx, day)} hold on hold.enterprise_id = e.id and hold.decision = 'in'
    where ${visible(tx, "enterprises", "e")} and e.merged_into is null group by 1`.execute(tx.db);
  return groundSchema.options.map((ground) => ({
    ground,
    count: rows.find((row) => row.ground === ground)?.count ?? 0,
  }));
}

export async function readScopePreview(tx: Transaction, day: LocalDate) {
  const { scheme } = await schemeOnDay(tx, day);
  if (!scheme) return { day, scheme: null, ...nothing };
  const enterprises = await tx.db
    .selectFrom("enterprises")
    .selectAll()
    .where(visible(tx, "enterprises"))
    .where("mergedInto", "is", null)
    .orderBy("registerNo")
    .execute();
  const decisions = await tx.db
    .selectFrom("scopeDecisions")
    .selectAll()
    .where(visible(tx, "scopeDecisions"))
    .where("effectiveFrom", "<=", day)
    .execute();
  const { moves, warnings, unchanged, byPerson } = recomputePlan(enterprises, decisions, scheme, day);
  const head = { day, scheme: { id: scheme.id, name: scheme.name } };
  return { ...head, moves: [...moves], warnings: [...warnings], unchanged, byPerson };
}

const nothing = { moves: [], warnings: [], unchanged: 0, byPerson: 0 } satisfies RecomputePlan;
