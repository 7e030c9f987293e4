// The access link made on this phone: 128 random bits as text; only their hash ever goes into a command.
import { v7 as uuidv7 } from "uuid";
import { sha256Hex } from "#domain/kernel/derived-id.ts";
import { readDraft, saveDraft } from "../../store/drafts.ts";
import type { FieldDatabase } from "../../store/field-database.ts";

export interface AccessSecret {
  readonly linkId: string;
  readonly secret: string;
}

export function makeSecret(): AccessSecret {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // base64url, 22 characters: the shape of every link of this system.
  const secret = btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  return { linkId: uuidv7(), secret };
}

/** As a command carries it. */
export function linkArgs({ linkId, secret }: AccessSecret): { readonly linkId: string; readonly secretHash: string } {
  return { linkId, secretHash: sha256Hex(secret) };
}

export function linkAddress({ secret }: AccessSecret): string {
  return `${location.origin}/l/${secret}`;
}

/** In groups of four, to be read out. */
export function spokenSecret({ secret }: AccessSecret): string {
  return secret.replaceAll(/(.{4})(?=.)/g, "$1 ");
}

export function keepSecret(db: FieldDatabase, visitId: string, secret: AccessSecret): Promise<void> {
  return saveDraft(db, `link/${visitId}`, secret);
}

export function readSecret(db: FieldDatabase, visitId: string): Promise<AccessSecret | undefined> {
  return readDraft<AccessSecret>(db, `link/${visitId}`);
}
