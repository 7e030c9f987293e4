// What a plan can be made of: enterprises in scope that lack tasks or days, in the order of the register.
import { sql } from "kysely";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { visitsADay } from "#domain/inspection/capacity.ts";
import type { Transaction } from "../db/transaction.ts";
import { scopeHoldingOn } from "./measures.ts";
import { expertsOf, officersOf } from "./plan-board.ts";
import { schemeOnDay } from "./scheme-on-day.ts";
import { visible } from "./visibility.ts";

export async function readPlanCandidates(tx: Transaction, day: LocalDate, year: number | undefined) {
  const { scheme, periods } = await schemeOnDay(tx, day, year);
  const people = {
    visitsADay: visitsADay(scheme),
    experts: await expertsOf(tx, day),
    officers: await officersOf(tx, day),
  };
  if (!scheme) return { day, schemeId: null, startsOn: null, enterpriseIds: [], withoutAgency: 0, ...people };
  const each = periods.reduce((sum, one) => sum + one.inspections + one.supervisions + one.reinspections, 0);
  const { rows } = await sql<{ id: string; agencyId: string | null }>`
    select e.id, e.agency_id from enterprises e
    join ${scopeHoldingOn(tx, day)} hold on hold.enterprise_id = e.id and hold.decision = 'in'
    left join lateral (select count(*) as made,
        count(*) filter (where t.kind = 'inspection' and t.state = 'owed' and t.planned_on is null) as undated
      from tasks t where ${visible(tx, "tasks", "t")} and t.enterprise_id = e.id and t.scheme_id = ${scheme.id}::uuid
        and t.state <> 'cancelled') own on true
    where ${visible(tx, "enterprises", "e")} and e.merged_into is null
      and (own.undated > 0 or own.made = 0 or own.made < ${each}
        and hold.effective_from <= ${scheme.startsOn}::date)
    order by e.register_no`.execute(tx.db);
  return {
    ...{ day, schemeId: scheme.id, startsOn: scheme.startsOn },
    enterpriseIds: rows.map((row) => row.id),
    withoutAgency: rows.filter((row) => row.agencyId === null).length,
    ...people,
  };
}
