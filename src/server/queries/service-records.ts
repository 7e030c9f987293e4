// Service records by kind and audience: the office sees all, an agency its own.
import { type SqlBool, sql } from "kysely";
import type { ServiceFilter, ServiceRecord } from "#api/service-records.ts";
import { serviceKinds } from "#api/service-records.ts";
import type { Transaction } from "../db/transaction.ts";
import { type Condition, visible } from "./visibility.ts";

export const SERVICE_PAGE = 50;

export async function readServiceRecords(tx: Transaction, filter: ServiceFilter, page: number) {
  const { rows } = await sql<ServiceRecord & { total: number }>`
    select r.id, r.kind, r.audience, r.title, r.held_on, r.place, r.attendees, r.summary, a.agency_name, r.recorded_by_name,
      count(*) over () as total
    from service_records r
    left join agency_engagements a on a.tenant_id = r.tenant_id and a.agency_id = r.agency_id and ${visible(tx, "agencyEngagements", "a")}
    where ${sql.join(conditions(tx, filter), sql` and `)}
    order by r.held_on desc, r.recorded_at desc, r.id limit ${SERVICE_PAGE} offset ${(page - 1) * SERVICE_PAGE}`.execute(
    tx.db,
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}

export async function countServiceKinds(tx: Transaction, { kind: _, ...others }: ServiceFilter) {
  const { rows } = await sql<{ kind: ServiceRecord["kind"]; count: number }>`
    select r.kind, count(*) as count from service_records r
    where ${sql.join(conditions(tx, others), sql` and `)} group by 1`.execute(tx.db);
  return serviceKinds.map((kind) => ({ kind, count: rows.find((row) => row.kind === kind)?.count ?? 0 }));
}

function conditions(tx: Transaction, { kind, audience, agency }: ServiceFilter): Condition[] {
  return [
    visible(tx, "serviceRecords", "r"),
    ...(kind ? [sql<SqlBool>`r.kind = ${kind}`] : []),
    ...(audience ? [sql<SqlBool>`r.audience = ${audience}`] : []),
    ...(agency ? [sql<SqlBool>`r.agency_id = ${agency}::uuid`] : []),
  ];
}
