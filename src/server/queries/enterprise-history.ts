// What happened at one enterprise: open hazards, visits, and the last acts on its hazards.
import { sql } from "kysely";
import type { EnterpriseFile, FileEvent, FileHazard } from "#api/enterprises.ts";
import type { StepGroup } from "#api/overview.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";
import { dueOn, isOpen, stepGroupOf, stepOfGroup } from "./measures.ts";
import { visible } from "./visibility.ts";

const OPEN_SHOWN = 30;
const VISITS_SHOWN = 40;
/** More than a year of one enterprise; older ones stand on their hazards. */
const EVENTS_SHOWN = 300;

export async function readFileHazards(
  tx: Transaction,
  id: string,
  periodFrom: LocalDate,
): Promise<EnterpriseFile["hazards"]> {
  const counts = await sql<Omit<EnterpriseFile["hazards"], "rows">>`
    select count(*) as total, count(*) filter (where ${isOpen("h")}) as open,
      count(*) filter (where ${isOpen("h")} and h.found_on < ${periodFrom}::date) as carried_over
    from hazards h where ${visible(tx, "hazards", "h")} and h.enterprise_id = ${id}::uuid and h.status <> 'voided'`.execute(
    tx.db,
  );
  const { rows } = await sql<Omit<FileHazard, "step"> & { readonly stepGroup: StepGroup }>`
    select h.id, h.number, h.description, h.place, i.level2 as category, h.severity, ${stepGroupOf("h")} as step_group, h.holder,
      ${dueOn("h")} as due_on, h.round, h.found_on < ${periodFrom}::date as carried_over,
      (select count(distinct p.ends_on)::integer from scheme_periods p where ${visible(tx, "schemePeriods", "p")}
        and p.ends_on >= h.found_on and p.ends_on < ${periodFrom}::date) as times_carried, shot.id as photo_slot_id
    from hazards h
    left join catalogue_items i on i.code = h.item_code
    left join lateral (select p.id from photo_slots p where ${visible(tx, "photoSlots", "p")} and p.hazard_id = h.id
      and p.purpose = 'hazard' and p.state = 'stored' order by p.taken_at limit 1) shot on true
    where ${visible(tx, "hazards", "h")} and h.enterprise_id = ${id}::uuid and ${isOpen("h")}
    order by h.severity = 'general', ${dueOn("h")} nulls last, h.number limit ${OPEN_SHOWN}`.execute(tx.db);
  const { total, open, carriedOver } = counts.rows[0] ?? { total: 0, open: 0, carriedOver: 0 };
  return {
    total,
    open,
    carriedOver,
    rows: rows.map(({ stepGroup, ...row }) => ({ ...row, step: stepOfGroup[stepGroup] })),
  };
}

export async function readVisits(tx: Transaction, id: string): Promise<EnterpriseFile["visits"]> {
  const { rows } = await sql<EnterpriseFile["visits"][number]>`
    select v.id, v.kind, v.inspected_on, s.name as site_name, v.expert_name, v.accompanied_name, v.status, v.checked_items,
      coalesce(found.count, 0) as found
    from visits v
    left join sites s on s.tenant_id = v.tenant_id and s.id = v.site_id and ${visible(tx, "sites", "s")}
    left join (select h.visit_id, count(*) as count from hazards h
      where ${visible(tx, "hazards", "h")} and h.enterprise_id = ${id}::uuid and h.status <> 'voided' group by h.visit_id) found
      on found.visit_id = v.id
    where ${visible(tx, "visits", "v")} and v.enterprise_id = ${id}::uuid
    order by v.inspected_on desc, v.arrived_at desc limit ${VISITS_SHOWN}`.execute(tx.db);
  return rows;
}

/** Newest first. Acts of one moment stand in the order of the five steps, as on the hazard's own page. */
export async function readEvents(
  tx: Transaction,
  id: string,
): Promise<{ readonly events: FileEvent[]; readonly total: number }> {
  const { rows } = await sql<FileEvent & { readonly total: number }>`
    select a.id, a.command, a.step, a.occurred_at as at, a.actor_name, a.on_behalf, a.note, a.hazard_id,
      h.number as hazard_number, h.description, count(*) over () as total
    from hazard_acts a
    join hazards h on h.tenant_id = a.tenant_id and h.id = a.hazard_id and ${visible(tx, "hazards", "h")}
    where ${visible(tx, "hazardActs", "a")} and a.enterprise_id = ${id}::uuid
    order by a.occurred_at desc, a.received_at desc, a.round desc, coalesce(a.step, 9) desc, a.command, a.actor_name, h.number desc,
      a.id desc limit ${EVENTS_SHOWN}`.execute(tx.db);
  return { events: rows.map(({ total: _total, ...event }) => event), total: rows[0]?.total ?? 0 };
}
