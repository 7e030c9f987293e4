// The rows an expert's phone holds: what it pulled, with its own acts decided over them by the rules it carries.
import type { Change } from "#domain/kernel/change.ts";
import type { AnyCommand, Context, Loaded, Need, Needs } from "#domain/kernel/command.ts";
import { type Entity, entities, keyOf, type Row } from "#domain/kernel/entities.ts";
import type { Result } from "#domain/kernel/result.ts";

type AnyRow = Readonly<Record<string, unknown>>;

export class PhoneRows {
  private readonly tables = new Map<string, Map<string, AnyRow>>();

  /** A snapshot as it came over the wire. */
  constructor(snapshot: Readonly<Record<string, readonly AnyRow[]>>) {
    for (const entity of entities)
      this.tables.set(entity, new Map((snapshot[entity] ?? []).map((row) => [keyOf<Entity>(entity, row), row])));
  }

  all<E extends Entity>(entity: E): readonly Row<E>[] {
    // The server's route has checked the shape of what it sent; own rows come from the domain.
    return [...this.table(entity).values()] as unknown as readonly Row<E>[];
  }

  find<E extends Entity>(entity: E, is: (row: Row<E>) => boolean): Row<E> | undefined {
    return this.all(entity).find(is);
  }

  /** Decides a command on the rows held here and keeps its changes; a refusal changes nothing. */
  decide(definition: AnyCommand, args: unknown, context: Context): Result<null> {
    const given: unknown = definition.args.parse(args);
    const first = this.load(definition.needs(given, context));
    const more = definition.needsMore ? this.load(definition.needsMore(given, first)) : {};
    const result = definition.decide({ ...first, ...more }, given, context);
    if (!result.ok) return result;
    for (const event of result.value.events) for (const change of event.changes) this.apply(change);
    return { ok: true, value: null };
  }

  private load<N extends Needs>(needs: N): Loaded<N> {
    return Object.fromEntries(Object.entries(needs).map(([name, need]) => [name, this.loadOne(need)])) as Loaded<N>;
  }

  private loadOne({ entity, where, many }: Need): AnyRow | readonly AnyRow[] | undefined {
    const wanted = Object.entries(where);
    const isWanted = (row: AnyRow) => wanted.every(([column, value]) => value !== undefined && row[column] === value);
    const found = [...this.table(entity).values()].filter(isWanted);
    return many ? found : found[0];
  }

  private apply(change: Change): void {
    const table = this.table(change.entity);
    if (change.op === "insert") {
      table.set(keyOf<Entity>(change.entity, change.row), { ...change.row });
      return;
    }
    const key = keyOf<Entity>(change.entity, change.key);
    if (change.op === "delete") table.delete(key);
    else table.set(key, { ...table.get(key), ...change.set });
  }

  private table(entity: Entity): Map<string, AnyRow> {
    const found = this.tables.get(entity);
    if (!found) throw new Error(`no table ${entity}`);
    return found;
  }
}
