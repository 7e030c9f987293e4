// What this device knows of itself: its id, how far its clock is off, and who used it last.
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Instant } from "#domain/calendar/local-date.ts";

const DEVICE = "bihuan.field.device";
const OFFSET = "bihuan.field.clockOffset";
const HOLDER = "bihuan.field.holder";

const membershipSchema = z.object({
  id: z.string(),
  tenantId: z.string(),
  tenantName: z.string(),
  scopeId: z.string().nullable(),
  scopeName: z.string().nullable(),
  displayName: z.string(),
});
const holderSchema = z.object({
  accountId: z.string(),
  displayName: z.string(),
  memberships: z.array(membershipSchema),
  /** The person left by himself; what is unsent stays here until he is back. */
  signedOut: z.boolean(),
});
export type HeldMembership = z.output<typeof membershipSchema>;
export type Holder = z.output<typeof holderSchema>;

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
  const stored = localStorage.getItem(HOLDER);
  if (!stored) return undefined;
  const parsed = holderSchema.safeParse(parseJson(stored));
  return parsed.success ? parsed.data : undefined;
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
