// The store of the stories, filled with sample rows, for the tests of visits, documents and links.

import type { Actor } from "#domain/access/roles.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { plainCalendar } from "#domain/calendar/working-days.ts";
import type { Decision } from "#domain/kernel/change.ts";
import type { AnyCommand, Context } from "#domain/kernel/command.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import { type Entity, entities, type Row } from "#domain/kernel/entities.ts";
import type { Result } from "#domain/kernel/result.ts";
import { MemoryStore, runCommand } from "./memory-store.ts";
import { id, LIBRARY, NOW, type Rows, TENANT } from "./sample-visit.ts";

export class World {
  readonly #store = new MemoryStore();
  #commands = 0;

  /** A later part replaces rows of the same key and adds the others. */
  constructor(...parts: readonly Rows[]) {
    for (const part of parts) for (const entity of entities) this.#put(entity, part);
  }

  #put<E extends Entity>(entity: E, part: Rows): void {
    for (const row of part[entity] ?? []) this.#store.put(entity, row);
  }

  all<E extends Entity>(entity: E): readonly Row<E>[] {
    return this.#store.rows(entity);
  }

  get<E extends Entity>(entity: E, rowId: string): Row<E> {
    const row = this.all(entity).find((candidate) => "id" in candidate && candidate.id === rowId);
    if (!row) throw new RangeError(`no ${entity} ${rowId}`);
    return row;
  }

  context(by: Actor, at: string): Context {
    this.#commands += 1;
    const commandId = id(900_000 + this.#commands);
    return {
      tenantId: TENANT,
      divisionCode: "330109",
      actor: by,
      commandId,
      deviceId: "phone-1",
      occurredAt: at,
      receivedAt: at,
      today: dayOf(at),
      calendar: plainCalendar,
      library: LIBRARY,
      newId: (label) => derivedId(commandId, label),
    };
  }

  run(command: AnyCommand, args: unknown, by: Actor, at = NOW): Result<Decision> {
    return runCommand(this.#store, command, args, this.context(by, at));
  }
}
