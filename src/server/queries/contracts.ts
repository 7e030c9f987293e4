// Contracts and what of them is done; the enterprises in scope a contract can name.
import { type RawBuilder, sql } from "kysely";
import type { Contract, ServedEnterprise } from "#api/contracts.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";
import { scopeHoldingOn } from "./measures.ts";
import { visible } from "./visibility.ts";

export async function readContracts(tx: Transaction): Promise<Contract[]> {
  const { rows } = await sql<Contract>`
    select k.id, k.number, k.scheme_id, s.name as scheme_name, k.agency_id, a.agency_name, k.party_a, k.party_b, k.starts_on, k.ends_on,
      k.visits_owed, ${visitsDone(tx)} as visits_done, k.amount_fen, k.visit_price_fen, k.acceptance_rules,
      (select count(*) from contract_enterprises n where ${visible(tx, "contractEnterprises", "n")} and n.contract_id = k.id and n.served_until is null) as enterprises
    from contracts k
    join schemes s on s.tenant_id = k.tenant_id and s.id = k.scheme_id and ${visible(tx, "schemes", "s")}
    left join agency_engagements a on a.tenant_id = k.tenant_id and a.agency_id = k.agency_id and ${visible(tx, "agencyEngagements", "a")}
    where ${visible(tx, "contracts", "k")} order by k.starts_on desc, k.number`.execute(tx.db);
  return rows;
}

/** Finished inspections by the contract's agency at its enterprises within its days. */
function visitsDone(tx: Transaction): RawBuilder<number> {
  return sql<number>`(select count(*) from visits v where ${visible(tx, "visits", "v")} and v.kind = 'inspection'
    and v.status = 'finished' and v.made_by_agency_id = k.agency_id and v.inspected_on between k.starts_on and k.ends_on
    and exists (select 1 from contract_enterprises n where ${visible(tx, "contractEnterprises", "n")}
      and n.contract_id = k.id and n.enterprise_id = v.enterprise_id and v.inspected_on <= coalesce(n.served_until, k.ends_on)))`;
}

/** Agencies that may be given a contract today. */
export async function engagedAgencies(tx: Transaction, day: LocalDate): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select a.agency_id as id, a.agency_name as name from agency_engagements a
    where ${visible(tx, "agencyEngagements", "a")} and coalesce(a.valid_to >= ${day}::date, true)
    order by a.valid_from, a.agency_name`.execute(tx.db);
  return rows;
}

export async function readServed(tx: Transaction, day: LocalDate): Promise<ServedEnterprise[]> {
  const { rows } = await sql<ServedEnterprise>`
    select e.id, e.register_no, e.name, c.name as community_name, e.agency_id, a.agency_name,
      array(select n.contract_id from contract_enterprises n where ${visible(tx, "contractEnterprises", "n")}
        and n.enterprise_id = e.id and n.served_until is null) as contract_ids
    from enterprises e
    join ${scopeHoldingOn(tx, day)} hold on hold.enterprise_id = e.id and hold.decision = 'in'
    left join communities c on c.tenant_id = e.tenant_id and c.id = e.community_id and ${visible(tx, "communities", "c")}
    left join agency_engagements a on a.tenant_id = e.tenant_id and a.agency_id = e.agency_id and ${visible(tx, "agencyEngagements", "a")}
    where ${visible(tx, "enterprises", "e")} and e.merged_into is null order by e.register_no`.execute(tx.db);
  return rows;
}
