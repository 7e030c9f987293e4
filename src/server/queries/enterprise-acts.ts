// The acts of one enterprise in one year, each with its date, people and result: the large grid of its page.
import { sql } from "kysely";
import type { Act } from "#api/enterprises.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { isProvisional, type WorkingCalendar } from "#domain/calendar/working-days.ts";
import type { Transaction } from "../db/transaction.ts";
import { actStateOf } from "./measures.ts";
import { visible } from "./visibility.ts";

interface ActRow extends Omit<Act, "people" | "movedFrom" | "provisional"> {
  readonly firstPlannedOn: LocalDate | null;
  readonly expertName: string | null;
  readonly plannedExpert: string | null;
  readonly accompaniedName: string | null;
  readonly byName: string | null;
}

export async function readActs(
  tx: Transaction,
  enterpriseId: string,
  schemeId: string,
  day: LocalDate,
  published: WorkingCalendar,
): Promise<Act[]> {
  const { rows } = await sql<ActRow>`
    select t.kind, t.period_no, t.code as task_code, ${actStateOf("t", day)} as state, s.name as site_name, t.planned_on,
      t.first_planned_on, t.replan_reason, t.window_to, t.fulfilled_on as done_on,
      coalesce(t.fulfilled_by <> 'nothingOpen' and t.fulfilled_on > t.period_ends_on, false) as made_up, v.id as visit_id, v.expert_name,
      m.display_name as planned_expert, v.accompanied_name, sup.by_name, sup.means,
      case when t.kind = 'inspection' and v.id is not null then coalesce(found.count, 0) end as found,
      case when t.kind = 'inspection' and v.id is not null then coalesce(found.fixed, 0) end as fixed_on_site,
      case when t.kind = 'reinspection' and v.id is not null then coalesce(seen.passed, 0) end as passed,
      case when t.kind = 'reinspection' and v.id is not null then coalesce(seen.failed, 0) end as failed
    from tasks t
    left join sites s on s.tenant_id = t.tenant_id and s.id = t.site_id and ${visible(tx, "sites", "s")}
    left join visits v on v.tenant_id = t.tenant_id and v.id = t.fulfilled_ref and ${visible(tx, "visits", "v")}
    left join supervisions sup on sup.tenant_id = t.tenant_id and sup.id = t.fulfilled_ref and ${visible(tx, "supervisions", "sup")}
    left join memberships m on m.tenant_id = t.tenant_id and m.id = t.expert_membership_id and ${visible(tx, "memberships", "m")}
    left join (select h.visit_id, count(*) as count, count(*) filter (where h.closed_how = 'fixedOnSite') as fixed
      from hazards h where ${visible(tx, "hazards", "h")} and h.enterprise_id = ${enterpriseId}::uuid and h.status <> 'voided'
      group by h.visit_id) found on found.visit_id = v.id
    left join (select a.visit_id, count(*) filter (where a.command = 'reinspection.pass') as passed,
        count(*) filter (where a.command = 'reinspection.fail') as failed
      from hazard_acts a where ${visible(tx, "hazardActs", "a")} and a.enterprise_id = ${enterpriseId}::uuid and a.visit_id is not null
      group by a.visit_id) seen on seen.visit_id = v.id
    where ${visible(tx, "tasks", "t")} and t.enterprise_id = ${enterpriseId}::uuid and t.scheme_id = ${schemeId}::uuid
      and t.state <> 'cancelled'
    order by t.period_no, t.kind, t.code`.execute(tx.db);
  return rows.map(({ expertName, plannedExpert, accompaniedName, byName, firstPlannedOn, ...row }) => {
    const people = [expertName ?? (row.doneOn ? null : plannedExpert), accompaniedName, byName].filter(
      (name) => name !== null,
    );
    const movedFrom = firstPlannedOn !== row.plannedOn ? firstPlannedOn : null;
    const provisional = row.plannedOn !== null && isProvisional(row.plannedOn, published);
    return { ...row, people, movedFrom, provisional };
  });
}
