// Passwords are hashed by argon2id with the library's defaults (19 MiB, 2 passes, RFC 9106 second choice).
import { hash, verify } from "@node-rs/argon2";

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"));
}

/** A hash no password fits, so that an unknown login costs the same time as a wrong password. */
const decoy = hash("no password has this hash");

export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await decoy), password.normalize("NFC"));
  return fits && stored !== undefined;
}
