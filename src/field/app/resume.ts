// Where the person stood, kept on the phone: a crash, a dead battery or the icon on the home screen lead back to it. The address
// alone is not enough, since the icon always opens the first page.
import { readRoute } from "./route.ts";

const KEY = "bihuan.field.place";
/** The next morning begins with the day's list. */
const HOURS = 12;
const PATIENCE_MS = 4_000;
const SETTLE_MS = 250;

interface Place {
  readonly accountId: string;
  readonly hash: string;
  readonly y: number;
  /** Milliseconds of this device's clock. */
  readonly at: number;
}

/** Work in a firm is gone back to; lists are not. */
const lists: readonly string[] = ["today", "week", "ready", "law", "article", "me", "sync"];

/** Before the first screen: opened without an address, the app goes back to the work that was under way. */
export function resume(accountId: string): void {
  const place = readPlace();
  if (!place || place.accountId !== accountId) return;
  const isFresh = Math.abs(Date.now() - place.at) < HOURS * 3_600_000;
  const isWork = !lists.includes(readRoute(place.hash).page);
  if (/^#?\/?$/.test(location.hash) && isFresh && isWork) history.replaceState(null, "", place.hash);
  if (location.hash === place.hash && place.y > 0) scrollBack(place.y);
}

/** Keeps the place from now on; answers how to end it. */
export function keepPlace(accountId: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    const place: Place = { accountId, hash: location.hash, y: Math.round(scrollY), at: Date.now() };
    localStorage.setItem(KEY, JSON.stringify(place));
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(write, SETTLE_MS);
  };
  addEventListener("hashchange", write);
  addEventListener("scroll", later, { passive: true });
  return () => {
    clearTimeout(timer);
    removeEventListener("hashchange", write);
    removeEventListener("scroll", later);
  };
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

function readPlace(): Place | undefined {
  try {
    const place: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isPlace(place) ? place : undefined;
  } catch {
    return undefined;
  }
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== "object" || value === null) return false;
  const { accountId, hash, y, at }: Partial<Record<keyof Place, unknown>> = value;
  return typeof accountId === "string" && typeof hash === "string" && typeof y === "number" && typeof at === "number";
}
