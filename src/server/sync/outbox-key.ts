// The key that seals an account's unsent work when it leaves a phone as a file: derived from the master key, stored nowhere,
// handed only to a session of that account. So the file opens on any phone where its owner signs in, and nowhere else.
import { hkdfSync } from "node:crypto";
import { masterKey } from "../journal/tenant-keys.ts";

const KEY_BYTES = 32;

/** 256 bits as base64, the same for an account every time. */
export async function outboxKey(dataDir: string, accountId: string): Promise<string> {
  const master = await masterKey(dataDir);
  return Buffer.from(hkdfSync("sha256", master, accountId, "bihuan unsent file 1", KEY_BYTES)).toString("base64");
}
