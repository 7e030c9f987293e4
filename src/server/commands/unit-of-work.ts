// The rows one request has loaded and changed. Loads overlay what earlier commands of the request decided;
// nothing is written until every command is decided, then each table by one statement.
import { createHash } from "node:crypto";
import type pg from "pg";
import type { Change } from "#domain/kernel/change.ts";
import type { Loaded, Need, Needs } from "#domain/kernel/command.ts";
import { type Entity, entities, entityKeys, keyOf } from "#domain/kernel/entities.ts";
import { camelRow, snake, snakeRow } from "../db/naming.ts";

type AnyRow = Record<string, unknown>;

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
]);

interface Held {
  row: AnyRow | undefined;
  stored: boolean;
  changed: Set<string>;
}

export class UnitOfWork {
  private readonly client: pg.PoolClient;
  private readonly tenantId: string;
  private readonly held = new Map<Entity, Map<string, Held>>();
  private readonly asked = new Set<string>();

  constructor(client: pg.PoolClient, tenantId: string) {
    this.client = client;
    this.tenantId = tenantId;
  }

  /** Loads and locks what a decision needs, as the actor may see it: one statement for all needs of the same shape. */
  async load<N extends Needs>(needs: N): Promise<Loaded<N>> {
    const questions = Object.values(needs).map((need) => questionOf(need, this.tenantId));
    const open = questions.filter((one) => one.answerable && !this.asked.has(one.text) && !this.heldByKey(one));
    for (const group of Map.groupBy(open, (one) => one.shape).values()) await this.fetch(group);
    const loaded: Record<string, unknown> = {};
    for (const [index, name] of Object.keys(needs).entries()) {
      const question = questions[index];
      const rows = question?.answerable ? this.answer(question) : [];
      loaded[name] = needs[name]?.many ? rows : rows[0];
    }
    return loaded as Loaded<N>;
  }

  private answer({ entity, where, columns, key }: Question): AnyRow[] {
    const table = this.table(entity);
    if (key !== undefined) {
      const row = table.get(key)?.row;
      return row && columns.every((column) => row[column] === where[column]) ? [row] : [];
    }
    const found: AnyRow[] = [];
    for (const { row } of table.values())
      if (row && columns.every((column) => row[column] === where[column])) found.push(row);
    return found;
  }

  private heldByKey({ entity, key }: Question): boolean {
    return key !== undefined && this.table(entity).has(key);
  }

  private async fetch(group: readonly Question[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    const { entity } = first;
    const result = await this.client.query<AnyRow>(group.length === 1 ? selectOne(first) : selectEach(first, group));
    const table = this.table(entity);
    for (const raw of result.rows) {
      const row = camelRow(raw);
      const key = keyOf(entity, row);
      if (!table.has(key)) table.set(key, { row, stored: true, changed: new Set() });
    }
    for (const { text } of group) this.asked.add(text);
  }

  /** Takes a decision's changes into the held rows. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      const table = this.table(change.entity);
      if (change.op === "insert") {
        const key = keyOf(change.entity, change.row);
        const before = table.get(key);
        if (before?.row) throw new DuplicateRow(change.entity, key);
        table.set(key, {
          row: { ...change.row },
          stored: before?.stored ?? false,
          changed: new Set(before ? Object.keys(change.row) : []),
        });
        continue;
      }
      const key = keyOf(change.entity, change.key);
      const entry = table.get(key);
      if (!entry?.row) throw new Error(`${change.entity} ${key} was not loaded before it was changed`);
      if (change.op === "delete") entry.row = undefined;
      else {
        Object.assign(entry.row, change.set);
        for (const column of Object.keys(change.set)) entry.changed.add(column);
      }
    }
  }

  /** Writes every changed row: one insert and at most a few updates a table, parents before children. */
  async flush(): Promise<void> {
    for (const entity of entities) {
      const table = this.held.get(entity);
      if (!table) continue;
      const inserts: AnyRow[] = [];
      const updates = new Map<string, AnyRow[]>();
      const deletes: AnyRow[] = [];
      for (const [key, entry] of table) {
        if (!entry.row) {
          if (entry.stored) deletes.push(keyColumns(entity, key));
        } else if (!entry.stored) inserts.push(entry.row);
        else if (entry.changed.size) {
          const columns = [...entry.changed].sort().join(",");
          updates.set(columns, [...(updates.get(columns) ?? []), entry.row]);
        }
      }
      if (inserts.length) await this.insertRows(entity, inserts);
      for (const [columns, rows] of updates) await this.updateRows(entity, columns.split(","), rows);
      if (deletes.length) await this.deleteRows(entity, deletes);
    }
  }

  private async insertRows(entity: Entity, rows: AnyRow[]): Promise<void> {
    const table = snake(entity);
    const columns = Object.keys(rows[0] ?? {}).map(snake).sort().join(", ");
    const text = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`;
    await this.client.query({ name: `insert ${table}`, text, values: [JSON.stringify(rows.map(snakeRow))] });
  }

  private async updateRows(entity: Entity, changed: string[], rows: AnyRow[]): Promise<void> {
    const table = snake(entity);
    const keys: readonly string[] = entityKeys[entity];
    const set = changed.map((column) => `${snake(column)} = incoming.${snake(column)}`).join(", ");
    const match = keys.map((column) => `target.${snake(column)} = incoming.${snake(column)}`).join(" and ");
    const text = `update ${table} target set ${set} from json_populate_recordset(null::${table}, $1) incoming where ${match}`;
    const result = await this.client.query({ text, values: [JSON.stringify(rows.map(snakeRow))] });
    if (result.rowCount !== rows.length)
      throw new Error(`${table}: ${rows.length} rows to change, ${result.rowCount} changed`);
  }

  private async deleteRows(entity: Entity, rows: AnyRow[]): Promise<void> {
    const table = snake(entity);
    const keys: readonly string[] = entityKeys[entity];
    const match = keys.map((column) => `target.${snake(column)} = gone.${snake(column)}`).join(" and ");
    const text = `delete from ${table} target using json_populate_recordset(null::${table}, $1) gone where ${match}`;
    await this.client.query({ text, values: [JSON.stringify(rows.map(snakeRow))] });
  }

  private table(entity: Entity): Map<string, Held> {
    const known = this.held.get(entity);
    if (known) return known;
    const made = new Map<string, Held>();
    this.held.set(entity, made);
    return made;
  }
}

/** A decision made a row that is already there. */
export class DuplicateRow extends Error {
  constructor(entity: Entity, key: string) {
    super(`${entity} ${key} exists already`);
    this.name = "DuplicateRow";
  }
}

function keyColumns(entity: Entity, key: string): AnyRow {
  const parts = key.split("/");
  return Object.fromEntries(entityKeys[entity].map((column, index) => [column, parts[index]]));
}

/** One question goes by plain parameters, so that its index is certain. */
function selectOne({ entity, columns, where, shape }: Question) {
  const asked = columns.filter((column) => where[column] !== null);
  const conditions = [
    ...asked.map((column, index) => `${snake(column)} = $${index + 1}`),
    ...columns.filter((column) => where[column] === null).map((column) => `${snake(column)} is null`),
  ];
  const text = `select * from ${snake(entity)} where ${conditions.join(" and ") || "true"}${lockOf(entity)}`;
  return { name: nameOf(`one ${shape}`), text, values: asked.map((column) => where[column]) };
}

function selectEach({ entity, columns, where, shape }: Question, group: readonly Question[]) {
  const table = snake(entity);
  const match = columns.map((column) =>
    where[column] === null ? `t.${snake(column)} is null` : `t.${snake(column)} = w.${snake(column)}`,
  );
  const wanted = [...new Map(group.map((one) => [one.text, snakeRow(one.where)])).values()];
  const text = `select t.* from ${table} t where exists (select from json_populate_recordset(null::${table}, $1) w where ${match.join(" and ")})${lockOf(entity)}`;
  return { name: nameOf(`each ${shape}`), text, values: [JSON.stringify(wanted)] };
}

const lockOf = (entity: Entity) => (unlocked.has(entity) ? "" : " for update");
const nameOf = (shape: string) => createHash("sha256").update(shape).digest("hex").slice(0, 32);

interface Question {
  readonly entity: Entity;
  readonly where: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
  /** The row's key, when the question names all of its columns. */
  readonly key: string | undefined;
  /** Same entity, same columns: answered by the same statement. */
  readonly shape: string;
  readonly text: string;
  readonly answerable: boolean;
}

function questionOf(need: Need, tenantId: string): Question {
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
    shape: JSON.stringify([need.entity, columns.map((column) => [column, where[column] === null])]),
    text: JSON.stringify([need.entity, columns.map((column) => [column, where[column]])]),
    answerable: columns.every((column) => where[column] !== undefined),
  };
}
