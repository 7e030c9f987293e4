// A command's definition: one record that drives parsing, the matrix, the buttons, loading, deciding and the documents.
import { z } from "zod";
import type { Actor, Role } from "../access/roles.ts";
import { type Instant, instantSchema, type LocalDate } from "../calendar/local-date.ts";
import type { WorkingCalendar } from "../calendar/working-days.ts";
import type { Library } from "../law/library.ts";
import type { Decision } from "./change.ts";
import type { Entity, Row } from "./entities.ts";
import type { Label } from "./label.ts";
import type { Result } from "./result.ts";

/** The envelope every command is sent in, as exact JSON text. */
export const commandEnvelopeSchema = z.object({
  v: z.int().positive(),
  id: z.uuid(),
  tenant: z.uuid(),
  /** The membership acted under; absent for an access link. */
  membership: z.uuid().nullish(),
  visit: z.uuid().nullish(),
  name: z.string().min(1).max(80),
  args: z.unknown(),
  /** The device's clock when the person acted. */
  occurredAt: instantSchema,
  /** Server clock minus device clock in milliseconds, as last measured by the device. */
  clockOffset: z.int().nullish(),
  deviceId: z.string().max(80).nullish(),
  basedOn: z.int().nullish(),
  replaces: z.uuid().nullish(),
});
export type CommandEnvelope = z.output<typeof commandEnvelopeSchema>;

/** What `decide` may know beside the rows it asked for. */
export interface Context {
  readonly tenantId: string;
  readonly divisionCode: string;
  readonly actor: Actor;
  readonly commandId: string;
  readonly deviceId: string;
  /** When the person acted, corrected by the measured offset. */
  readonly occurredAt: Instant;
  /** When the server took it; on a phone, now. */
  readonly receivedAt: Instant;
  /** Shanghai's day of `receivedAt`. */
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly library: Library;
  /** An id derived from the command's id. */
  readonly newId: (label: string) => string;
}

type Scalar = string | number | boolean | null | undefined;

/** Rows a decision needs. Where a value is undefined nothing is found. */
export type Need = {
  readonly entity: Entity;
  readonly where: Readonly<Record<string, Scalar>>;
  readonly many: boolean;
};
export type One<E extends Entity> = Need & { readonly entity: E; readonly many: false };
export type Many<E extends Entity> = Need & { readonly entity: E; readonly many: true };

/** The row with these values, if the actor may see it. */
export function one<E extends Entity>(entity: E, where: { readonly [C in keyof Row<E>]?: Scalar }): One<E> {
  return { entity, where, many: false };
}

/** All rows with these values that the actor may see. */
export function many<E extends Entity>(entity: E, where: { readonly [C in keyof Row<E>]?: Scalar }): Many<E> {
  return { entity, where, many: true };
}

export type Needs = Readonly<Record<string, Need>>;
export type Loaded<N> = {
  readonly [K in keyof N]: N[K] extends One<infer E>
    ? Row<E> | undefined
    : N[K] extends Many<infer E>
      ? readonly Row<E>[]
      : never;
};

export interface CommandDefinition<A extends z.ZodType = z.ZodType, N extends Needs = Needs, M extends Needs = Needs> {
  readonly name: string;
  readonly label: Label;
  /** Roles that may try; everyone else is refused before any rule is asked. */
  readonly by: readonly Role[];
  readonly args: A;
  readonly needs: (args: z.output<A>, context: Pick<Context, "actor" | "tenantId" | "commandId">) => N;
  /** Rows whose keys stand in the rows of `needs`. */
  readonly needsMore?: (args: z.output<A>, state: Loaded<N>) => M;
  readonly decide: (state: Loaded<N> & Loaded<M>, args: z.output<A>, context: Context) => Result<Decision>;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds definitions of every shape; each is typed where it is defined
export type AnyCommand = CommandDefinition<any, any, any>;

// biome-ignore lint/complexity/noBannedTypes: no further needs is the empty record
export function defineCommand<A extends z.ZodType, N extends Needs, M extends Needs = {}>(
  definition: CommandDefinition<A, N, M>,
): CommandDefinition<A, N, M> {
  return definition;
}
