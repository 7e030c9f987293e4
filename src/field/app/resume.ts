// Where the person stood, kept in the phone's database: a crash, a dead battery or the icon on the home screen lead back to it. The
// address is not enough, since the icon always opens the first page; nor is localStorage, which is written seconds later.
import type { FieldDatabase } from "../store/field-database.ts";
import { readRoute } from "./route.ts";

const PLACE = "place";
const SECTION = "bihuan.field.section";
/** The next morning begins with the day's list. */
const HOURS = 12;
const PATIENCE_MS = 10_000;
const SETTLE_MS = 250;

interface Place {
  readonly hash: string;
  readonly y: number;
  /** Milliseconds of this device's clock. */
  readonly at: number;
  /** The section of the checklist that the visit stands at. */
  readonly section: string | null;
}

/** Work in a firm is gone back to; lists are not. */
const lists: readonly string[] = ["today", "week", "ready", "law", "article", "me", "sync"];

/** Before the first screen: opened without an address, the app goes back to the work that was under way. */
export async function resume(db: FieldDatabase): Promise<void> {
  const place: unknown = (await db.meta.get(PLACE))?.value;
  if (!isPlace(place)) return;
  if (place.section !== null) localStorage.setItem(SECTION, place.section);
  const isFresh = Math.abs(Date.now() - place.at) < HOURS * 3_600_000;
  const isWork = !lists.includes(readRoute(place.hash).page);
  if (/^#?\/?$/.test(location.hash) && isFresh && isWork) history.replaceState(null, "", place.hash);
  if (location.hash === place.hash && place.y > 0) scrollBack(place.y);
}

let note: () => void = () => {};

/** Keeps the place from now on; answers how to end it. */
export function keepPlace(db: FieldDatabase): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    const section = localStorage.getItem(SECTION);
    const place: Place = { hash: location.hash, y: Math.round(scrollY), at: Date.now(), section };
    // A phone without room says so where work is kept; the place is no work.
    db.meta.put({ name: PLACE, value: place }).catch((error) => console.warn("the place was not kept", error));
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(write, SETTLE_MS);
  };
  note = write;
  addEventListener("hashchange", write);
  addEventListener("scroll", later, { passive: true });
  return () => {
    note = () => {};
    clearTimeout(timer);
    removeEventListener("hashchange", write);
    removeEventListener("scroll", later);
  };
}

/** Only the visit worked on last is remembered. */
export function keepSection(visitId: string, code: string): void {
  localStorage.setItem(SECTION, `${visitId} ${code}`);
  note();
}

export function keptSection(visitId: string): string | undefined {
  const [ofVisit, code] = (localStorage.getItem(SECTION) ?? "").split(" ");
  return ofVisit === visitId ? code : undefined;
}

/** What is read from the store makes the page long enough only after a while; a finger on the screen ends the wait. */
function scrollBack(y: number): void {
  const until = performance.now() + PATIENCE_MS;
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  addEventListener("pointerdown", end, { once: true });
  addEventListener("hashchange", end, { once: true });
  const step = () => {
    if (isOver || performance.now() > until) return;
    if (document.documentElement.scrollHeight >= y + innerHeight) return scrollTo(0, y);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== "object" || value === null) return false;
  const { hash, y, at, section }: Partial<Record<keyof Place, unknown>> = value;
  const isSection = section === null || typeof section === "string";
  return typeof hash === "string" && typeof y === "number" && typeof at === "number" && isSection;
}
