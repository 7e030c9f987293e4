// What was told to whom, and whom changed rules would hit: both read through the wall, neither writes.
import { sql } from "kysely";
import type { ClimbingPreview, Reminder } from "#api/climbing.ts";
import { previewRows } from "#api/climbing.ts";
import type { Role } from "#domain/access/roles.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { type Ladders, stepsOf, type Told } from "#domain/climbing/ladders.ts";
import type { Transaction } from "../db/transaction.ts";
import { holderDue, stepRows } from "./climbing-rules.ts";
import { visible } from "./visibility.ts";

export const REMINDER_PAGE = 50;

/** As whom a role is told; roles not named are told nothing. */
const toldAs: Partial<Record<Role, Told>> = {
  officer: "office",
  officeLead: "office",
  leader: "leadingGroup",
  communityOfficer: "community",
  agencyLead: "agency",
  agencyReviewer: "agency",
  expert: "agency",
  enterprisePrincipal: "enterprise",
  enterpriseStaff: "enterprise",
};

/** The last reminder of each item that is still with the same holder and due on the same day; the longest overdue first. */
export async function readReminders(tx: Transaction, page: number): Promise<{ rows: Reminder[]; total: number }> {
  const { rows } = await sql<Reminder & { readonly total: number }>`
    select l.hazard_id, h.number, h.description as title, coalesce(e.name, '') as enterprise_name, c.name as community_name,
      l.holder, l.due_on, l.after_days, l.day, count(*) over ()::integer as total
    from (select distinct on (r.hazard_id) r.* from reminders r
      where ${visible(tx, "reminders", "r")} and r.told = ${toldAs[tx.actor.role] ?? null}
      order by r.hazard_id, r.day desc, r.after_days desc) l
    join hazards h on h.tenant_id = l.tenant_id and h.id = l.hazard_id and ${visible(tx, "hazards", "h")}
      and h.holder = l.holder and ${holderDue} = l.due_on
    left join enterprises e on e.tenant_id = h.tenant_id and e.id = h.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join communities c on c.tenant_id = h.tenant_id and c.id = h.community_id and ${visible(tx, "communities", "c")}
    order by l.due_on, h.number, l.hazard_id
    limit ${REMINDER_PAGE} offset ${(page - 1) * REMINDER_PAGE}`.execute(tx.db);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

type Hit = ClimbingPreview["rows"][number];

/** Everything that stands at a step today under these rules, told before or not: once an item and party. */
export async function previewHits(
  tx: Transaction,
  ladders: Ladders,
  day: LocalDate,
): Promise<Pick<ClimbingPreview, "counts" | "rows">> {
  const hits = sql`select h.id as hazard_id, h.number, h.description as title, h.enterprise_id, h.community_id, h.holder, d.due_on, s.told
    from hazards h cross join lateral (select ${holderDue} as due_on) d
    join ${stepRows(stepsOf(ladders))} on s.holder = h.holder and ${day}::date - d.due_on >= s.after_days
      and (s.until_days is null or ${day}::date - d.due_on < s.until_days)
    where ${visible(tx, "hazards", "h")} and h.status not in ('closed', 'voided') and (s.told <> 'community' or h.community_id is not null)`;
  const counts = await sql<ClimbingPreview["counts"][number]>`
    select told, holder, count(*)::integer as hits from (${hits}) x group by 1, 2 order by 1, 2`.execute(tx.db);
  const rows = await sql<Hit>`
    select x.hazard_id, x.number, x.title, coalesce(e.name, '') as enterprise_name, c.name as community_name, x.holder, x.due_on, x.told
    from (${hits}) x
    left join enterprises e on e.tenant_id = ${tx.tenantId}::uuid and e.id = x.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join communities c on c.tenant_id = ${tx.tenantId}::uuid and c.id = x.community_id and ${visible(tx, "communities", "c")}
    order by array_position(array['leadingGroup', 'office', 'community', 'agency', 'enterprise'], x.told), x.due_on, x.number, x.hazard_id
    limit ${previewRows}`.execute(tx.db);
  return { counts: counts.rows, rows: rows.rows };
}
