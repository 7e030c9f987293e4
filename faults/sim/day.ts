// One simulated day: an expert makes his visits while the faults dealt to the day strike one after the other, each with at least
// one photo on the phone that the server does not have yet. In the end everything is given time to arrive.
import { type Act, VisitActs } from "./act.ts";
import { Expert, type Kept } from "./expert.ts";
import { Network } from "./network.ts";
import type { PhoneBundle } from "./phone-bundle.ts";
import type { Kind } from "./plan.ts";
import { randomBy } from "./random.ts";
import type { RealServer } from "./real-server.ts";
import { SimPhone } from "./sim-phone.ts";
import { strike } from "./strike.ts";
import { VirtualClock } from "./virtual-clock.ts";
import { DAYS_BEGIN_AT, type DayGround, type World } from "./world.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ARRIVES_WITHIN_MS = 24 * HOUR;

export interface DayOrder {
  readonly no: number;
  readonly seed: number;
  readonly kinds: readonly Kind[];
  readonly ground: DayGround;
}

export interface DayReport {
  readonly order: DayOrder;
  readonly kept: readonly Kept[];
  readonly struck: readonly Kind[];
  /** Photos the server did not have yet, summed over the moments a fault was let loose. */
  readonly atRisk: number;
  /** What the phone still holds at the end, or refused: each in words. */
  readonly stuck: readonly string[];
  readonly refused: readonly string[];
  /** Rows of the phone that are not those of its last snapshot although nothing is pending. */
  readonly stale: readonly string[];
}

export interface DayTools {
  readonly server: RealServer;
  readonly bundle: PhoneBundle;
  readonly world: World;
}

export class Day {
  readonly order: DayOrder;
  readonly random;
  readonly clock: VirtualClock;
  readonly network: Network;
  readonly expert: Expert;
  readonly phones: SimPhone[] = [];
  readonly struck: Kind[] = [];
  readonly #tools: DayTools;
  readonly #visits: readonly VisitActs[];
  #atRisk = 0;

  constructor(order: DayOrder, tools: DayTools) {
    this.order = order;
    this.#tools = tools;
    this.random = randomBy(order.seed);
    this.clock = new VirtualClock(DAYS_BEGIN_AT, () => this.phones.some((phone) => phone.storage.busy));
    this.network = new Network(this.clock, this.random, tools.server, order.ground.expert.cookie);
    this.expert = new Expert(order.ground, this.clock, this.newPhone());
    this.#visits = order.ground.visits.map((visit) => new VisitActs(`${order.seed}`, visit));
  }

  newPhone(): SimPhone {
    const phone = new SimPhone(this.clock, this.random, this.network, this.#tools.bundle, this.#tools.world.library);
    this.phones.push(phone);
    return phone;
  }

  /** The corrected time on the expert's phone. */
  now(): string {
    return this.expert.tab().tab.parts.correctedNow();
  }

  nextHazard(): Act {
    const visit = this.#visits[this.random.whole(this.#visits.length)];
    if (!visit) throw new Error(`day ${this.order.no} has no visit`);
    return visit.hazard(this.now());
  }

  async run(): Promise<DayReport> {
    if (!(await this.expert.prepared())) throw new Error(`day ${this.order.no}: the phone never got its snapshot`);
    for (const visit of this.#visits) await this.expert.act(visit.arrival(this.now()));
    for (const kind of this.order.kinds) {
      await strike(this, kind, () => {
        this.struck.push(kind);
      });
      if (this.random.next() < 0.5) await this.clock.until(() => this.unsent() === 0, 3 * MINUTE);
      else await this.clock.until(() => false, this.random.whole(20_000));
      this.putAwayOldPhones();
    }
    for (const visit of this.#visits) await this.expert.act([visit.departure(this.now())]);
    await this.#end();
    return this.#report();
  }

  /** Counts what is at risk now; called when a fault is let loose. */
  risk(): void {
    this.#atRisk += this.phones
      .flatMap((phone) => this.expert.records("photos", phone))
      .filter((photo) => photo.state === "waiting" && photo.kind === "working").length;
  }

  /** An old phone that came back is put away once it has sent what it held. */
  putAwayOldPhones(): void {
    for (const phone of this.phones)
      if (phone !== this.expert.phone && this.#heldBy(phone).length === 0) phone.killTabs();
  }

  unsent(): number {
    return this.phones.reduce((sum, phone) => sum + this.#heldBy(phone).length, 0);
  }

  #heldBy(phone: SimPhone): string[] {
    if (phone.tabs.every((tab) => !tab.alive) && phone !== this.expert.phone) return [];
    const commands = this.expert.records("commands", phone).filter((one) => one.state === "waiting");
    const photos = this.expert.records("photos", phone).filter((one) => one.state === "waiting");
    return [...commands.map((one) => `command ${one.id} ${one.name}`), ...photos.map((one) => `photo ${one.sha256}`)];
  }

  async #end(): Promise<void> {
    this.network.armed = undefined;
    for (const phone of this.phones) phone.online = true;
    this.expert.tab();
    this.expert.wake();
    await this.clock.until(() => this.unsent() === 0, ARRIVES_WITHIN_MS);
    // What lies on the way for long still arrives.
    await this.clock.until(() => this.network.lying === 0, HOUR);
    // One pull more, so that the phone holds what the server made of it.
    await this.clock.until(() => this.#pulled(), HOUR);
  }

  /** What is known of a day that could not be lived to its end. */
  broken(error: unknown): DayReport {
    const report = this.#report();
    return { ...report, stuck: [...report.stuck, `the day broke off: ${String(error)}`] };
  }

  #pulled(): boolean {
    return this.expert.records("commands").every((one) => one.state !== "accepted");
  }

  #report(): DayReport {
    const stuck = this.phones.flatMap((phone) => this.#heldBy(phone));
    const commands = this.phones.flatMap((phone) => this.expert.records("commands", phone));
    const turned = commands.filter((one) => one.state === "refused" || one.state === "conflict");
    const photos = this.phones.flatMap((phone) => this.expert.records("photos", phone));
    const refused = [
      ...this.expert.refused,
      ...turned.map((one) => `${one.name} ${one.state}: ${JSON.stringify(one.problem)}`),
      ...photos.filter((one) => one.state === "refused").map((one) => `photo: ${JSON.stringify(one.problem)}`),
    ];
    for (const phone of this.phones) phone.killTabs();
    return {
      ...{ order: this.order, kept: this.expert.kept, struck: this.struck, atRisk: this.#atRisk },
      ...{ stuck, refused, stale: stuck.length > 0 ? [] : this.#staleRows() },
    };
  }

  #staleRows(): string[] {
    return this.expert.records("snapshots").flatMap((snapshot) => {
      const rows: unknown = Reflect.get(Object(snapshot.answer), "rows");
      return Object.entries(Object(rows)).flatMap(([entity, list]) => {
        const wanted = new Set([list].flat().map((row) => JSON.stringify(row)));
        const held = this.expert.records(entity).map((stored) => JSON.stringify(stored.row));
        const odd = held.filter((row) => !wanted.has(row));
        return odd.length > 0 || held.length !== wanted.size
          ? [`${entity}: ${held.length} of ${wanted.size}, ${odd[0]}`]
          : [];
      });
    });
  }
}
