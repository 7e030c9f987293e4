// The rows one request has loaded and changed. Loads overlay what earlier commands of the request decided;
// nothing is written until every command is decided, then all tables by one statement.
import type pg from "pg";
import type { Change } from "#domain/kernel/change.ts";
import type { Loaded, Needs } from "#domain/kernel/command.ts";
import { type Entity, entities, entityKeys, keyOf } from "#domain/kernel/entities.ts";
import { snake } from "../db/naming.ts";
import { preparedName } from "../db/prepared-names.ts";
import { type AnyRow, askAll, type Question, questionOf } from "./questions.ts";

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

  /** Loads and locks what a decision needs, as the actor may see it; what is held already is not asked again. */
  async load<N extends Needs>(needs: N): Promise<Loaded<N>> {
    await this.foresee([needs]);
    return this.recall(needs);
  }

  /** Loads and locks what several commands will ask for, all by one statement. */
  foresee(all: readonly Needs[]): Promise<void> {
    return this.ask(all.flatMap((needs) => Object.values(needs).map((need) => questionOf(need, this.tenantId))));
  }

  /** What is held of these needs, without asking. */
  recall<N extends Needs>(needs: N): Loaded<N> {
    const loaded: Record<string, unknown> = {};
    for (const [name, need] of Object.entries(needs)) {
      const question = questionOf(need, this.tenantId);
      const rows = question.answerable ? this.answer(question) : [];
      loaded[name] = need.many ? rows : rows[0];
    }
    return loaded as Loaded<N>;
  }

  /** Whether everything these needs name was asked for. */
  holds(needs: Needs): boolean {
    return Object.values(needs).every((need) => !this.isOpen(questionOf(need, this.tenantId)));
  }

  private isOpen(question: Question): boolean {
    return question.answerable && !this.asked.has(question.text) && !this.heldByKey(question);
  }

  private async ask(questions: readonly Question[]): Promise<void> {
    const open = questions.filter((one) => this.isOpen(one));
    if (!open.length) return;
    for (const { entity, rows } of await askAll(this.client, open)) {
      const table = this.table(entity);
      for (const row of rows) {
        const key = keyOf(entity, row);
        if (!table.has(key)) table.set(key, { row, stored: true, changed: new Set() });
      }
    }
    for (const { text } of open) this.asked.add(text);
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

  /** Writes every changed row by one statement: one part a table and kind of change, foreign keys are checked at its end. */
  async flush(): Promise<void> {
    const writes = entities.flatMap((entity) => this.writesOf(entity));
    if (!writes.length) return;
    const parts = writes.map(({ sql }, index) => `w${index} as (${sql(2 * index + 1)} returning 1)`);
    const counts = writes.map((_, index) => `(select count(*)::integer from w${index}) as w${index}`);
    const text = `with ${parts.join(", ")} select ${counts.join(", ")}`;
    const values = writes.flatMap(({ rows }) => [JSON.stringify(rows.map(givenColumns)), rows.length]);
    const result = await this.client.query<Record<string, number>>({ name: preparedName(text), text, values });
    for (const [index, { table, rows }] of writes.entries()) {
      const written = result.rows[0]?.[`w${index}`];
      if (written !== rows.length) throw new Error(`${table}: ${rows.length} rows to write, ${written} written`);
    }
  }

  private writesOf(entity: Entity): Write[] {
    const inserts: AnyRow[] = [];
    const updates = new Map<string, AnyRow[]>();
    const deletes: AnyRow[] = [];
    for (const [key, entry] of this.held.get(entity) ?? []) {
      if (!entry.row) {
        if (entry.stored) deletes.push(keyColumns(entity, key));
      } else if (!entry.stored) inserts.push(entry.row);
      else if (entry.changed.size) {
        const columns = [...entry.changed].sort().join(",");
        updates.set(columns, [...(updates.get(columns) ?? []), entry.row]);
      }
    }
    return [
      ...(inserts.length ? [insertOf(entity, inserts)] : []),
      ...[...updates].map(([columns, rows]) => updateOf(entity, columns.split(","), rows)),
      ...(deletes.length ? [deleteOf(entity, deletes)] : []),
    ];
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

/** One part of the writing statement; `sql` is told the number of its first parameter: the rows, then how many they are. */
interface Write {
  readonly table: string;
  readonly rows: readonly AnyRow[];
  readonly sql: (parameter: number) => string;
}

/** The limit tells the planner how few rows come: it would guess a hundred and read the whole table for them. */
const incoming = (table: string, parameter: number) =>
  `(select * from json_populate_recordset(null::${table}, $${parameter}) limit $${parameter + 1})`;

function insertOf(entity: Entity, rows: readonly AnyRow[]): Write {
  const table = snake(entity);
  const columns = Object.keys(rows[0] ?? {})
    .map(snake)
    .sort()
    .join(", ");
  const sql = (n: number) => `insert into ${table} (${columns}) select ${columns} from ${incoming(table, n)} i`;
  return { table, rows, sql };
}

function updateOf(entity: Entity, changed: readonly string[], rows: readonly AnyRow[]): Write {
  const table = snake(entity);
  const set = changed.map((column) => `${snake(column)} = i.${snake(column)}`).join(", ");
  return {
    table,
    rows,
    sql: (n) => `update ${table} t set ${set} from ${incoming(table, n)} i where ${sameKey(entity)}`,
  };
}

function deleteOf(entity: Entity, rows: readonly AnyRow[]): Write {
  const table = snake(entity);
  return { table, rows, sql: (n) => `delete from ${table} t using ${incoming(table, n)} i where ${sameKey(entity)}` };
}

/** A row for json_populate_recordset, which takes what is left out for null. */
function givenColumns(row: AnyRow): AnyRow {
  const given: AnyRow = {};
  for (const [column, value] of Object.entries(row)) if (value !== null) given[snake(column)] = value;
  return given;
}

function sameKey(entity: Entity): string {
  return entityKeys[entity].map((column) => `t.${snake(column)} = i.${snake(column)}`).join(" and ");
}

function keyColumns(entity: Entity, key: string): AnyRow {
  const parts = key.split("/");
  return Object.fromEntries(entityKeys[entity].map((column, index) => [column, parts[index]]));
}
