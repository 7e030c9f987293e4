// A tiny store for the tests of visits, documents and links: a command is parsed, loaded, decided and applied as the
// server does it. It knows no walls; who sees which rows is tested against the database.
import type { Actor } from "../access/roles.ts";
import { dayOf } from "../calendar/local-date.ts";
import { plainCalendar } from "../calendar/working-days.ts";
import type { Decision } from "../kernel/change.ts";
import type { AnyCommand, Context, Need } from "../kernel/command.ts";
import { derivedId } from "../kernel/derived-id.ts";
import { type Entity, keyOf, type Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { id, LIBRARY, NOW, type Rows, TENANT } from "./sample-rows.ts";

type AnyRow = { id?: unknown; [column: string]: unknown };

/** Rows by entity, with the one thing the server does besides: load, decide, apply. */
export class World {
  readonly #rows = new Map<string, AnyRow[]>();
  #commands = 0;

  constructor(...parts: readonly Rows[]) {
    for (const part of parts) {
      for (const [entity, rows] of Object.entries(part)) {
        this.#of(entity).push(...rows.map((row) => ({ ...row })));
      }
    }
  }

  #of(entity: string): AnyRow[] {
    const rows = this.#rows.get(entity) ?? [];
    this.#rows.set(entity, rows);
    return rows;
  }

  all<E extends Entity>(entity: E): readonly Row<E>[] {
    return this.#of(entity) as unknown as readonly Row<E>[];
  }

  get<E extends Entity>(entity: E, rowId: string): Row<E> {
    const row = this.#of(entity).find((candidate) => candidate.id === rowId);
    if (!row) throw new RangeError(`no ${entity} ${rowId}`);
    return row as unknown as Row<E>;
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

  /** Runs one command; what is refused leaves the rows as they were. */
  run(command: AnyCommand, args: unknown, by: Actor, at = NOW): Result<Decision> {
    if (!command.by.includes(by.role)) return refuse("command.not_yours");
    const parsed = command.args.safeParse(args);
    if (!parsed.success) return refuse("command.malformed", { field: String(parsed.error.issues[0]?.path.join(".")) });
    const context = this.context(by, at);
    const first = this.#load(command.needs(parsed.data, context));
    const more = this.#load(command.needsMore?.(parsed.data, first as never) ?? {});
    const decision: Result<Decision> = command.decide({ ...first, ...more } as never, parsed.data, context);
    if (decision.ok) this.#apply(decision.value);
    return decision.ok ? ok(decision.value) : decision;
  }

  #load(needs: Readonly<Record<string, Need>>): Record<string, unknown> {
    const loaded = Object.entries(needs).map(([name, { entity, where, many }]) => {
      const conditions = Object.entries(where);
      const rows = this.#of(entity).filter((row) =>
        conditions.every(([column, value]) => value !== undefined && row[column] === value),
      );
      return [name, many ? rows : rows[0]];
    });
    return Object.fromEntries(loaded);
  }

  #apply({ events }: Decision): void {
    for (const change of events.flatMap(({ changes }) => changes)) {
      const rows = this.#of(change.entity);
      if (change.op === "insert") {
        const key = keyOf(change.entity, change.row);
        if (rows.some((row) => keyOf(change.entity, row as never) === key))
          throw new Error(`${change.entity} ${key} twice`);
        rows.push({ ...change.row });
        continue;
      }
      const key = keyOf(change.entity, change.key);
      const index = rows.findIndex((row) => keyOf(change.entity, row as never) === key);
      if (index < 0) throw new Error(`${change.entity} ${key} is not there`);
      if (change.op === "delete") rows.splice(index, 1);
      else rows[index] = { ...rows[index], ...change.set };
    }
  }
}
