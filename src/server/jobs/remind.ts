// What must be told to whom on a day: before, on and after a holder's due date, and step by step to those above (design §2
// "Whose clock"). One row a moment that was reached, once; a second run of the day finds nothing to write.
import { sql } from "kysely";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { type Ladders, stepsOf } from "#domain/climbing/ladders.ts";
import type { Transaction } from "../db/transaction.ts";
import { holderDue, stepRows } from "../queries/climbing-rules.ts";
import { visible } from "../queries/visibility.ts";

/** Writes the reminders of `day` that are not there yet; answers how many. */
export async function writeReminders(tx: Transaction, ladders: Ladders, day: LocalDate): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into reminders (tenant_id, hazard_id, holder, due_on, told, after_days, day, enterprise_id, agency_id, made_by_agency_id, community_id)
    select h.tenant_id, h.id, h.holder, d.due_on, s.told, s.after_days, ${day}::date, h.enterprise_id, h.agency_id, h.made_by_agency_id, h.community_id
    from hazards h
    cross join lateral (select ${holderDue} as due_on) d
    join ${stepRows(stepsOf(ladders))} on s.holder = h.holder and ${day}::date - d.due_on >= s.after_days
      and (s.until_days is null or ${day}::date - d.due_on < s.until_days)
    where ${visible(tx, "hazards", "h")} and h.status not in ('closed', 'voided')
      and (s.told <> 'community' or h.community_id is not null)
      and not exists (select 1 from reminders r where r.tenant_id = h.tenant_id and r.hazard_id = h.id and r.due_on = d.due_on
        and r.told = s.told and r.after_days = s.after_days and r.holder = h.holder)
    on conflict do nothing`.execute(tx.db);
  return Number(numAffectedRows ?? 0);
}
