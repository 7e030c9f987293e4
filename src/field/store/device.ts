// What this device knows of itself: its id, how far its clock is off, and who used it last.
import { v7 as uuidv7 } from "uuid";
import type { Instant } from "#domain/calendar/local-date.ts";

const DEVICE = "bihuan.field.device";
const OFFSET = "bihuan.field.clockOffset";
const HOLDER = "bihuan.field.holder";

export interface HeldMembership {
  readonly id: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly scopeId: string | null;
  readonly scopeName: string | null;
  readonly displayName: string;
}

export interface Holder {
  readonly accountId: string;
  readonly displayName: string;
  readonly memberships: readonly HeldMembership[];
  /** The person left by himself; what is unsent stays here until he is back. */
  readonly signedOut: boolean;
}

export function deviceId(): string {
  const known = localStorage.getItem(DEVICE);
  if (known) return known;
  const made = uuidv7();
  localStorage.setItem(DEVICE, made);
  return made;
}

/** Server clock minus this device's, in milliseconds. */
export function clockOffset(): number {
  return Number(localStorage.getItem(OFFSET) ?? 0) || 0;
}

/** Measures the offset from an answer's time, half the round trip allowed for. */
export function measureClock(serverNow: string, sentAt: number, receivedAt: number): void {
  const offset = Math.round(Date.parse(serverNow) - (sentAt + receivedAt) / 2);
  if (Number.isFinite(offset)) localStorage.setItem(OFFSET, String(offset));
}

/** Now by the corrected clock. */
export function correctedNow(): Instant {
  return new Date(Date.now() + clockOffset()).toISOString();
}

export function readHolder(): Holder | undefined {
  const stored = parseJson(localStorage.getItem(HOLDER) ?? "");
  return isHolder(stored) ? stored : undefined;
}

/** Checked by hand: the schema library is not part of the first load. */
function isHolder(value: unknown): value is Holder {
  if (!isRecord(value) || !Array.isArray(value.memberships)) return false;
  if (typeof value.accountId !== "string" || typeof value.displayName !== "string") return false;
  return typeof value.signedOut === "boolean" && value.memberships.every(isMembership);
}

function isMembership(value: unknown): value is HeldMembership {
  if (!isRecord(value)) return false;
  const words = [value.id, value.tenantId, value.tenantName, value.displayName];
  const maybe = [value.scopeId, value.scopeName];
  return words.every((one) => typeof one === "string") && maybe.every((one) => one === null || typeof one === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

export function rememberHolder(holder: Holder): void {
  localStorage.setItem(HOLDER, JSON.stringify(holder));
}

function parseJson(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}
