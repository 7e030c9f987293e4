// The whole loop as a model: fifty random moves of random persons on random days over several quarters, with the nightly work in
// between, and after each what must always hold. What is expected is recounted from the timeline, never read from the row itself.
import assert from "node:assert/strict";
import fc from "fast-check";
import { roleScope } from "#domain/access/roles.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { referralDue } from "#domain/climbing/referral-ground.ts";
import { holderDue } from "#domain/hazard/due.ts";
import { type Hazard, holders } from "#domain/hazard/statuses.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { play } from "./hazard-registry.ts";
import type { MemoryStore } from "./memory-store.ts";
import { live, moveArbitrary, type Played } from "./random-life.ts";
import { contextOf, idOf, people } from "./story-context.ts";

export const STEPS = 50;
/** Days overdue after which the nightly work puts an item before the office. */
const REFERRAL_AFTER_DAYS = 10;

const lives = fc.array(moveArbitrary, { minLength: STEPS, maxLength: STEPS });

/** Runs so many lives of fifty steps; throws with the shortest life that breaks something. */
export function assertWholeLoop(runs: number, seed?: number): void {
  fc.assert(
    fc.property(lives, (moves) => {
      const seen = new Map<string, string>();
      live(moves, (store, played) => {
        nothingVanishes(store, seen);
        closedWithProofBy(store, played);
        agencyBindsNobody(played);
        onOneListEach(store, played);
        figuresAreRecounted(store);
        night(store, played);
      });
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  );
}

function nothingVanishes(store: MemoryStore, seen: Map<string, string>): void {
  for (const { id, number } of store.rows("hazards")) seen.set(id, number);
  for (const [id, number] of seen) assert.equal(store.find("hazards", { id })?.number, number, "a hazard vanished");
}

/** The expert on the spot with a photo of the fixed state: nobody and nothing else closes. */
function closedWithProofBy(store: MemoryStore, { before, after, actor, move, photosBefore }: Played): void {
  if (after?.status !== "closed" || before?.status === "closed") return;
  assert.equal(actor.role, "expert", `closed by ${actor.role}`);
  const purpose = move.command === "hazard.fixOnSite" ? "fixedOnSite" : "reinspection";
  const proofs = store.rows("photoSlots").slice(photosBefore);
  assert.ok(
    proofs.some((slot) => slot.hazardId === after.id && slot.purpose === purpose),
    "closed without proof",
  );
}

/** What only the office, the enterprise or enforcement may bring about. */
const binding = [
  ...["listed", "extensionPending", "acknowledgedAt", "submittedAt", "voidConfirmedByOffice", "refusedByEnterprise"],
] as const satisfies readonly (keyof Hazard)[];

/** An agency advises: no act of its own moves an item to enforcement, calls it major or answers for the office. */
function agencyBindsNobody({ before, after, actor, move, result }: Played): void {
  if (!result.ok || !before || !after || roleScope[actor.role] !== "agency") return;
  const what = `${actor.role} ${move.command}`;
  if (after.status === "referred") assert.match(before.status, /^(referred|awaitingFinalReinspection)$/, what);
  if (after.severity === "major") assert.equal(before.severity, "major", what);
  if (before.severity === "major") assert.equal(after.severity, "major", what);
  for (const column of binding) {
    const falls = after[column] === null || after[column] === false;
    const refused = column === "refusedByEnterprise" && move.command === "referral.propose";
    if (!falls && !refused) assert.equal(after[column], before[column], `${what} sets ${column}`);
  }
}

/** Every open item stands on one holder's list, with that holder's date where it has one; what is over stands on none. */
function onOneListEach(store: MemoryStore, { occurredAt }: Played): void {
  const lists = Map.groupBy(store.rows("hazards"), (hazard) => hazard.holder);
  for (const hazard of store.rows("hazards")) {
    const on = holders.filter((holder) => lists.get(holder)?.some((one) => one.id === hazard.id));
    const isOver = !hazard.contested && (hazard.status === "closed" || hazard.status === "voided");
    assert.deepEqual(on, [hazard.status === "voided" || isOver ? "nobody" : hazard.holder]);
    if (isOver || hazard.status === "voided") continue;
    assert.notEqual(hazard.holder, "nobody", `${hazard.number} is open and nobody's`);
    const { dueOn } = holderDue(hazard, dayOf(occurredAt));
    if (hazard.holder === "enterprise" && hazard.clockStartedOn) assert.ok(dueOn, "the enterprise has no date");
    if (hazard.holder === "agency") assert.ok(dueOn, "the agency has no date");
  }
}

const nextRounds = new Set(["rectification.reject", "contest.settle", "reinspection.fail"]);

/** Status, rounds and failures of each hazard, counted again from its timeline alone; then the totals of both. */
function figuresAreRecounted(store: MemoryStore): void {
  const acts = Map.groupBy(store.rows("hazardActs"), (act) => act.hazardId);
  const recounted = store.rows("hazards").map(({ id }) => recount(acts.get(id) ?? []));
  for (const [index, hazard] of store.rows("hazards").entries()) {
    const { status, round, failedRounds } = hazard;
    assert.deepEqual({ status, round, failedRounds }, recounted[index], `${hazard.number} against its timeline`);
  }
  const open = store.rows("hazards").filter(({ holder }) => holder !== "nobody").length;
  const contested = store.rows("hazards").filter((one) => one.contested && one.status === "closed").length;
  const notOver = recounted.filter(({ status }) => status !== "closed" && status !== "voided").length;
  assert.equal(open, notOver + contested, "open items");
}

function recount(acts: readonly Row<"hazardActs">[]): Pick<Hazard, "status" | "round" | "failedRounds"> {
  let [status, round, failedRounds] = ["open", 1, 0];
  for (const act of acts) {
    const reopened = nextRounds.has(act.command) && act.statusAfter === "open" && wasAnswered(act);
    if (act.command === "reinspection.fail") failedRounds += 1;
    if (reopened) round += 1;
    status = act.statusAfter;
  }
  return { status: status as Hazard["status"], round, failedRounds };
}

/** A settled objection opens the next round only where the answer is to reopen. */
function wasAnswered({ command, data }: Row<"hazardActs">): boolean {
  if (command !== "contest.settle") return true;
  const given: { outcome?: unknown } = JSON.parse(data ?? "{}");
  return given.outcome === "reopen";
}

/** What the nightly work proposes is taken, once; the same night again proposes nothing. */
function night(store: MemoryStore, { occurredAt, move }: Played): void {
  const now = new Date(Date.parse(occurredAt) + move.delay * 3_600_000).toISOString();
  const propose = () =>
    store.rows("hazards").flatMap((hazard) => {
      const own = store.rows("referrals").filter((row) => row.hazardId === hazard.id);
      const due = referralDue(hazard, own, REFERRAL_AFTER_DAYS, dayOf(now));
      if (!due) return [];
      const referralId = idOf(`${hazard.id} ${due.occasion} ${own.length}`);
      const args = { hazardId: hazard.id, referralId, ground: due.ground, reason: due.reason };
      return [play(store, "referral.propose", args, contextOf(people.nightJob, now))];
    });
  for (const result of propose()) assert.ok(result.ok, "the system proposes what the rule refuses");
  assert.equal(propose().length, 0, "the same night proposes twice");
}
