// What every act on a hazard does to the rows: the hazard with its holder, what falls away with the old status,
// and one line for the timeline. There is no other place where a hazard row is written after it was recorded.
import { roleScope } from "../access/roles.ts";
import type { Instant } from "../calendar/local-date.ts";
import { type Change, type Decision, decided, insert, update } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { wallColumnsOf } from "../kernel/wall-columns.ts";
import { holderOf } from "./holder.ts";
import type { Hazard } from "./statuses.ts";
import type { Step, Transition } from "./transitions.ts";

/** Rows beside the hazard that may fall away with its status. */
export interface Hanging {
  readonly extensions: readonly Row<"extensions">[];
  readonly referrals: readonly Row<"referrals">[];
}

export interface Act {
  readonly set: Partial<Hazard>;
  readonly note?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly visitId?: string | null;
  readonly onBehalf?: boolean;
  /** When it counts as done; without it `actedAt`. */
  readonly at?: Instant;
  /** Changes of other rows: photo slots, the extension, the referral. */
  readonly beside?: readonly Change[];
}

/**
 * When an act counts as done: the enterprise's at the server's receipt, since its page needs a connection; everyone
 * else's when the person acted, which may have been out in the field, but never later than it was received.
 */
export function actedAt(context: Context): Instant {
  const { actor, occurredAt, receivedAt } = context;
  if (roleScope[actor.role] === "enterprise") return receivedAt;
  if (occurredAt > receivedAt) return receivedAt;
  return occurredAt;
}

/** The decision of an ordinary act on one hazard. */
export function actOn(hazard: Hazard, transition: Transition, act: Act, hanging: Hanging, context: Context): Decision {
  const status = transition.to === "stays" ? hazard.status : transition.to;
  const round = transition.nextRound ? hazard.round + 1 : hazard.round;
  const fallen = whatFalls({ ...hazard, ...act.set, status, round }, hazard.round, hanging);
  const set = heldSet(hazard, { ...act.set, status, round, ...fallen.set }, act.at ?? actedAt(context));
  const line = actLine(hazard, context, {
    command: transition.command,
    step: transition.step,
    statusAfter: status,
    note: act.note ?? null,
    data: { ...act.data, ...(fallen.names.length > 0 ? { fallen: fallen.names } : {}) },
    visitId: act.visitId ?? null,
    onBehalf: act.onBehalf ?? false,
  });
  return decided("hazards", hazard.id, [
    update("hazards", hazard, set),
    ...(act.beside ?? []),
    ...fallen.changes,
    line,
  ]);
}

/** The set with the holder that follows from it. Since when it is held changes only with the holder, and never goes back. */
export function heldSet(hazard: Hazard, set: Partial<Hazard>, at: Instant): Partial<Hazard> {
  const holder = holderOf({ ...hazard, ...set });
  if (holder === hazard.holder) return set;
  return { ...set, holder, heldSince: at > hazard.heldSince ? at : hazard.heldSince };
}

interface Line {
  readonly command: string;
  readonly step: Step;
  readonly statusAfter: string;
  readonly note: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly visitId: string | null;
  readonly onBehalf: boolean;
}

/** One line of the timeline, in the round in which the act was done. */
export function actLine(hazard: Hazard, context: Context, line: Line): Change {
  return insert("hazardActs", {
    ...wallColumnsOf(hazard),
    id: context.newId(`act:${hazard.id}`),
    hazardId: hazard.id,
    command: line.command,
    step: line.step,
    round: hazard.round,
    statusAfter: line.statusAfter,
    actorName: context.actor.name,
    actorRole: context.actor.role,
    onBehalf: line.onBehalf,
    note: line.note,
    data: JSON.stringify({ ...line.data, by: context.actor.id }),
    visitId: line.visitId,
    occurredAt: context.occurredAt,
    receivedAt: context.receivedAt,
  });
}

interface Fallen {
  readonly set: Partial<Hazard>;
  readonly changes: readonly Change[];
  readonly names: readonly string[];
}

/** What can no longer be decided where the hazard stands now falls away and is named on the timeline. */
function whatFalls(after: Hazard, roundBefore: number, hanging: Hanging): Fallen {
  const parts: Fallen[] = [];
  const newRound = after.round !== roundBefore;
  if (after.extensionPending && (after.status !== "open" || newRound)) parts.push(extensionFalls(hanging.extensions));
  if (after.referralProposed && after.status !== "open") parts.push(referralFalls(hanging.referrals));
  const voidable = after.status === "open" || after.status === "submitted";
  if (after.voidProposed && !voidable) parts.push({ set: noVoid, changes: [], names: ["void"] });
  if (after.contested && after.status === "voided") {
    parts.push({ set: { contested: false }, changes: [], names: ["contest"] });
  }
  if (after.listed && after.status === "voided")
    parts.push({ set: { listed: false }, changes: [], names: ["listing"] });
  return {
    set: Object.assign({}, ...parts.map((part) => part.set)),
    changes: parts.flatMap((part) => part.changes),
    names: parts.flatMap((part) => part.names),
  };
}

/** A hazard of which nobody proposes any longer that it be voided. */
export const noVoid = { voidProposed: false, voidConfirmedByOffice: false, voidConfirmedByAgency: false } as const;

function extensionFalls(extensions: readonly Row<"extensions">[]): Fallen {
  const asked = extensions.filter((row) => row.state === "asked");
  const set = { state: "declined", decisionReason: "隐患已进入下一步，申请不再需要" } as const;
  return {
    set: { extensionPending: false },
    changes: asked.map((row) => update("extensions", row, set)),
    names: ["extension"],
  };
}

function referralFalls(referrals: readonly Row<"referrals">[]): Fallen {
  const proposed = referrals.filter((row) => row.state === "proposed");
  const set = { state: "declined", decisionReason: "隐患已进入下一步，提请不再需要" } as const;
  return {
    set: { referralProposed: false },
    changes: proposed.map((row) => update("referrals", row, set)),
    names: ["referral"],
  };
}
