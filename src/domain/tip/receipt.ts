// The receipt of a report: a number to name it by and a secret code to read the answer with. The row's id is made of the two, so
// that whoever has both finds their own row and nobody can look for another's.
import { derivedId } from "../kernel/derived-id.ts";

/** Digits and capitals that are not mistaken for one another (Crockford's base 32). */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const NUMBER_LETTERS = 6;
const SECRET_LETTERS = 12;

export interface Receipt {
  /** 'XS261201-7KQ2M9' */
  readonly number: string;
  /** Twelve letters, stored nowhere. */
  readonly secret: string;
}

/** Letters of random bytes, five bits each; eighteen bytes are needed. */
export function receiptOf(day: string, bytes: Uint8Array): Receipt {
  const letters = [...bytes].map((byte) => LETTERS[byte & 31] ?? "0").join("");
  return {
    number: `XS${day.replaceAll("-", "").slice(2)}-${letters.slice(0, NUMBER_LETTERS)}`,
    secret: letters.slice(NUMBER_LETTERS, NUMBER_LETTERS + SECRET_LETTERS),
  };
}

export function tipIdOf(tenantId: string, { number, secret }: Receipt): string {
  return derivedId(tenantId, `tip ${number} ${secret}`);
}

/** As shown: 'K7Q2-9XTM-4BWA'. */
export function printedSecret(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** What a person typed, as it was given; undefined when it cannot be a receipt. */
export function readReceipt(typedNumber: string, typedSecret: string): Receipt | undefined {
  const number = /^XS(\d{6})([0-9A-Z]{6})$/.exec(plain(typedNumber));
  const secret = unmistaken(plain(typedSecret));
  if (!number || secret.length !== SECRET_LETTERS) return undefined;
  const letters = unmistaken(number[2] ?? "");
  if (![...secret, ...letters].every((letter) => LETTERS.includes(letter))) return undefined;
  return { number: `XS${number[1]}-${letters}`, secret };
}

const plain = (typed: string) =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, "");
const unmistaken = (letters: string) => letters.replaceAll("O", "0").replaceAll(/[IL]/g, "1");
