// The list of documents, each with its enterprise, visit and hands.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { DocumentFilter, DocumentRow } from "#api/documents.ts";
import type { Transaction } from "../db/transaction.ts";
import { like } from "./hazard-filter.ts";
import { type Condition, visible } from "./visibility.ts";

export const DOCUMENT_PAGE = 50;

export async function readDocuments(
  tx: Transaction,
  filter: DocumentFilter,
  slice: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; rows: DocumentRow[]; waiting: { draft: number; reviewed: number } }> {
  const { rows } = await sql<DocumentRow & { total: number }>`
    select ${documentColumns()}, count(*) over () as total from ${documentTables(tx)}
    where ${sql.join(conditionsOf(tx, filter), sql` and `)}
    order by case when d.kind = 'inspectionReport' and d.state in ('draft', 'reviewed') then 0 else 1 end,
      d.drafted_at desc, d.number desc
    limit ${slice.limit} offset ${slice.offset}`.execute(tx.db);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _total, ...row }) => row),
    waiting: await readWaiting(tx),
  };
}

export async function findDocumentRow(tx: Transaction, id: string): Promise<DocumentRow | undefined> {
  const { rows } = await sql<DocumentRow>`select ${documentColumns()} from ${documentTables(tx)}
    where ${visible(tx, "documents", "d")} and d.id = ${id}::uuid`.execute(tx.db);
  return rows[0];
}

async function readWaiting(tx: Transaction): Promise<{ draft: number; reviewed: number }> {
  const { rows } = await sql<{ draft: number; reviewed: number }>`
    select count(*) filter (where d.state = 'draft') as draft, count(*) filter (where d.state = 'reviewed') as reviewed
    from documents d where ${visible(tx, "documents", "d")} and d.kind = 'inspectionReport'`.execute(tx.db);
  return rows[0] ?? { draft: 0, reviewed: 0 };
}

function conditionsOf(tx: Transaction, filter: DocumentFilter): Condition[] {
  const conditions: Condition[] = [visible(tx, "documents", "d")];
  if (filter.kind) conditions.push(sql<SqlBool>`d.kind = ${filter.kind}`);
  if (filter.state) conditions.push(sql<SqlBool>`d.state = ${filter.state}`);
  if (filter.enterprise) conditions.push(sql<SqlBool>`d.enterprise_id = ${filter.enterprise}::uuid`);
  if (filter.community) conditions.push(sql<SqlBool>`d.community_id = ${filter.community}::uuid`);
  if (filter.text) conditions.push(like(filter.text, ["d.number", "e.name"]));
  return conditions;
}

function documentColumns(): RawBuilder<unknown> {
  return sql`d.id, d.kind, d.number, d.state, d.enterprise_id, coalesce(e.name, v.enterprise_name, '') as enterprise_name,
    c.name as community_name, a.agency_name, d.visit_id, d.hazard_id, v.inspected_on, v.expert_name, d.drafted_at,
    d.drafted_by_name, d.reviewed_at, d.reviewed_by_name, d.released_at, d.released_by_name, d.one_person_release,
    d.due_on, d.void_reason, d.pdf_sha256 is not null as printed`;
}

function documentTables(tx: Transaction): RawBuilder<unknown> {
  return sql`documents d
    left join visits v on v.tenant_id = d.tenant_id and v.id = d.visit_id and ${visible(tx, "visits", "v")}
    left join enterprises e on e.tenant_id = d.tenant_id and e.id = d.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join communities c on c.tenant_id = d.tenant_id and c.id = d.community_id and ${visible(tx, "communities", "c")}
    left join agency_engagements a on a.tenant_id = d.tenant_id and a.agency_id = coalesce(d.made_by_agency_id, d.agency_id)
      and ${visible(tx, "agencyEngagements", "a")}`;
}
