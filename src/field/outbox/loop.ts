// One loop under a Web Lock: send what is due, then pull. Woken by a new command, by the online event, by the page coming
// back into view and by a timer; one trigger alone is not enough on phones.
import type { Holder } from "../store/device.ts";
import type { FieldDatabase } from "../store/field-database.ts";
import { decideNext, isDue, type NextStep, retryTime } from "./decide-next.ts";
import { clearDelivered, commandsById, findPhoto, readOutbox, settlePhoto, settleRequest } from "./outbox-store.ts";
import { type Reading, readPhotoReply, readReply } from "./read-answer.ts";
import { readSession, sendCommands, sendPhoto } from "./server.ts";

export interface LoopStatus {
  readonly busy: boolean;
  readonly signedOut: boolean;
  /** The last request got an answer. */
  readonly reached: boolean;
}

export interface OutboxLoop {
  /** Something to do may have come up. */
  wake(): void;
  /** The person signed in again. */
  resume(): void;
  stop(): void;
}

const PULL_EVERY_MS = 5 * 60_000;
/** Within what `isDue` takes for a time of this clock. */
const CLEAR_EVERY_MS = 10 * 60_000;
const SHORTEST_SLEEP_MS = 500;
const LONGEST_SLEEP_MS = 60_000;
const STAND_BY_MS = 2_000;

interface Running {
  running: boolean;
  dirty: boolean;
  stopped: boolean;
  signedOut: boolean;
  pullAt: number;
  clearAt: number;
  failures: number;
  retryAt: number;
}

export function startOutboxLoop(db: FieldDatabase, holder: Holder, onStatus: (status: LoopStatus) => void): OutboxLoop {
  const state: Running = {
    running: false,
    dirty: true,
    stopped: false,
    signedOut: false,
    pullAt: 0,
    clearAt: 0,
    failures: 0,
    retryAt: 0,
  };
  const turns = new Turns(db, holder, state, onStatus);
  const back = () => {
    state.retryAt = 0;
    state.pullAt = 0;
    turns.wake();
  };
  const seen = () => {
    if (document.visibilityState !== "visible") return;
    state.retryAt = 0;
    state.failures = 0;
    turns.wake();
  };
  addEventListener("online", back);
  document.addEventListener("visibilitychange", seen);
  turns.schedule();
  return {
    wake: () => turns.wake(),
    resume() {
      state.signedOut = false;
      back();
    },
    stop() {
      turns.stop();
      removeEventListener("online", back);
      document.removeEventListener("visibilitychange", seen);
    },
  };
}

/** One turn at a time, on this page and, by the lock, among all pages of the account; a timer for the next. */
class Turns {
  private readonly db: FieldDatabase;
  private readonly holder: Holder;
  private readonly state: Running;
  private readonly onStatus: (status: LoopStatus) => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(db: FieldDatabase, holder: Holder, state: Running, onStatus: (status: LoopStatus) => void) {
    this.db = db;
    this.holder = holder;
    this.state = state;
    this.onStatus = onStatus;
  }

  wake(): void {
    this.state.dirty = true;
    if (!this.state.running) this.schedule();
  }

  stop(): void {
    this.state.stopped = true;
    clearTimeout(this.timer);
  }

  schedule(): void {
    clearTimeout(this.timer);
    if (!this.state.stopped) this.timer = setTimeout(() => void this.turn(), sleepOf(this.state, Date.now()));
  }

  private async turn(): Promise<void> {
    if (this.state.running || this.state.stopped) return;
    this.state.running = true;
    this.tell();
    try {
      const lock = `bihuan-outbox-${this.holder.accountId}`;
      await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
        if (held) await work(this.db, this.holder, this.state);
        else this.standBy();
      });
    } catch (error) {
      // A store without room or closed by an update: what is there stays, the next turn tries again.
      console.error("a turn of the outbox failed", error);
      this.state.retryAt = retryTime(1, Date.now(), Math.random());
    } finally {
      this.state.running = false;
      this.tell();
      this.schedule();
    }
  }

  /** Another page is sending; this one looks again soon, in case that one ends before it saw what is new here. */
  private standBy(): void {
    this.state.dirty = false;
    this.state.retryAt = Date.now() + STAND_BY_MS;
  }

  private tell(): void {
    const { signedOut, failures } = this.state;
    this.onStatus({ busy: this.state.running, signedOut, reached: failures === 0 });
  }
}

/** Until the next turn. Without a signal or signed out there is nothing to try; events wake the loop earlier. */
function sleepOf({ dirty, signedOut, retryAt, pullAt }: Running, now: number): number {
  if (dirty) return 0;
  if (!navigator.onLine || signedOut) return LONGEST_SLEEP_MS;
  return Math.min(Math.max((retryAt > 0 ? retryAt : pullAt) - now, SHORTEST_SLEEP_MS), LONGEST_SLEEP_MS);
}

/** Sends until nothing is due, then pulls when something was sent or the snapshot is old. */
async function work(db: FieldDatabase, holder: Holder, state: Running): Promise<void> {
  state.dirty = false;
  // Only a connection that fails makes everything wait; a visit that waits is its own affair.
  const resting = state.failures > 0 && !isDue(state.retryAt, Date.now());
  if (!navigator.onLine || resting || !(await hasWork(db, state)) || !(await isOwnSession(holder, state))) return;
  for (let step = await next(db, state); ; step = await next(db, state)) {
    if (state.stopped || step.do === "nothing") break;
    if (step.do === "wait") {
      state.retryAt = step.until;
      break;
    }
    state.retryAt = 0;
    const sent = await take(db, step);
    note(state, sent);
    if (sent.settled > 0) state.pullAt = 0;
    if (sent.failed === "connection" || sent.failed === "signedOut") break;
  }
  if (state.stopped || state.signedOut || state.failures > 0) return;
  if (isDue(state.pullAt, Date.now())) await pull(db, holder, state);
}

/** Nothing is asked of the server while there is nothing to send and the snapshot is fresh. */
async function hasWork(db: FieldDatabase, state: Running): Promise<boolean> {
  if (state.signedOut || isDue(state.pullAt, Date.now())) return true;
  const step = await next(db, state);
  if (step.do === "wait") state.retryAt = step.until;
  return step.do === "sendCommands" || step.do === "sendPhoto";
}

/** Another login on this browser must not send this person's work: whose session it is, is asked before each turn. */
async function isOwnSession(holder: Holder, state: Running): Promise<boolean> {
  const session = await readSession();
  if (session.kind === "unreachable") note(state, { failed: "connection", settled: 0 });
  else
    state.signedOut =
      session.kind === "refused" ? session.status === 401 : session.value.accountId !== holder.accountId;
  return session.kind === "answered" && !state.signedOut;
}

async function next(db: FieldDatabase, state: Running): Promise<NextStep> {
  const outbox = await readOutbox(db);
  const network = { failures: state.failures, retryAt: state.failures > 0 ? state.retryAt : 0 };
  const signal = { signedIn: !state.signedOut, online: navigator.onLine, sendOriginals: hasGoodSignal() };
  return decideNext({ ...outbox, ...signal, network }, Date.now());
}

interface Sent {
  readonly failed: Reading["failed"];
  readonly settled: number;
}

async function take(db: FieldDatabase, step: Extract<NextStep, { do: "sendCommands" | "sendPhoto" }>): Promise<Sent> {
  if (step.do === "sendCommands") {
    const commands = await commandsById(db, step.ids);
    const reading = readReply(await sendCommands(commands.map((command) => command.text)));
    await settleRequest(db, step.lane, reading, Date.now());
    return { failed: reading.failed, settled: reading.settled.length };
  }
  const photo = await findPhoto(db, step.scope, step.sha256);
  if (!photo) return { failed: "none", settled: 0 };
  const reading = readPhotoReply(await sendPhoto(photo.tenantId, photo.scope, photo.sha256, photo.blob));
  await settlePhoto(db, photo, reading, Date.now());
  return { failed: reading.failed, settled: reading.state === "stored" ? 1 : 0 };
}

function note(state: Running, { failed }: Sent): void {
  if (failed === "signedOut") state.signedOut = true;
  if (failed === "connection") {
    state.failures += 1;
    state.retryAt = retryTime(state.failures, Date.now(), Math.random());
  } else state.failures = 0;
}

async function pull(db: FieldDatabase, holder: Holder, state: Running): Promise<void> {
  // No part of the first load: nothing is pulled before the first screen stands.
  const { pullAll, pullPictures } = await import("./pull.ts");
  const result = await pullAll(db, holder.memberships);
  if (result === "signedOut") state.signedOut = true;
  if (result === "unreachable") return note(state, { failed: "connection", settled: 0 });
  state.failures = 0;
  state.pullAt = Date.now() + PULL_EVERY_MS;
  if (result !== "done") return;
  if (isDue(state.clearAt, Date.now())) {
    state.clearAt = Date.now() + CLEAR_EVERY_MS;
    await clearDelivered(db, Date.now());
  }
  await pullPictures(db);
}

/** Camera files are ten times larger; they wait for a connection that does not count bytes. */
function hasGoodSignal(): boolean {
  const connection: unknown = Reflect.get(navigator, "connection");
  if (typeof connection !== "object" || connection === null) return true;
  if (Reflect.get(connection, "saveData") === true) return false;
  return !["slow-2g", "2g", "3g"].includes(String(Reflect.get(connection, "effectiveType")));
}
