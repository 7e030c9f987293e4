// What a decision does to the rows. The same changes are written to the tables, carried by the journal,
// and applied to the phone's local copy.
import { type Entity, entityKeys, type Row } from "./entities.ts";

export type Change<E extends Entity = Entity> = E extends Entity
  ?
      | { readonly op: "insert"; readonly entity: E; readonly row: Row<E> }
      | { readonly op: "update"; readonly entity: E; readonly key: Partial<Row<E>>; readonly set: Partial<Row<E>> }
      | { readonly op: "delete"; readonly entity: E; readonly key: Partial<Row<E>> }
  : never;

export function insert<E extends Entity>(entity: E, row: Row<E>): Change {
  return { op: "insert", entity, row } as Change;
}

/** Sets the named columns of a row that was loaded before. */
export function update<E extends Entity>(entity: E, row: Row<E>, set: Partial<Row<E>>): Change {
  return { op: "update", entity, key: pickKey(entity, row), set } as Change;
}

export function remove<E extends Entity>(entity: E, row: Row<E>): Change {
  return { op: "delete", entity, key: pickKey(entity, row) } as Change;
}

function pickKey<E extends Entity>(entity: E, row: Row<E>): Partial<Row<E>> {
  const columns: readonly string[] = entityKeys[entity];
  return Object.fromEntries(Object.entries(row).filter(([name]) => columns.includes(name))) as Partial<Row<E>>;
}

/** The aggregate an event is about. */
export interface Subject {
  readonly type: Entity;
  readonly id: string;
}

/** One event a changed aggregate; an ordinary command has one, a bulk command one a row. */
export interface DecidedEvent {
  readonly subject: Subject;
  readonly changes: readonly Change[];
}

export interface Decision {
  readonly events: readonly DecidedEvent[];
}

/** A decision with a single event. */
export function decided(type: Entity, id: string, changes: readonly Change[]): Decision {
  return { events: [{ subject: { type, id }, changes }] };
}
