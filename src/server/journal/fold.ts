// Folds the journal's payloads into the rows they add up to, and compares these with the tables.
import type { Change } from "#domain/kernel/change.ts";
import { type Entity, keyOf } from "#domain/kernel/entities.ts";
import { canonical } from "./append.ts";

type AnyRow = Record<string, unknown>;
export type FoldedState = ReadonlyMap<Entity, ReadonlyMap<string, AnyRow>>;

/** Rows as the journal accounts for them. Events whose payload was erased leave their rows as far as known. */
export async function foldJournal(payloads: AsyncIterable<string> | Iterable<string>): Promise<FoldedState> {
  const state = new Map<Entity, Map<string, AnyRow>>();
  for await (const payload of payloads) {
    const { changes }: { changes: Change[] } = JSON.parse(payload);
    for (const change of changes) applyTo(state, change);
  }
  return state;
}

function applyTo(state: Map<Entity, Map<string, AnyRow>>, change: Change): void {
  const table = state.get(change.entity) ?? new Map<string, AnyRow>();
  state.set(change.entity, table);
  if (change.op === "insert") table.set(keyOf(change.entity, change.row), { ...change.row });
  else if (change.op === "update") {
    const key = keyOf(change.entity, change.key);
    table.set(key, { ...table.get(key), ...change.set });
  } else table.delete(keyOf(change.entity, change.key));
}

/** The first differences between a folded table and the stored one, in words. */
export function differences(
  entity: Entity,
  folded: ReadonlyMap<string, AnyRow>,
  stored: ReadonlyMap<string, AnyRow>,
): string[] {
  const found: string[] = [];
  for (const [key, row] of folded) {
    const there = stored.get(key);
    if (!there) found.push(`${entity} ${key}: in the journal, not in the table`);
    else if (canonical(row) !== canonical(there)) {
      // A column that was added later is null in rows written before it, and unknown to their events.
      const columns = differingColumns(row, there);
      if (columns) found.push(`${entity} ${key}: ${columns}`);
    }
  }
  for (const key of stored.keys())
    if (!folded.has(key)) found.push(`${entity} ${key}: in the table, not in the journal`);
  return found;
}

function differingColumns(journal: AnyRow, table: AnyRow): string {
  const columns = Object.keys({ ...journal, ...table }).filter(
    (column) => canonical(journal[column] ?? null) !== canonical(table[column] ?? null),
  );
  return columns
    .map(
      (column) => `${column} is ${JSON.stringify(table[column])}, the journal says ${JSON.stringify(journal[column])}`,
    )
    .join("; ");
}
