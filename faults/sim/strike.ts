// How each kind of fault is let loose. Before each, one more hazard with its photo is kept, so that something is at risk.
import type { Day } from "./day.ts";
import type { Kind } from "./plan.ts";

const MINUTE = 60_000;
const STRIKES_WITHIN_MS = 30 * MINUTE;
/** Steps (reads, writes, requests, timers) in which the loop sends a little and pulls. */
const STEPS_OF_A_TURN = 90;
const WRITES_OF_AN_ACT = 16;
const LONGEST_JUMP_MS = 400 * 24 * 60 * MINUTE;

/** Lets the fault loose and runs until it has struck. */
export async function strike(day: Day, kind: Kind, struck: () => void): Promise<void> {
  let done = false;
  const tell = () => {
    done = true;
    struck();
  };
  await strikers[kind](day, kind, tell);
  // A fault that found nothing to strike at gets something more.
  for (let more = 0; !done && more < 5; more += 1) {
    day.expert.wake();
    if (await day.clock.until(() => done, STRIKES_WITHIN_MS / 10)) return;
    await day.expert.act([day.nextHazard()]);
  }
}

type Striker = (day: Day, kind: Kind, tell: () => void) => Promise<void>;

const strikers: Readonly<Record<Kind, Striker>> = {
  tabKilled: killed,
  powerCut: killed,
  quotaExceeded: full,
  requestLost: onTheWay,
  responseLost: onTheWay,
  duplicate: onTheWay,
  reorder: onTheWay,
  halfUpload: onTheWay,
  slowDown: onTheWay,
  serverRestart: onTheWay,
  databaseRestart: onTheWay,
  clockForward: clockJumps,
  clockBack: clockJumps,
  twoTabs,
  appUpdate,
  phoneSwap,
};

async function keepOne(day: Day): Promise<void> {
  await day.expert.act([day.nextHazard()]);
  day.risk();
}

async function onTheWay(day: Day, kind: Kind, tell: () => void): Promise<void> {
  await keepOne(day);
  // Commands and photos alike; half an upload is a photo's.
  const method = kind === "halfUpload" || day.random.next() < 0.5 ? "PUT" : "POST";
  day.network.armed = { kind, method, struck: tell };
  day.expert.wake();
  await day.clock.until(() => day.network.armed === undefined, STRIKES_WITHIN_MS);
}

/** At any await: while the person's act is written, while the loop sends, settles or pulls. */
async function killed(day: Day, kind: Kind, tell: () => void): Promise<void> {
  await keepOne(day);
  const { tab } = day.expert.tab();
  const phone = day.expert.phone;
  tab.afterSteps(1 + day.random.whole(STEPS_OF_A_TURN), () => {
    if (kind === "tabKilled") tab.kill();
    else {
      phone.killTabs();
      phone.storage.cutPower();
    }
    tell();
  });
  day.expert.wake();
  if (day.random.next() < 0.5) await day.expert.act([day.nextHazard()]);
  await day.clock.until(() => !tab.alive, STRIKES_WITHIN_MS);
  if (tab.alive) tab.step();
  day.expert.tab();
}

/** In the middle of a photo, or of what the loop writes. */
async function full(day: Day, _kind: Kind, tell: () => void): Promise<void> {
  await keepOne(day);
  const { tab } = day.expert.tab();
  tab.fullAfterWrites(1 + day.random.whole(WRITES_OF_AN_ACT), tell);
  day.expert.wake();
  await day.expert.act([day.nextHazard()]);
}

async function clockJumps(day: Day, kind: Kind, tell: () => void): Promise<void> {
  await keepOne(day);
  const far = day.random.next() < 0.5 ? LONGEST_JUMP_MS : 3 * 60 * MINUTE;
  const jump = 1_000 + day.random.whole(far);
  day.expert.phone.skew += kind === "clockForward" ? jump : -jump;
  tell();
  day.expert.wake();
}

async function twoTabs(day: Day, _kind: Kind, tell: () => void): Promise<void> {
  await keepOne(day);
  const first = day.expert.tab();
  const second = day.expert.tab(true);
  tell();
  day.expert.wake();
  const acts = [day.nextHazard(), day.nextHazard()] as const;
  await Promise.all([day.expert.act([acts[0]], () => first), day.expert.act([acts[1]], () => second)]);
  day.expert.wake();
  await day.clock.until(() => day.unsent() === 0, day.random.whole(MINUTE));
  (day.random.next() < 0.5 ? first : second).tab.kill();
  day.expert.tab();
}

/** Every tab is loaded anew with the next release, which brings the database up to its own version. */
async function appUpdate(day: Day, _kind: Kind, tell: () => void): Promise<void> {
  await keepOne(day);
  const { phone } = day.expert;
  phone.killTabs();
  phone.release += 1;
  tell();
  day.expert.tab();
}

/** The work leaves as a file and goes on on another phone; the old one is lost, or comes back and sends as well. */
async function phoneSwap(day: Day, _kind: Kind, tell: () => void): Promise<void> {
  await keepOne(day);
  const { expert } = day;
  const old = expert.phone;
  const { tab, db } = expert.tab();
  let key = "";
  void tab.parts.pullOutboxKey().then((answer) => {
    key = answer.value?.key ?? "";
  });
  // Without the key there is no file: the old phone goes on as it is.
  if (!(await day.clock.until(() => key !== "", MINUTE))) return;
  const owner = { ...expert.holder, key };
  const file = await day.clock.hold(tab.parts.writeUnsentFile(db, owner));
  if (day.random.next() < 0.5) old.killTabs();
  expert.phone = day.newPhone();
  expert.phone.release = old.release;
  const taken = expert.tab();
  const read = await day.clock.hold(taken.tab.parts.readUnsentFile(taken.db, owner, file));
  if (!read.ok) expert.refused.push("the exported file was not taken");
  tell();
  expert.wake();
  await expert.prepared();
}
