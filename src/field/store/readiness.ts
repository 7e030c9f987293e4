// What this phone has for a day without a signal, part by part, and what it still lacks. Read from the stores alone.
import { dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import type { Holder } from "./device.ts";
import { directoryHeads } from "./directory-database.ts";
import type { FieldDatabase } from "./field-database.ts";
import { storedLibrary } from "./library-database.ts";
import { rowsOf } from "./read-rows.ts";
import { takenAt } from "./take-snapshot.ts";

export interface Readiness {
  /** When the oldest snapshot was taken; undefined while a membership has none. */
  readonly takenAt: string | undefined;
  readonly tasks: number;
  readonly enterprises: number;
  readonly openHazards: number;
  /** Stored pictures of open hazards, and how many of them are here. */
  readonly pictures: { readonly wanted: number; readonly here: number };
  readonly items: number;
  readonly articles: number;
  readonly directory: { readonly count: number; readonly day: LocalDate | undefined };
  /** The app itself opens without a signal. */
  readonly app: boolean;
}

export async function readReadiness(db: FieldDatabase, holder: Holder): Promise<Readiness> {
  const sums = { tasks: 0, enterprises: 0, openHazards: 0, wanted: 0, here: 0, listed: 0 };
  const days: (LocalDate | undefined)[] = [];
  const taken: (string | undefined)[] = [];
  const kept = new Set<unknown>(await db.photos.orderBy("slotId").uniqueKeys());
  for (const key of await db.pictures.orderBy("slotId").uniqueKeys()) kept.add(key);
  for (const { id: scope } of holder.memberships) {
    const owed = await rowsOf(db, scope, "tasks", { state: "owed", expertMembershipId: scope });
    const open = (await rowsOf(db, scope, "hazards")).filter(isOpen);
    const ids = new Set(open.map((hazard) => hazard.id));
    const slots = await rowsOf(db, scope, "photoSlots", { state: "stored" });
    const wanted = slots.filter((slot) => ids.has(slot.hazardId ?? ""));
    const directory = await directoryOf(holder.accountId, scope);
    sums.tasks += owed.length;
    sums.enterprises += (await rowsOf(db, scope, "enterprises")).length;
    sums.openHazards += open.length;
    sums.wanted += wanted.length;
    sums.here += wanted.filter((slot) => kept.has(slot.id)).length;
    sums.listed += directory.count;
    days.push(directory.day);
    taken.push(await takenAt(db, scope));
  }
  const library = await storedLibrary();
  return {
    takenAt: taken.includes(undefined) ? undefined : taken.toSorted()[0],
    ...{ tasks: sums.tasks, enterprises: sums.enterprises, openHazards: sums.openHazards },
    pictures: { wanted: sums.wanted, here: sums.here },
    ...{ items: library?.items.length ?? 0, articles: library?.articles.length ?? 0 },
    directory: { count: sums.listed, day: days.includes(undefined) ? undefined : days.toSorted()[0] },
    app: await isInstalled(),
  };
}

/** The whole directory and its day; before the first one, how much has come. */
async function directoryOf(accountId: string, scope: string): Promise<Readiness["directory"]> {
  const heads = await directoryHeads(accountId, scope);
  const whole = heads.find((head) => head.next === null);
  return whole ? { count: whole.count, day: whole.day } : { count: heads[0]?.count ?? 0, day: undefined };
}

/** The service worker keeps every file of the app; without one a browser tab would not open again. */
async function isInstalled(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration();
  return registration?.active != null;
}

/** What is missing, in words; empty when all is here. */
export function lacks(ready: Readiness): readonly string[] {
  const { wanted, here } = ready.pictures;
  return [
    ready.takenAt === undefined ? "任务与企业档案" : "",
    wanted > here ? `旧隐患照片${wanted - here}张` : "",
    ready.items === 0 ? "检查清单与法条" : "",
    ready.directory.day === undefined ? "企业名录" : "",
    ready.app ? "" : "程序本身",
  ].filter((one) => one !== "");
}

/** Taken on another day: it still works, and is said to be old. */
export function isOld({ takenAt }: Readiness, today: LocalDate): boolean {
  return takenAt !== undefined && dayOf(takenAt) !== today;
}
