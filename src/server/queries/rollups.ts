// Figures of one subdistrict on one day for the district, made from the same measures as the overview; and the rows an observer reads.
import { type SqlBool, sql } from "kysely";
import { type RollupFigures, type RollupRow, rollupMeasures } from "#api/rollups.ts";
import { roleScope } from "#domain/access/roles.ts";
import { addDays, type LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";
import {
  isFoundBetween,
  isOpen,
  isOverdue,
  isServedBetween,
  isStandardized,
  owesStandardization,
  scopeHoldingOn,
  standardizationOn,
} from "./measures.ts";
import { schemeOnDay, targetDay } from "./scheme-on-day.ts";
import { type Asker, type Condition, NOTHING, visible } from "./visibility.ts";

export async function rollupFigures(tx: Transaction, day: LocalDate): Promise<RollupFigures> {
  const { scheme } = await schemeOnDay(tx, day);
  const from = scheme?.startsOn ?? addDays(day, -365);
  const to = scheme && scheme.endsOn < day ? scheme.endsOn : day;
  const hazards = await sql<Pick<RollupFigures, "found" | "open" | "overdue">>`
    select count(*) filter (where ${isFoundBetween("h", from, to)}) as found, count(*) filter (where ${isOpen("h")}) as open,
      count(*) filter (where ${isOpen("h")} and ${isOverdue("h", day)}) as overdue
    from hazards h where ${visible(tx, "hazards", "h")}`.execute(tx.db);
  const counted = { found: 0, open: 0, overdue: 0, ...hazards.rows[0] };
  if (!scheme) return { inScope: 0, covered: 0, standardizationDue: 0, standardizationDone: 0, ...counted };
  const on = targetDay(scheme, day);
  const due = owesStandardization("e", scheme.standardizationRevenueFen);
  const targets = await sql<Omit<RollupFigures, "found" | "open" | "overdue">>`
    select count(*) as in_scope, count(*) filter (where ${isServedBetween(tx, "e", scheme.startsOn, on)}) as covered,
      count(*) filter (where ${due}) as standardization_due,
      count(*) filter (where ${due} and ${isStandardized("st", on)}) as standardization_done
    from enterprises e
    join ${scopeHoldingOn(tx, on)} hold on hold.enterprise_id = e.id and hold.decision = 'in'
    left join ${standardizationOn(tx, on)} st on st.enterprise_id = e.id
    where ${visible(tx, "enterprises", "e")} and e.merged_into is null`.execute(tx.db);
  const none = { inScope: 0, covered: 0, standardizationDue: 0, standardizationDone: 0 };
  return { ...none, ...targets.rows[0], ...counted };
}

/** The first wall for rollups: the observer's division, whichever tenant the rows belong to. */
function inDivision({ actor }: Asker): Condition {
  if (roleScope[actor.role] !== "rollups" || !actor.scopeId) return NOTHING;
  return sql<SqlBool>`starts_with(r.division_code, ${actor.scopeId})`;
}

/** The newest day of each subdistrict. */
export async function readRollups(tx: Transaction): Promise<RollupRow[]> {
  const figure = (measure: keyof RollupFigures) =>
    sql`coalesce(max(r.value) filter (where r.measure = ${measure}), 0) as ${sql.ref(measure)}`;
  const { rows } = await sql<RollupRow>`
    select r.tenant_id, t.name, r.division_code, r.day, ${sql.join(rollupMeasures.map(figure))}
    from rollups r join tenants t on t.id = r.tenant_id
    where ${inDivision(tx)} and r.day = (select max(newest.day) from rollups newest where newest.tenant_id = r.tenant_id)
    group by r.tenant_id, t.name, r.division_code, r.day order by r.division_code`.execute(tx.db);
  return rows;
}
