// The rows of one tenant in memory, for tests of pure rules: loads what a command needs, applies what it decided.
// It stands in for the tables and for the phone's copy; it knows no row security and no transactions.
import type { Change, Decision } from "#domain/kernel/change.ts";
import type { AnyCommand, Context, Loaded, Need, Needs } from "#domain/kernel/command.ts";
import { type Entity, entityKeys, keyOf, type Row } from "#domain/kernel/entities.ts";
import { type Result, refuse } from "#domain/kernel/result.ts";

type Values = Readonly<Record<string, unknown>>;

export class MemoryStore {
  private readonly tables = new Map<Entity, Map<string, object>>();

  /** All rows of an entity, in the order they came. */
  rows<E extends Entity>(entity: E): readonly Row<E>[] {
    // The one place where a table's rows get their type: `put` takes only rows of that entity.
    return [...this.table(entity).values()] as Row<E>[];
  }

  find<E extends Entity>(entity: E, where: Partial<Row<E>>): Row<E> | undefined {
    return this.rows(entity).find((row) => matches(row, where));
  }

  put<E extends Entity>(entity: E, row: Row<E>): void {
    this.table(entity).set(keyOf(entity, row), Object.freeze({ ...row }));
  }

  has(entity: Entity, key: string): boolean {
    return this.table(entity).has(key);
  }

  drop(entity: Entity, key: string): void {
    this.table(entity).delete(key);
  }

  merge(entity: Entity, key: string, set: object): void {
    const row = this.table(entity).get(key);
    if (!row) throw new Error(`no row ${entity} ${key} to change`);
    this.table(entity).set(key, Object.freeze({ ...row, ...set }));
  }

  /** Everything as one text, to see that nothing changed. */
  snapshot(): string {
    const filled = [...this.tables].filter(([, rows]) => rows.size > 0);
    return JSON.stringify(filled.map(([entity, rows]) => [entity, [...rows.values()]]));
  }

  /** Every row there is. Rows are frozen and replaced when written, so the same rows mean that nothing changed. */
  allRows(): readonly object[] {
    return [...this.tables.values()].flatMap((rows) => [...rows.values()]);
  }

  private table(entity: Entity): Map<string, object> {
    const found = this.tables.get(entity) ?? new Map<string, object>();
    this.tables.set(entity, found);
    return found;
  }
}

function matches(row: object, where: object): boolean {
  const values: Values = Object.fromEntries(Object.entries(row));
  return Object.entries(where).every(([column, value]) => value !== undefined && values[column] === value);
}

function load(store: MemoryStore, need: Need): object | readonly object[] | undefined {
  const found = store.rows(need.entity).filter((row) => matches(row, need.where));
  return need.many ? found : found[0];
}

/** The rows a stage of needs names; a value that is undefined finds nothing. */
export function loadNeeds<N extends Needs>(store: MemoryStore, needs: N): Loaded<N> {
  return Object.fromEntries(Object.entries(needs).map(([name, need]) => [name, load(store, need)])) as Loaded<N>;
}

/** Writes changes as the tables would: a key twice or a missing row is a bug and throws. */
export function applyChanges(store: MemoryStore, changes: readonly Change[]): void {
  for (const change of changes) {
    const { op, entity } = change;
    const key = entityKeys[entity] && keyOf(entity, op === "insert" ? change.row : change.key);
    if (op === "insert" && store.has(entity, key)) throw new Error(`row ${entity} ${key} is there already`);
    if (op !== "insert" && !store.has(entity, key)) throw new Error(`no row ${entity} ${key} to ${op}`);
    if (op === "insert") store.put(entity, change.row);
    else if (op === "update") store.merge(entity, key, change.set);
    else store.drop(entity, key);
  }
}

/** One command as the server runs it: role, shape, rows, decision, changes. A refusal changes nothing. */
export function runCommand(
  store: MemoryStore,
  definition: AnyCommand,
  args: unknown,
  context: Context,
): Result<Decision> {
  if (!definition.by.includes(context.actor.role)) return refuse("command.not_yours");
  const parsed = definition.args.safeParse(args);
  if (!parsed.success) return refuse("command.malformed", { field: String(parsed.error.issues[0]?.path.join(".")) });
  const first = loadNeeds(store, definition.needs(parsed.data, context));
  const more = definition.needsMore ? loadNeeds(store, definition.needsMore(parsed.data, first)) : {};
  const result: Result<Decision> = definition.decide({ ...first, ...more }, parsed.data, context);
  if (result.ok) for (const event of result.value.events) applyChanges(store, event.changes);
  return result;
}
