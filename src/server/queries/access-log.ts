// Readings of enterprise files, with the reader's name as the membership has it now.
import { type SqlBool, sql } from "kysely";
import type { AccessLogFilter, FileReading } from "#api/access-log.ts";
import { FILE_READ } from "../access/access-log.ts";
import type { Transaction } from "../db/transaction.ts";
import { like } from "./hazard-filter.ts";
import { visible } from "./visibility.ts";

export const ACCESS_LOG_PAGE = 50;

interface FoundReading extends FileReading {
  readonly total: number;
}

export async function readFileReadings(tx: Transaction, { text, enterprise }: AccessLogFilter, page: number) {
  const conditions = [
    visible(tx, "accessLog", "l"),
    sql<SqlBool>`l.act = ${FILE_READ}`,
    ...(enterprise ? [sql<SqlBool>`l.subject = ${`enterprises:${enterprise}`}`] : []),
    ...(text ? [like(text, ["e.name", "m.display_name"])] : []),
  ];
  const { rows } = await sql<FoundReading>`
    select l.id, l.at, m.display_name as reader_name, m.role as reader_role, coalesce(a.agency_name, c.name) as scope_name,
      e.id as enterprise_id, e.name as enterprise_name, count(*) over () as total
    from access_log l
    join enterprises e on e.tenant_id = l.tenant_id and l.subject = 'enterprises:' || e.id and ${visible(tx, "enterprises", "e")}
    left join memberships m on m.tenant_id = l.tenant_id and l.actor = 'member:' || m.id and ${visible(tx, "memberships", "m")}
    left join agency_engagements a on a.tenant_id = m.tenant_id and a.agency_id = m.scope_id and ${visible(tx, "agencyEngagements", "a")}
    left join communities c on c.tenant_id = m.tenant_id and c.id = m.scope_id and ${visible(tx, "communities", "c")}
    where ${sql.join(conditions, sql` and `)}
    order by l.at desc, l.id limit ${ACCESS_LOG_PAGE} offset ${(page - 1) * ACCESS_LOG_PAGE}`.execute(tx.db);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}
