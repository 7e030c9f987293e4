// Random lives of hazards: any person does anything at any time, mostly with what the act needs, sometimes without.
import fc from "fast-check";
import { type Actor, type Role, roles } from "#domain/access/roles.ts";
import { addDays, dayOf, instantAt } from "#domain/calendar/local-date.ts";
import type { Hazard } from "#domain/hazard/statuses.ts";
import { hazardTransitions, type Transition } from "#domain/hazard/transitions.ts";
import type { Result } from "#domain/kernel/result.ts";
import { goodArgs } from "./hazard-fixtures.ts";
import { getCommand, play, registry } from "./hazard-registry.ts";
import type { MemoryStore } from "./memory-store.ts";
import { contextOf, idOf, person } from "./story-context.ts";
import { newGround, photos, recordArgs, visitRow } from "./story-ground.ts";

export interface Move {
  readonly command: string;
  readonly fitting: boolean;
  readonly pick: number;
  readonly target: number;
  /** Picks a person among those who may, or among all. */
  readonly who: number;
  readonly anyone: boolean;
  readonly photos: number;
  readonly deadlineDays: number | null;
  readonly outcome: number;
  readonly hours: number;
  /** Hours between acting in the field and the signal. */
  readonly delay: number;
}

const commandNames = [...registry.keys()];

export const moveArbitrary: fc.Arbitrary<Move> = fc.record({
  command: fc.constantFrom(...commandNames),
  /** Mostly something the hazard's status has a way for is done, so that lives reach every status. */
  fitting: fc.nat(4).map((n) => n > 0),
  pick: fc.nat(100),
  target: fc.nat(1),
  who: fc.nat(20),
  anyone: fc.nat(9).map((n) => n === 0),
  photos: fc.constantFrom(1, 1, 1, 1, 0),
  deadlineDays: fc.constantFrom(3, 7, 15, 15, null, 20),
  outcome: fc.nat(5),
  hours: fc.integer({ min: 1, max: 150 }),
  delay: fc.constantFrom(0, 0, 0, 5, 30),
});

export const moves: fc.Arbitrary<readonly Move[]> = fc.array(moveArbitrary, {
  minLength: 1,
  maxLength: 50,
  size: "max",
});

const outcomes: Readonly<Record<string, readonly string[]>> = {
  "extension.decide": ["grant", "decline"],
  "contest.settle": ["stands", "reopen", "proposeVoid"],
  "referral.decide": ["refer", "refer", "decline"],
};
/** The commands that answer, and whether their question hangs on the hazard. */
const answers: ReadonlyMap<string, (hazard: Hazard) => boolean> = new Map([
  ["extension.decide", (hazard: Hazard) => hazard.extensionPending],
  ["contest.settle", (hazard: Hazard) => hazard.contested],
  ["referral.decide", (hazard: Hazard) => hazard.referralProposed],
  ["hazard.confirmVoid", (hazard: Hazard) => hazard.voidProposed],
]);
const groundsAsked = ["overdue", "threeFailedRounds", "refusal"];

/** What one move saw and did. */
export interface Played {
  readonly move: Move;
  readonly actor: Actor;
  readonly before: Hazard | undefined;
  readonly after: Hazard | undefined;
  readonly rowsBefore: readonly object[];
  readonly photosBefore: number;
  readonly result: Result<unknown>;
  readonly occurredAt: string;
}

/** Plays the moves on two hazards and shows each to `look`. */
export function live(all: readonly Move[], look: (store: MemoryStore, played: Played) => void): MemoryStore {
  const store = newGround();
  let clock = Date.parse(instantAt("2026-05-10", "08:00"));
  all.forEach((drawn, index) => {
    const move = { ...drawn, command: commandOf(store, drawn) };
    clock += move.hours * 3_600_000;
    const occurredAt = new Date(clock).toISOString();
    const receivedAt = new Date(clock + move.delay * 3_600_000).toISOString();
    const actor = actorOf(move);
    const visit = `v${index}`;
    store.put("visits", visitRow(visit, actor, dayOf(occurredAt)));
    const target = idOf(`hazard ${move.target}`);
    const before = store.find("hazards", { id: target });
    const rowsBefore = store.allRows();
    const photosBefore = store.rows("photoSlots").length;
    const args = argsOf(store, move, visit, index, occurredAt);
    const result = play(store, move.command, args, contextOf(actor, occurredAt, receivedAt));
    const after = store.find("hazards", { id: target });
    look(store, { move, actor, before, after, rowsBefore, photosBefore, result, occurredAt });
  });
  return store;
}

function commandOf(store: MemoryStore, move: Move): string {
  const hazard = store.find("hazards", { id: idOf(`hazard ${move.target}`) });
  if (!hazard) return "hazard.record";
  if (!move.fitting) return move.command;
  const fitting = hazardTransitions.filter((row) => row.from.includes(hazard.status));
  const asked = fitting.filter((row) => isAsked(hazard, row.command));
  const others = fitting.filter((row) => !answers.has(row.command)).flatMap(weighted);
  const from = asked.length > 0 && move.pick % 2 === 0 ? asked : others;
  return from[move.pick % from.length]?.command ?? move.command;
}

/** The long way through enforcement is taken more often than chance would. */
function weighted(row: Transition): readonly Transition[] {
  return row.step === 5 ? [row, row, row, row, row] : [row];
}

function isAsked(hazard: Hazard, command: string): boolean {
  return answers.get(command)?.(hazard) ?? false;
}

function actorOf(move: Move): Actor {
  const allowed: readonly Role[] = move.anyone ? roles : getCommand(move.command).by;
  const role = allowed[move.who % allowed.length] ?? "expert";
  return person(`${role} ${move.who % 2}`, role);
}

function argsOf(store: MemoryStore, move: Move, visit: string, index: number, at: string): object {
  const hazard = `hazard ${move.target}`;
  const taken = { photos: photos(move.photos, at) };
  if (move.command === "hazard.record") return { ...recordArgs(hazard, visit, 1, at), ...taken };
  const due = store.find("hazards", { id: idOf(hazard) })?.rectificationDue ?? dayOf(at);
  const options = outcomes[move.command];
  return {
    ...goodArgs(move.command),
    hazardId: idOf(hazard),
    visitId: idOf(visit),
    ...taken,
    deadlineDays: move.deadlineDays,
    agree: move.outcome > 1,
    ...(options ? { outcome: options[move.outcome % options.length] } : {}),
    grantedUntil: addDays(due, move.outcome * 10),
    ground: groundsAsked[move.outcome % groundsAsked.length],
    refusal: { by: "周老板", words: "不改" },
    extensionId: idOf(`extension ${index}`),
    referralId: idOf(`referral ${index}`),
    on: dayOf(at),
  };
}
