// People of a tenant as far as the actor sees them: the office and the administrator all, an agency its own.
import { sql } from "kysely";
import type { PersonRow } from "#api/people.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";
import { communitiesOf } from "./scheme-on-day.ts";
import { visible } from "./visibility.ts";

/** In the order of the roles' sides; whoever has left stands last. */
export async function readPeople(tx: Transaction, day: LocalDate): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select m.id, m.display_name, acc.login, m.role, coalesce(a.agency_name, c.name, e.name) as scope_name, m.title,
      m.valid_from, m.valid_to, acc.state = 'closed' as account_closed, m.id = ${tx.actor.id}::uuid as own,
      case when m.valid_from > ${day}::date then 'future' when m.valid_to < ${day}::date then 'over' else 'now' end as state
    from memberships m
    join accounts acc on acc.id = m.account_id
    left join agency_engagements a on a.tenant_id = m.tenant_id and a.agency_id = m.scope_id and ${visible(tx, "agencyEngagements", "a")}
    left join communities c on c.tenant_id = m.tenant_id and c.id = m.scope_id and ${visible(tx, "communities", "c")}
    left join enterprises e on e.tenant_id = m.tenant_id and e.id = m.scope_id and ${visible(tx, "enterprises", "e")}
    where ${visible(tx, "memberships", "m")}
    order by coalesce(m.valid_to < ${day}::date, false), m.scope_kind <> 'people', m.scope_kind <> 'office', m.scope_kind,
      scope_name nulls first, m.created_at, m.id`.execute(tx.db);
  return rows;
}

/** Scopes a new membership can be given: engaged agencies and communities. */
export async function peopleChoices(tx: Transaction, day: LocalDate) {
  const { actor } = tx;
  const { rows: agencies } = await sql<{ id: string; name: string }>`
    select a.agency_id as id, a.agency_name as name from agency_engagements a
    where ${visible(tx, "agencyEngagements", "a")} and (a.valid_to is null or a.valid_to >= ${day}::date)
      and (${actor.role !== "agencyLead"} or a.agency_id = ${actor.scopeId}::uuid)
    order by a.agency_name`.execute(tx.db);
  const communities = actor.role === "agencyLead" ? [] : await communitiesOf(tx);
  return { agencies, communities };
}

/** The account behind a membership that the actor sees. */
export async function accountOfMembership(
  tx: Transaction,
  membershipId: string,
): Promise<{ accountId: string; login: string } | undefined> {
  return tx.db
    .selectFrom("memberships")
    .innerJoin("accounts", "accounts.id", "memberships.accountId")
    .select(["accounts.id as accountId", "accounts.login"])
    .where(visible(tx, "memberships"))
    .where("memberships.id", "=", membershipId)
    .executeTakeFirst();
}
