// The envelope of an exported file: who it belongs to in the clear, everything else sealed (AES-GCM) with that account's key.
import { z } from "zod";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";

export const FORMAT = "bihuan-field-unsent";
const VERSION = 2;
const NONCE_BYTES = 12;
const CHUNK = 0x8000;

const sealedSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  accountId: z.string(),
  owner: z.string(),
  nonce: z.string(),
  sealed: z.string(),
});

export interface FileOwner {
  readonly accountId: string;
  readonly displayName: string;
  /** 256 bits as base64, from the server while there was a signal. */
  readonly key: string;
}

export async function seal(owner: FileOwner, content: object): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const clear = new TextEncoder().encode(JSON.stringify(content));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, await aesKey(owner.key), clear);
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    accountId: owner.accountId,
    owner: owner.displayName,
    nonce: toBase64(nonce),
    sealed: toBase64(new Uint8Array(sealed)),
  });
}

/** What was sealed; refused with `unsent_file.not_one`, `.newer`, `.other_owner` or `.damaged`. */
export async function unseal(owner: FileOwner, text: string): Promise<Result<unknown>> {
  const file = sealedSchema.safeParse(parseJson(text));
  if (!file.success) return refuse("unsent_file.not_one");
  if (file.data.version > VERSION) return refuse("unsent_file.newer");
  if (file.data.accountId !== owner.accountId) return refuse("unsent_file.other_owner", { owner: file.data.owner });
  try {
    const iv = fromBase64(file.data.nonce);
    const clear = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv },
      await aesKey(owner.key),
      fromBase64(file.data.sealed),
    );
    return ok(JSON.parse(new TextDecoder().decode(clear)));
  } catch {
    return refuse("unsent_file.damaged");
  }
}

function aesKey(key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", fromBase64(key), "AES-GCM", false, ["encrypt", "decrypt"]);
}

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(parts.join(""));
}

/** @throws where the text is no base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
