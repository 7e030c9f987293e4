// Agencies and communities of a tenant, with the people at work in them today.
import { sql } from "kysely";
import type { AgencyRow, CommunityRow } from "#api/agencies.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";
import { type Condition, visible } from "./visibility.ts";

interface FoundAgency extends Omit<AgencyRow, "engagement"> {
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** Every agency of the platform; which ones exist is no secret, who serves where is. */
export async function readAgencies(tx: Transaction, day: LocalDate): Promise<AgencyRow[]> {
  const { rows } = await sql<FoundAgency>`
    select g.id, coalesce(a.agency_name, g.name) as name, g.credit_code, a.valid_from, a.valid_to,
      (select count(*) from memberships m where ${visible(tx, "memberships", "m")} and m.scope_kind = 'agency'
        and m.scope_id = g.id and ${holds("m", day)}) as people
    from agencies g
    left join agency_engagements a on a.agency_id = g.id and ${visible(tx, "agencyEngagements", "a")}
    order by a.agency_id is null, coalesce(a.valid_to < ${day}::date, false), a.valid_from, g.created_at, g.id`.execute(
    tx.db,
  );
  return rows.map(({ validFrom, validTo, ...row }) => ({
    ...row,
    engagement: validFrom === null ? null : { validFrom, validTo },
  }));
}

export async function readCommunities(tx: Transaction, day: LocalDate): Promise<CommunityRow[]> {
  const { rows } = await sql<CommunityRow>`
    select c.id, c.name, c.kind, coalesce((select json_agg(m.display_name order by m.created_at, m.id) from memberships m
        where ${visible(tx, "memberships", "m")} and m.scope_kind = 'community' and m.scope_id = c.id and ${holds("m", day)}), '[]') as officers
    from communities c where ${visible(tx, "communities", "c")} order by c.name`.execute(tx.db);
  return rows;
}

function holds(m: string, day: LocalDate): Condition {
  return sql`(${sql.ref(`${m}.validFrom`)} <= ${day}::date and coalesce(${sql.ref(`${m}.validTo`)} >= ${day}::date, true))`;
}
