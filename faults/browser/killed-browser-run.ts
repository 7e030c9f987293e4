// A run: for each kill one hazard with its photo is kept, another is begun while the loop sends, and at a moment dealt by the seed
// all of the browser's processes end. What the phone said it had kept must have arrived in the end, once and in order.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startKilledServer } from "../killed-server.ts";
import { type Act, VisitActs } from "../sim/act.ts";
import { checkArrival, type Verdict } from "../sim/check-arrival.ts";
import type { Kept } from "../sim/expert.ts";
import { derivedSeed, type Random, randomBy } from "../sim/random.ts";
import { DAYS_BEGIN_AT, type DayGround, makeWorld } from "../sim/world.ts";
import { BrowserPhone, buildBrowserPhone } from "./browser-phone.ts";

/** An act, a turn that sends and a pull take about this long; a kill strikes anywhere in it. */
const LONGEST_TURN_MS = 250;
const ATTEMPTS = 6;
const ARRIVES_WITHIN_MS = 60_000;
const KILLS_A_DAY = 25;

export interface BrowserReport extends Verdict {
  readonly injected: number;
  /** Hazards with a photo that the phone said it had kept. */
  readonly items: number;
  /** Photos the server did not have when the browser was killed, on average. */
  readonly atRisk: number;
  readonly seconds: number;
}

export async function runKilledBrowser(
  count: number,
  seed: number,
  progress: (line: string) => void,
): Promise<BrowserReport> {
  const started = performance.now();
  const dataDir = await mkdtemp(join(tmpdir(), "bihuan-faults-"));
  const days = Math.ceil(count / KILLS_A_DAY);
  const world = await makeWorld(dataDir, days);
  const script = await buildBrowserPhone();
  const server = await startKilledServer(dataDir, DAYS_BEGIN_AT);
  const lived: KilledDay[] = [];
  try {
    for (const [no, ground] of world.days.entries()) {
      const phone = await BrowserPhone.make(script, server.address, ownerOf(ground));
      const day = new KilledDay(no, derivedSeed(seed, no), ground, phone);
      lived.push(day);
      await day.live(Math.min(KILLS_A_DAY, count - no * KILLS_A_DAY)).finally(() => phone.remove());
      progress(`${(no + 1) * KILLS_A_DAY} kills after ${Math.round((performance.now() - started) / 1000)} s`);
    }
  } finally {
    await server.stop();
  }
  const verdict = await checkArrival(
    dataDir,
    lived.map((day) => day.report()),
  );
  await rm(dataDir, { recursive: true, force: true });
  const injected = lived.reduce((sum, day) => sum + day.kills, 0);
  const atRisk = lived.reduce((sum, day) => sum + day.atRisk, 0) / Math.max(1, injected);
  const items = lived.flatMap((day) => day.kept).filter(({ act }) => act.name === "hazard.record").length;
  const seconds = Math.round((performance.now() - started) / 1000);
  return { ...verdict, injected, items, atRisk: Math.round(atRisk * 100) / 100, seconds };
}

function ownerOf({ expert, tenantId, tenantName, agencyId }: DayGround) {
  const membership = { id: expert.membershipId, tenantId, tenantName, scopeId: agencyId };
  const memberships = [{ ...membership, scopeName: "机构（演示）", displayName: expert.name }];
  const holder = { accountId: expert.accountId, displayName: expert.name, memberships, signedOut: false };
  return { accountId: expert.accountId, cookie: expert.cookie, scope: expert.membershipId, holder };
}

/** One expert with one profile. */
class KilledDay {
  kills = 0;
  atRisk = 0;
  readonly kept: Kept[] = [];
  readonly #stuck: string[] = [];
  readonly #refused: string[] = [];
  readonly #no: number;
  readonly #seed: number;
  readonly #ground: DayGround;
  readonly #phone: BrowserPhone;
  readonly #random: Random;
  readonly #visits: readonly VisitActs[];

  constructor(no: number, seed: number, ground: DayGround, phone: BrowserPhone) {
    this.#no = no;
    this.#seed = seed;
    this.#ground = ground;
    this.#phone = phone;
    this.#random = randomBy(seed);
    this.#visits = ground.visits.map((visit) => new VisitActs(`${seed}`, visit));
  }

  async live(kills: number): Promise<void> {
    const phone = this.#phone;
    await phone.open();
    await phone.send();
    await until(async () => (await phone.held()).snapshots > 0, "the phone never got its snapshot");
    for (const visit of this.#visits) await this.#keep(visit.arrival(await phone.now()));
    for (; this.kills < kills; this.kills += 1) await this.#killOnce();
    for (const visit of this.#visits) await this.#keep([visit.departure(await phone.now())]);
    await phone.send();
    const arrived = async () => {
      const { commands, waitingPhotos } = await phone.held();
      return waitingPhotos === 0 && commands.every((one) => one.state !== "waiting");
    };
    await until(arrived, "").catch(() => {});
    const { commands, waitingPhotos, refusedPhotos } = await phone.held();
    const waiting = commands.filter((one) => one.state === "waiting").map((one) => `command ${one.id} ${one.name}`);
    this.#stuck.push(...waiting, ...(waitingPhotos > 0 ? [`${waitingPhotos} photos`] : []));
    const turned = commands.filter((one) => one.state === "refused" || one.state === "conflict");
    this.#refused.push(...turned.map((one) => `${one.name} ${one.problem}`), ...refusedPhotos);
  }

  /** Keeps one, begins another while everything is sent, and dies somewhere in between. */
  async #killOnce(): Promise<void> {
    const phone = this.#phone;
    await this.#keep([await this.#nextHazard()]);
    this.atRisk += (await phone.held()).waitingPhotos;
    const next = await this.#nextHazard();
    const isActing = this.#random.next() < 0.7;
    const death = sleep(this.#random.whole(LONGEST_TURN_MS)).then(() => phone.kill());
    const cut = [phone.send(), ...(isActing ? [phone.act([next])] : [])].map((one) => one.catch(() => undefined));
    const [, answer] = await Promise.all(cut);
    await death;
    await phone.open();
    const said = answer && "ids" in answer ? answer.ids : undefined;
    if (said) return this.#remember(said, [next]);
    // Not said to be kept: he looks whether it is there and does it again otherwise.
    await this.#keep([next]);
  }

  async #nextHazard(): Promise<Act> {
    const visit = this.#visits[this.#random.whole(this.#visits.length)];
    if (!visit) throw new Error(`day ${this.#no} has no visit`);
    return visit.hazard(await this.#phone.now());
  }

  async #keep(acts: readonly Act[]): Promise<void> {
    let problem = "";
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { commands } = await this.#phone.held();
      const found = acts.map(({ mark }) => commands.find((one) => one.text.includes(mark))?.id);
      if (found.every((id) => id !== undefined)) return this.#remember(found, acts);
      const { ids, problem: refusal } = await this.#phone.act(acts);
      if (ids) return this.#remember(ids, acts);
      problem = refusal ?? "no reason";
    }
    this.#refused.push(`${acts.map((one) => one.name).join("+")}: ${problem}`);
  }

  #remember(ids: readonly string[], acts: readonly Act[]): void {
    for (const [index, act] of acts.entries()) this.kept.push({ id: ids[index] ?? "", act });
  }

  report() {
    const order = { no: this.#no, seed: this.#seed, kinds: [], ground: this.#ground };
    return { order, kept: this.kept, struck: [], atRisk: 0, stuck: this.#stuck, refused: this.#refused, stale: [] };
  }
}

async function until(condition: () => Promise<boolean>, failure: string): Promise<void> {
  for (const started = performance.now(); performance.now() - started < ARRIVES_WITHIN_MS; await sleep(50))
    if (await condition()) return;
  throw new Error(failure);
}
