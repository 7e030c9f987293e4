// The rows a visit left in the product's database, as JSON texts by table: what the ceiling writes again.
import type pg from "pg";
import { z } from "zod";

/** Every table one visit fills, parents before children, and how its rows are found from the visit. */
export const FILLED_TABLES = [
  { table: "command_outcomes", where: "t.visit_id = v.id" },
  { table: "visits", where: "t.id = v.id" },
  { table: "visit_tasks", where: "t.visit_id = v.id" },
  { table: "findings", where: "t.visit_id = v.id" },
  { table: "hazards", where: "t.visit_id = v.id" },
  { table: "hazard_citations", where: `t.hazard_id in ${ofHazards()}` },
  { table: "hazard_acts", where: `t.hazard_id in ${ofHazards()}` },
  { table: "photo_slots", where: "t.visit_id = v.id" },
  { table: "documents", where: "t.visit_id = v.id" },
  {
    table: "document_proofs",
    where: "t.document_id in (select d.id from documents d where d.tenant_id = v.tenant_id and d.visit_id = v.id)",
  },
  { table: "signatures", where: "t.visit_id = v.id" },
  { table: "access_links", where: "t.visit_id = v.id" },
] as const;

function ofHazards(): string {
  return "(select h.id from hazards h where h.tenant_id = v.tenant_id and h.visit_id = v.id)";
}

/** The tasks a visit changes are rows that were there before: the one table that is updated. */
export const CHANGED_TABLE = "tasks";
export const JOURNAL_TABLE = "journal_events";

/** What one visit left behind: table → its rows. */
export interface VisitRows {
  readonly tenantId: string;
  readonly agencyId: string;
  readonly tables: ReadonlyMap<string, readonly object[]>;
}

interface Visit {
  readonly tenantId: string;
  readonly visitId: string;
  readonly commandIds: readonly string[];
}

const bounds = z.array(z.object({ enterprise_id: z.string(), agency_id: z.string() })).min(1);

/** What these visits left in the product's database; of the changed table only the rows that `before` holds otherwise. */
export async function readVisitRows(
  owner: pg.Client,
  before: pg.Client,
  visits: readonly Visit[],
): Promise<VisitRows[]> {
  const found = visits.map(() => new Map<string, readonly object[]>());
  const journal = {
    table: JOURNAL_TABLE,
    where: "t.command_id = any (select json_array_elements_text(v.commands)::uuid)",
  };
  for (const source of [...FILLED_TABLES, journal]) {
    const rows = await readOf(owner, source, visits);
    for (const [index, of] of rows.entries()) if (of) found[index]?.set(source.table, of);
  }
  const bound = found.map((tables) => bounds.parse(tables.get("visits"))[0]);
  const enterpriseIds = bound.map((row) => row?.enterprise_id ?? "");
  const tasks = await changedTasks(owner, before, enterpriseIds);
  return visits.map(({ tenantId }, index) => {
    const tables = found[index] ?? new Map<string, readonly object[]>();
    const changed = tasks.get(enterpriseIds[index] ?? "");
    return {
      tenantId,
      agencyId: bound[index]?.agency_id ?? "",
      tables: changed ? new Map([...tables, [CHANGED_TABLE, changed]]) : tables,
    };
  });
}

async function readOf(client: pg.Client, source: { table: string; where: string }, visits: readonly Visit[]) {
  const { rows } = await client.query<{ rows: object[] | null }>(
    `select (select json_agg(t) from ${source.table} t where t.tenant_id = v.tenant_id and ${source.where}) as rows
     from rows from (json_to_recordset($1::json) as (tenant_id uuid, id uuid, commands json)) with ordinality as v(tenant_id, id, commands, n)
     order by n`,
    [JSON.stringify(visits.map((one) => ({ tenant_id: one.tenantId, id: one.visitId, commands: one.commandIds })))],
  );
  return rows.map((row) => row.rows);
}

/** Enterprise → its tasks that differ from those of `before`. */
async function changedTasks(owner: pg.Client, before: pg.Client, enterpriseIds: readonly string[]) {
  const text = `select row_to_json(t) as row, enterprise_id from ${CHANGED_TABLE} t where enterprise_id = any($1)`;
  const then = await before.query<{ row: object }>(text, [enterpriseIds]);
  const now = await owner.query<{ row: object; enterprise_id: string }>(text, [enterpriseIds]);
  const known = new Set(then.rows.map(({ row }) => JSON.stringify(row)));
  const changed = now.rows.filter(({ row }) => !known.has(JSON.stringify(row)));
  const byEnterprise = Map.groupBy(changed, (one) => one.enterprise_id);
  return new Map([...byEnterprise].map(([id, rows]) => [id, rows.map(({ row }) => row)]));
}

/** One figure and one digest a table: equal on both sides when the rows are. */
export async function tableDigests(owner: pg.Client): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const table of [...FILLED_TABLES.map((one) => one.table), CHANGED_TABLE, JOURNAL_TABLE]) {
    const { rows } = await owner.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(row, '' order by row)), '') as digest
       from (select md5(t::text) as row from ${table} t) as hashed`,
    );
    digests[table] = rows[0]?.digest ?? "";
  }
  return digests;
}
