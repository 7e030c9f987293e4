// The person with the phone: does what he set out to do, again where the phone did not say that it was kept, opens the app again
// when it is gone, and remembers everything that the phone said it had kept.
import type { BenchPerson } from "../../bench/bench-subdistricts.ts";
import type { Act } from "./act.ts";
import { recordsIn } from "./phone-storage.ts";
import type { SimPhone } from "./sim-phone.ts";
import { type Tab, TabGone } from "./tab.ts";
import type { VirtualClock } from "./virtual-clock.ts";
import type { DayGround } from "./world.ts";

/** Something the phone said it had kept. */
export interface Kept {
  readonly id: string;
  readonly act: Act;
}

const PULLED_WITHIN_MS = 20 * 60_000;
const ATTEMPTS = 6;

interface OpenTab {
  readonly tab: Tab;
  readonly db: ReturnType<Tab["parts"]["openFieldDatabase"]>;
  readonly loop: { wake(): void; resume(): void };
}

export class Expert {
  readonly kept: Kept[] = [];
  /** What the phone refused though nothing was wrong with it. */
  readonly refused: string[] = [];
  readonly #ground: DayGround;
  readonly #clock: VirtualClock;
  readonly #open = new Map<SimPhone, OpenTab[]>();
  phone: SimPhone;

  constructor(ground: DayGround, clock: VirtualClock, phone: SimPhone) {
    this.#ground = ground;
    this.#clock = clock;
    this.phone = phone;
  }

  get person(): BenchPerson {
    return this.#ground.expert;
  }

  get databaseName(): string {
    return `bihuan-field-${this.person.accountId}`;
  }

  get holder() {
    const { expert, tenantId, tenantName, agencyId } = this.#ground;
    const membership = { id: expert.membershipId, tenantId, tenantName, scopeId: agencyId };
    const memberships = [{ ...membership, scopeName: "机构（演示）", displayName: expert.name }];
    return { accountId: expert.accountId, displayName: expert.name, memberships, signedOut: false };
  }

  /** A tab with its loop running; the one there is, unless another is asked for. */
  tab(another = false): OpenTab {
    const alive = (this.#open.get(this.phone) ?? []).filter((one) => one.tab.alive);
    const [known] = alive;
    if (known && !another) return known;
    const tab = this.phone.openTab();
    const db = tab.parts.openFieldDatabase(this.person.accountId);
    const loop = tab.parts.startOutboxLoop(db, this.holder, () => {});
    const opened = { tab, db, loop };
    this.#open.set(this.phone, [...alive, opened]);
    return opened;
  }

  wake(): void {
    for (const { tab, loop } of this.#open.get(this.phone) ?? []) if (tab.alive) loop.wake();
  }

  /** The phone is ready once it holds the snapshot. */
  async prepared(): Promise<boolean> {
    return this.#clock.until(() => {
      this.tab();
      return this.records("snapshots").length > 0;
    }, PULLED_WITHIN_MS);
  }

  records(store: string, phone = this.phone): readonly Record<string, unknown>[] {
    return recordsIn(phone.storage, this.databaseName, store);
  }

  /** Does it until the phone says that it is kept. */
  async act(acts: readonly Act[], at: (phone: SimPhone) => OpenTab = () => this.tab()): Promise<void> {
    let problem = "";
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = this.#found(acts);
      if (before) return this.#remember(before, acts);
      const outcome = await this.#attempt(acts, at(this.phone));
      if (Array.isArray(outcome)) return this.#remember(outcome, acts);
      problem = outcome;
      // Its visit may still be on the way to a phone just taken into use.
      await this.#clock.until(() => false, 60_000);
    }
    this.refused.push(`${acts.map((one) => one.name).join("+")}: ${problem}`);
  }

  async #attempt(acts: readonly Act[], { tab, db }: OpenTab): Promise<string[] | string> {
    const commands = acts.map(({ name, args, visitId, photos }) => ({
      ...{ name, args, visitId, photos, about: name, enterprise: "演示机械厂" },
    }));
    try {
      const answer = await tab.racing(tab.parts.issueCommands(db, this.person.membershipId, commands));
      return answer.ok ? [...(answer.value ?? [])] : (answer.problem?.code ?? "no reason");
    } catch (error) {
      if (error instanceof TabGone) return "the tab was killed";
      return error instanceof Error ? error.message : String(error);
    }
  }

  #remember(ids: readonly string[], acts: readonly Act[]): void {
    for (const [index, act] of acts.entries()) this.kept.push({ id: ids[index] ?? "", act });
  }

  /** Whether an attempt that was cut off had got through after all. */
  #found(acts: readonly Act[]): string[] | undefined {
    const commands = this.records("commands");
    const ids = acts.map(({ mark }) => commands.find((one) => String(one.text).includes(mark))?.id);
    return ids.every((id): id is string => typeof id === "string") ? ids : undefined;
  }
}
