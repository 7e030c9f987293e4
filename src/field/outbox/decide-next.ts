// The outbox's decisions, pure: what goes next, what waits, what blocks what. IndexedDB and fetch are two thin files beside.
// - Commands of one visit go in the order they were done, at most 50 a request; visits never wait for each other.
// - What has no outcome is sent again, later and later; what was refused stays for a person and blocks nothing.
// - Signed out, nothing is sent and nothing is lost. Photos follow their accepted command, camera files last.
import type { CommandState } from "./command-state.ts";

export interface QueuedCommand {
  readonly n: number;
  readonly id: string;
  readonly lane: string;
  readonly state: CommandState;
  /** Not before this moment; what comes after it in its visit waits too. */
  readonly heldUntil?: number;
  /** Characters of its text. */
  readonly size: number;
}

export interface QueuedPhoto {
  readonly sha256: string;
  readonly scope: string;
  readonly kind: "working" | "original";
  readonly commandId: string;
  readonly state: "waiting" | "stored" | "refused" | "kept";
  readonly retryAt: number;
}

export interface LaneState {
  readonly lane: string;
  readonly failures: number;
  readonly retryAt: number;
}

export interface OutboxState {
  readonly commands: readonly QueuedCommand[];
  readonly photos: readonly QueuedPhoto[];
  readonly lanes: readonly LaneState[];
  readonly signedIn: boolean;
  readonly online: boolean;
  /** Failures of the connection itself, whatever was sent. */
  readonly network: { readonly failures: number; readonly retryAt: number };
  /** Camera files only on good signal. */
  readonly sendOriginals: boolean;
}

export type NextStep =
  | { readonly do: "sendCommands"; readonly lane: string; readonly ids: readonly string[] }
  | { readonly do: "sendPhoto"; readonly scope: string; readonly sha256: string }
  /** Nothing can be sent now; look again then. */
  | { readonly do: "wait"; readonly until: number }
  | { readonly do: "nothing"; readonly because: "empty" | "offline" | "signedOut" };

export const BATCH = 50;
/** Characters a request; the server's limit is two megabytes of JSON. */
const BATCH_SIZE = 400_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;

export function laneOf(scope: string, visitId: string | null, commandId: string): string {
  return `${scope}/${visitId ?? commandId}`;
}

export function decideNext(state: OutboxState, now: number): NextStep {
  const waiting = state.commands.filter((command) => command.state === "waiting");
  const photos = photosReady(state);
  if (waiting.length === 0 && photos.length === 0) return { do: "nothing", because: "empty" };
  if (!state.signedIn) return { do: "nothing", because: "signedOut" };
  if (!state.online) return { do: "nothing", because: "offline" };
  if (!isDue(state.network.retryAt, now)) return { do: "wait", until: state.network.retryAt };
  const retryAt = new Map(state.lanes.map((lane) => [lane.lane, lane.retryAt]));
  const lanes = [...lanesOf(waiting)].map(([key, commands]) => ({
    key,
    commands,
    dueAt: Math.max(retryAt.get(key) ?? 0, commands[0]?.heldUntil ?? 0),
  }));
  const lane = lanes.find((one) => isDue(one.dueAt, now));
  if (lane) return { do: "sendCommands", lane: lane.key, ids: batchOf(lane.commands, now) };
  const photo = photos.find((one) => isDue(one.retryAt, now));
  if (photo) return { do: "sendPhoto", scope: photo.scope, sha256: photo.sha256 };
  const times = [...lanes.map((one) => one.dueAt), ...photos.map((one) => one.retryAt)];
  return { do: "wait", until: Math.min(...times) };
}

/** Lanes by their oldest command, each in the order of acting. */
function lanesOf(waiting: readonly QueuedCommand[]): ReadonlyMap<string, readonly QueuedCommand[]> {
  return Map.groupBy(
    waiting.toSorted((a, b) => a.n - b.n),
    (command) => command.lane,
  );
}

function batchOf(commands: readonly QueuedCommand[], now: number): readonly string[] {
  const ids: string[] = [];
  let size = 0;
  for (const command of commands.slice(0, BATCH)) {
    if (!isDue(command.heldUntil ?? 0, now)) break;
    size += command.size;
    if (ids.length > 0 && size > BATCH_SIZE) break;
    ids.push(command.id);
  }
  return ids;
}

/** Photos whose slot the server has: working copies first, camera files when the signal allows. */
function photosReady({ commands, photos, sendOriginals }: OutboxState): readonly QueuedPhoto[] {
  const stateOf = new Map(commands.map((command) => [command.id, command.state]));
  const ready = photos.filter((photo) => {
    if (photo.state !== "waiting" || (photo.kind === "original" && !sendOriginals)) return false;
    const command = stateOf.get(photo.commandId);
    // One that is not listed was accepted: its slot is there.
    return command === undefined || command === "accepted" || command === "delivered";
  });
  return [...ready.filter((photo) => photo.kind === "working"), ...ready.filter((photo) => photo.kind === "original")];
}

/** Nothing waits longer than the longest wait: a moment further off was set by a clock that has been put back since. */
export function isDue(at: number, now: number): boolean {
  return at <= now || at > now + 2 * LONGEST_WAIT_MS;
}

/** Later and later, up to five minutes; `chance` in 0–1 spreads many phones that come back at once. */
export function retryTime(failures: number, now: number, chance: number): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1), LONGEST_WAIT_MS);
  return now + Math.round(wait * (0.75 + chance / 2));
}
