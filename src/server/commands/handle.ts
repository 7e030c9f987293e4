// The one way to write. One request is one transaction of one tenant: outcome rows first, then decisions in order,
// then rows, jobs, and as the last statement head and journal. A refusal rolls back nothing else.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Actor } from "#domain/access/roles.ts";
import { dayOf, type Instant } from "#domain/calendar/local-date.ts";
import { findCommand } from "#domain/commands.ts";
import type { Decision } from "#domain/kernel/change.ts";
import type { AnyCommand, Context, Needs } from "#domain/kernel/command.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import { type Problem, type Refused, type Result, refuse } from "#domain/kernel/result.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/pool.ts";
import { allAnswered, inOnePacketUntilIdle } from "../db/sent-together.ts";
import { asActor } from "../db/transaction.ts";
import { appendJournal, type JournalEntry } from "../journal/append.ts";
import { enqueueFor, type JobQueue } from "./jobs-of-events.ts";
import type { Answer, Outcome } from "./outcome.ts";
import { type Claim, claimOutcomes, storeRefusals } from "./outcome-store.ts";
import type { ParsedCommand } from "./parse.ts";
import type { RulesOf } from "./rules.ts";
import { DuplicateRow, UnitOfWork } from "./unit-of-work.ts";

export interface WritePath {
  readonly database: Database;
  readonly clock: Clock;
  readonly rulesOf: RulesOf;
  readonly jobs: JobQueue;
}

/** Who sends: the account (or link holder) a stored outcome belongs to, and the actor it acts as. */
export interface Sender {
  readonly accountKey: string;
  readonly actor: Actor;
}

const RETRIES = 4;
/** Rows that the kept rules are made of. Other processes read theirs again in their own time. */
const RULE_ROWS: ReadonlySet<string> = new Set(["libraryVersions", "catalogueOverrides", "tenantInstruments"]);
const SERIALIZATION = new Set(["40001", "40P01"]);
const UNIQUE_VIOLATION = "23505";

/** Decides the commands of one tenant and one sender, in order. Acknowledged means durable. */
export async function handleCommands(
  path: WritePath,
  sender: Sender,
  commands: readonly ParsedCommand[],
): Promise<Answer> {
  const tenantId = commands[0]?.envelope.tenant;
  if (!tenantId) return { outcomes: [] };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(path, sender, tenantId, commands, undefined);
    } catch (error) {
      const code = codeOf(error);
      if (SERIALIZATION.has(code) && attempt < RETRIES) continue;
      if (code !== UNIQUE_VIOLATION && !(error instanceof DuplicateRow)) throw error;
      if (attempt < 2) continue;
      return await oneByOne(path, sender, tenantId, commands);
    }
  }
}

/** A row that is already there spoils its whole transaction; alone, only the command that wants it is refused. */
async function oneByOne(
  path: WritePath,
  sender: Sender,
  tenantId: string,
  commands: readonly ParsedCommand[],
): Promise<Answer> {
  const outcomes: Outcome[] = [];
  let seq: number | undefined;
  for (const command of commands) {
    let answer: Answer;
    try {
      answer = await attemptOnce(path, sender, tenantId, [command], undefined);
    } catch (error) {
      if (codeOf(error) !== UNIQUE_VIOLATION && !(error instanceof DuplicateRow)) throw error;
      answer = await attemptOnce(path, sender, tenantId, [command], { code: "row.exists", params: {} });
    }
    outcomes.push(...answer.outcomes);
    seq = answer.seq ?? seq;
  }
  return { outcomes, seq };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

async function attemptOnce(
  path: WritePath,
  sender: Sender,
  tenantId: string,
  commands: readonly ParsedCommand[],
  forced: Problem | undefined,
): Promise<Answer> {
  const receivedAt = path.clock.now();
  const rules = await path.rulesOf(tenantId);
  return asActor(path.database, tenantId, sender.actor, async ({ client, endWith }) => {
    const unit = new UnitOfWork(client, tenantId);
    const contexts = new Map(commands.map((one) => [one, contextOf(one, sender.actor, rules, receivedAt)]));
    // The claim is sent first and what the commands will ask for right behind it: one round trip for both.
    const claiming = claimOutcomes(client, tenantId, sender, commands, receivedAt);
    await allAnswered([claiming, unit.foresee(firstNeeds([...contexts]))]);
    const claims = await claiming;
    const journal: JournalEntry[] = [];
    const refused: { claim: Claim; problem: Problem }[] = [];
    for (const [index, claim] of claims.entries()) {
      const context = contexts.get(claim.command);
      if (claim.settled || !context) continue;
      const ahead = () => nextNeeds(unit, [...contexts].slice(index + 1));
      const result = forced
        ? { ok: false as const, problem: forced }
        : await decideOne(unit, claim.command, context, ahead);
      if (result.ok) journal.push(...take(unit, claim.command.definition.name, context, result.value));
      else {
        refused.push({ claim, problem: result.problem });
        journal.push(...(await followUp(unit, result, context)));
      }
    }
    await allAnswered(
      inOnePacketUntilIdle(client, () => [
        unit.flush(),
        storeRefusals(client, tenantId, sender.actor, refused, receivedAt),
        enqueueFor(path.jobs, client, tenantId, journal),
      ]),
    );
    const seq = journal.length ? await endWith(() => appendJournal(client, tenantId, journal)) : undefined;
    if (journal.some((entry) => RULE_ROWS.has(entry.event.subject.type))) path.rulesOf.forget();
    return { outcomes: claims.map((claim) => outcomeOf(claim, refused)), seq };
  });
}

function outcomeOf(claim: Claim, refused: readonly { claim: Claim; problem: Problem }[]): Outcome {
  if (claim.settled) return claim.settled;
  const refusal = refused.find((one) => one.claim === claim);
  const id = claim.command.envelope.id;
  return refusal ? { id, status: "refused", problem: refusal.problem } : { id, status: "accepted" };
}

type InContext = readonly [ParsedCommand, Context];

/** What the commands that will be decided ask for first. */
function firstNeeds(commands: readonly InContext[]): Needs[] {
  return commands.flatMap(([{ definition, args }, context]) =>
    args.ok && definition.by.includes(context.actor.role) ? [definition.needs(args.value, context)] : [],
  );
}

/** What those still to be decided would ask for next, as far as the rows held now tell. */
function nextNeeds(unit: UnitOfWork, commands: readonly InContext[]): Needs[] {
  return commands.flatMap(([{ definition, args }, context]) => {
    if (!args.ok || !definition.needsMore || !definition.by.includes(context.actor.role)) return [];
    return [definition.needsMore(args.value, unit.recall(definition.needs(args.value, context)))];
  });
}

/** Who may comes before what is asked: a stranger learns nothing from the shape of a refusal. */
async function decideOne(
  unit: UnitOfWork,
  command: ParsedCommand,
  context: Context,
  ahead: () => Needs[],
): Promise<Result<Decision>> {
  const { name, by } = command.definition;
  const { role } = context.actor;
  if (!by.includes(role)) return refuse("command.not_yours", { role, name });
  if (!command.args.ok) return refuse("command.malformed", { field: command.args.detail });
  return decideWith(unit, command.definition, command.args.value, context, ahead);
}

async function decideWith(
  unit: UnitOfWork,
  definition: AnyCommand,
  args: unknown,
  context: Context,
  ahead: () => Needs[] = () => [],
): Promise<Result<Decision>> {
  const first = await unit.load(definition.needs(args, context));
  const more = definition.needsMore?.(args, first) ?? {};
  // Who must ask the database asks for those behind it too.
  if (!unit.holds(more)) await unit.foresee([more, ...ahead()]);
  const second = unit.recall(more);
  return definition.decide({ ...first, ...second }, args, context);
}

/** Applies a decision and makes its journal entries, one a changed aggregate. */
function take(unit: UnitOfWork, command: string, context: Context, decision: Decision): JournalEntry[] {
  return decision.events.map((event, index) => {
    unit.apply(event.changes);
    return {
      id: derivedId(context.commandId, `event ${command} ${index}`),
      commandId: context.commandId,
      command,
      actor: `${context.actor.kind}:${context.actor.id}`,
      occurredAt: context.occurredAt,
      receivedAt: context.receivedAt,
      event,
    };
  });
}

/** What the system does because a command was refused, with an event of its own (two re-inspections that contradict). */
async function followUp(unit: UnitOfWork, refusal: Refused, context: Context): Promise<JournalEntry[]> {
  if (!refusal.followUp) return [];
  const definition = findCommand(refusal.followUp.name);
  const args = definition?.args.safeParse(refusal.followUp.args);
  if (!definition || !args?.success) throw new Error(`follow-up ${refusal.followUp.name} cannot be issued`);
  const actor: Actor = { ...context.actor, kind: "system", id: definition.name, role: "system", name: "系统" };
  const result = await decideWith(unit, definition, args.data, { ...context, actor });
  return result.ok ? take(unit, definition.name, { ...context, actor }, result.value) : [];
}

function contextOf(
  command: ParsedCommand,
  actor: Actor,
  rules: Awaited<ReturnType<RulesOf>>,
  receivedAt: Instant,
): Context {
  const { envelope } = command;
  const occurred = Date.parse(envelope.occurredAt) + (envelope.clockOffset ?? 0);
  return {
    tenantId: envelope.tenant,
    divisionCode: rules.divisionCode,
    actor,
    commandId: envelope.id,
    deviceId: envelope.deviceId ?? "",
    // Nobody acts in the future: a device's clock that runs ahead is cut to the moment of receipt.
    occurredAt: new Date(Math.min(occurred, Date.parse(receivedAt))).toISOString(),
    receivedAt,
    today: dayOf(receivedAt),
    calendar: rules.calendar,
    library: rules.library,
    newId: (label) => derivedId(envelope.id, label),
  };
}

/** Builds a command as the system or a test would send it. */
export function commandText(fields: {
  tenant: string;
  name: string;
  args: unknown;
  occurredAt: Instant;
  id?: string;
  membership?: string | null;
}): string {
  return JSON.stringify({ v: 1, id: fields.id ?? randomUUID(), ...fields });
}

export type { pg };
