// The form by which anyone reports: signed, with a time and a small question, so that it takes a person, and needs no other service
// and no script. What the receipt says is made of the form's own id: sent twice, the same report answers the same receipt.
import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from "node:crypto";
import { dayOf, type Instant } from "#domain/calendar/local-date.ts";
import { type Receipt, receiptOf } from "#domain/tip/receipt.ts";
import { masterKey } from "../journal/tenant-keys.ts";

/** Nobody reads the page and writes a report in less. */
const LEAST_MS = 4_000;
const MOST_MS = 24 * 3_600_000;
const KEY_BYTES = 32;

export interface TipForm {
  readonly id: string;
  readonly madeAt: Instant;
  readonly token: string;
  /** '三加八等于几？' */
  readonly question: string;
}

/** fresh: too soon, the same form may be sent again; over: another form is needed. */
export type TipFormFault = "tooSoon" | "over" | "wrongAnswer";

export async function tipFormKey(dataDir: string): Promise<Buffer> {
  return Buffer.from(hkdfSync("sha256", await masterKey(dataDir), "tips", "bihuan tip form 1", KEY_BYTES));
}

export function newTipForm(key: Buffer, tenantId: string, now: Instant): TipForm {
  return formOf(key, tenantId, randomUUID(), now);
}

function formOf(key: Buffer, tenantId: string, id: string, madeAt: Instant): TipForm {
  const body = `${id}.${Date.parse(madeAt).toString(36)}`;
  const { words } = sumOf(key, id);
  return {
    id,
    madeAt,
    token: `${body}.${mac(key, `form ${tenantId} ${body}`).toString("base64url")}`,
    question: words,
  };
}

/** The form a token was given for; undefined when it was never given for this subdistrict. */
export function readTipForm(key: Buffer, tenantId: string, token: string): TipForm | undefined {
  const parts = /^([0-9a-f-]{36})\.([0-9a-z]{1,12})\.[\w-]{43}$/.exec(token);
  const madeAt = new Date(Number.parseInt(parts?.[2] ?? "", 36));
  if (!parts?.[1] || Number.isNaN(madeAt.getTime())) return undefined;
  const form = formOf(key, tenantId, parts[1], madeAt.toISOString());
  return timingSafeEqual(Buffer.from(form.token), Buffer.from(token)) ? form : undefined;
}

export function faultOfTipForm(key: Buffer, form: TipForm, answer: string, now: Instant): TipFormFault | undefined {
  const age = Date.parse(now) - Date.parse(form.madeAt);
  if (age > MOST_MS || age < 0) return "over";
  const { sum } = sumOf(key, form.id);
  const said = answer.normalize("NFKC").replaceAll(/[\s。.]/g, "");
  if (said !== String(sum) && said !== inChinese(sum)) return "wrongAnswer";
  return age < LEAST_MS ? "tooSoon" : undefined;
}

export function receiptOfForm(key: Buffer, { id, madeAt }: TipForm): Receipt {
  return receiptOf(dayOf(madeAt), mac(key, `receipt ${id}`));
}

function mac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

const DIGITS = "零一二三四五六七八九";

function inChinese(n: number): string {
  if (n < 10) return DIGITS[n] ?? "";
  const ones = n % 10 === 0 ? "" : DIGITS[n % 10];
  return n === 10 ? "十" : `十${ones}`;
}

/** Two digits from two to nine; which ones follows from the form. */
function sumOf(key: Buffer, id: string): { readonly words: string; readonly sum: number } {
  const [first = 0, second = 0] = mac(key, `question ${id}`);
  const [a, b] = [2 + (first % 8), 2 + (second % 8)];
  return { words: `${DIGITS[a]}加${DIGITS[b]}等于几？`, sum: a + b };
}
