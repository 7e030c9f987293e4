// A tenant's signing key (Ed25519). The private half rests sealed under the installation's master key, which is a file and no row.
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomUUID,
} from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export interface NewTenantKey {
  readonly id: string;
  readonly publicKey: string;
  readonly sealedPrivateKey: string;
}

/** Reads `<data>/keys/master.key`, making it (0600) on first use. */
export async function masterKey(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, "keys", "master.key");
  try {
    return Buffer.from(await readFile(path, "utf8"), "base64");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  const file = await open(path, "wx", 0o600);
  await file.writeFile(key.toString("base64"));
  await file.sync();
  await file.close();
  return key;
}

export function newTenantKey(master: Buffer): NewTenantKey {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const secret = privateKey.export({ format: "der", type: "pkcs8" });
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", master, nonce);
  const sealed = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return {
    id: randomUUID(),
    publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
    sealedPrivateKey: sealed.toString("base64"),
  };
}

export function openPrivateKey(master: Buffer, sealedPrivateKey: string): KeyObject {
  const sealed = Buffer.from(sealedPrivateKey, "base64");
  const decipher = createDecipheriv("aes-256-gcm", master, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const secret = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  return createPrivateKey({ key: secret, format: "der", type: "pkcs8" });
}
