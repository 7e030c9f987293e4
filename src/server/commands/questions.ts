// A command's needs as one statement: every question of the same shape is one part of it, and each part answers its rows as JSON.
import type pg from "pg";
import type { Need } from "#domain/kernel/command.ts";
import { type Entity, entityKeys } from "#domain/kernel/entities.ts";
import { camel, snake, snakeRow } from "../db/naming.ts";
import { preparedName } from "../db/prepared-names.ts";

export type AnyRow = Record<string, unknown>;

/** Read by every act and changed by few: locking them would serialise the tenant, and a lock needs the right to write. */
const unlocked: ReadonlySet<Entity> = new Set<Entity>([
  "divisions",
  "tenants",
  "accounts",
  "agencies",
  "memberships",
  "agencyEngagements",
  "communities",
  "workingDayCorrections",
  "schemes",
  "schemePeriods",
  "contracts",
  "contractEnterprises",
  "enterprises",
  "sites",
  "scopeDecisions",
  "tipTerms",
]);

export interface Question {
  readonly entity: Entity;
  readonly where: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
  /** The row's key, when the question names all of its columns. */
  readonly key: string | undefined;
  /** Same entity, same columns: answered by the same part. */
  readonly shape: string;
  readonly text: string;
  readonly answerable: boolean;
}

export function questionOf(need: Need, tenantId: string): Question {
  const keys: readonly string[] = entityKeys[need.entity];
  const where: Record<string, unknown> = keys[0] === "tenantId" ? { ...need.where, tenantId } : { ...need.where };
  const columns = Object.keys(where).sort();
  const key = keys.every((column) => column in where)
    ? keys.map((column) => String(where[column])).join("/")
    : undefined;
  return {
    entity: need.entity,
    where,
    columns,
    key,
    shape: `${need.entity} ${columns.map((column) => (where[column] === null ? `${column}?` : column)).join()}`,
    text: JSON.stringify([need.entity, columns.map((column) => [column, where[column]])]),
    answerable: columns.every((column) => where[column] !== undefined),
  };
}

/**
 * Asks all questions at once and locks what they find; answers rows as the tables' columns are named in TypeScript. Sends
 * before it waits for anything, so that it can share a packet.
 */
export async function askAll(
  client: pg.ClientBase,
  questions: readonly Question[],
): Promise<{ readonly entity: Entity; readonly rows: readonly AnyRow[] }[]> {
  const values: unknown[] = [];
  const groups = [...Map.groupBy(questions, (one) => one.shape).values()];
  const parts = groups.map((group, index) => `(select json_agg(r) from (${selectOf(group, values)}) r) as q${index}`);
  const text = `select ${parts.join(", ")}`;
  const instants = knownInstants ?? (await instantColumns(client));
  const result = await client.query<Record<string, AnyRow[] | null>>({ name: preparedName(text), text, values });
  return groups.flatMap(([first], index) => {
    if (!first) return [];
    const rows = result.rows[0]?.[`q${index}`] ?? [];
    return [{ entity: first.entity, rows: rows.map((row) => rowOf(row, instants.get(snake(first.entity)))) }];
  });
}

/** Plain parameters, so that the index is certain; questions that differ in one column share an array of its values. */
function selectOf(group: readonly Question[], values: unknown[]): string {
  const [first] = group;
  if (!first) throw new Error("a group has a question");
  const { entity, columns, where } = first;
  const varying = columns.filter((column) => group.some((one) => one.where[column] !== where[column]));
  if (varying.length > 1) return selectByRows(group, values);
  const conditions = columns.map((column) => {
    if (where[column] === null) return `${snake(column)} is null`;
    const isVarying = varying.includes(column);
    values.push(isVarying ? [...new Set(group.map((one) => one.where[column]))] : where[column]);
    return `${snake(column)} = ${isVarying ? `any($${values.length})` : `$${values.length}`}`;
  });
  return `select * from ${snake(entity)} where ${conditions.join(" and ") || "true"}${lockOf(entity)}`;
}

function selectByRows(group: readonly Question[], values: unknown[]): string {
  const [first] = group;
  if (!first) throw new Error("a group has a question");
  const table = snake(first.entity);
  const match = first.columns.map((column) =>
    first.where[column] === null ? `t.${snake(column)} is null` : `t.${snake(column)} = w.${snake(column)}`,
  );
  const wanted = new Map(group.map((one) => [one.text, snakeRow(one.where)]));
  values.push(JSON.stringify([...wanted.values()]), wanted.size);
  const source = `(select * from json_populate_recordset(null::${table}, $${values.length - 1}) limit $${values.length}) w`;
  return `select t.* from ${table} t where exists (select from ${source} where ${match.join(" and ")})${lockOf(first.entity)}`;
}

const lockOf = (entity: Entity) => (unlocked.has(entity) ? "" : " for update");

/** A row as the pool's own type parsers would give it: JSON differs in instants only. */
function rowOf(json: AnyRow, instants: ReadonlySet<string> | undefined): AnyRow {
  const row: AnyRow = {};
  for (const [column, value] of Object.entries(json))
    row[camel(column)] = typeof value === "string" && instants?.has(column) ? new Date(value).toISOString() : value;
  return row;
}

let knownInstants: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Columns that hold instants, by table; the schema does not change while a process runs. */
async function instantColumns(client: pg.ClientBase): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select c.relname::text as table, array_agg(a.attname::text) as columns from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'timestamptz'::regtype group by 1`,
  );
  knownInstants = new Map(rows.map(({ table, columns }) => [table, new Set(columns)]));
  return knownInstants;
}
