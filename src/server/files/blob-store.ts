// Bytes of a tenant by their SHA-256: photos, working copies, issued documents. A port with one driver, a local folder:
// <data>/files/<tenant>/<aa>/<sha256>. What these bytes mean, and who may have them, is not known here.
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";

export interface BlobStore {
  /**
   * Durable when it returns. Refuses with `photo.hash_differs` when the bytes are not what they are called, with
   * `photo.too_large` beyond `maxBytes`. Storing again is harmless.
   */
  put(tenantId: string, sha256: string, bytes: ByteSource, maxBytes?: number): Promise<Result<StoredBlob>>;
  get(tenantId: string, sha256: string): Promise<Uint8Array | undefined>;
  has(tenantId: string, sha256: string): Promise<boolean>;
}

export interface StoredBlob {
  readonly sha256: string;
  readonly bytes: number;
}

export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** 30 MB: a 60-megapixel JPEG of a phone is below. */
export const MAX_BLOB_BYTES = 30 * 1024 * 1024;

const TENANT = /^[0-9a-f-]{36}$/;
const SHA256 = /^[0-9a-f]{64}$/;

export function localBlobStore(dataFolder: string): BlobStore {
  const root = join(dataFolder, "files");

  function pathOf(tenantId: string, sha256: string): string {
    if (!TENANT.test(tenantId) || !SHA256.test(sha256)) throw new TypeError("not a tenant's blob");
    return join(root, tenantId, sha256.slice(0, 2), sha256);
  }

  return {
    async put(tenantId, sha256, bytes, maxBytes = MAX_BLOB_BYTES) {
      const path = pathOf(tenantId, sha256);
      const folder = dirname(path);
      await makeFolder(folder);
      const temporary = join(folder, `.${sha256}.${randomUUID()}`);
      try {
        const written = await writeVerified(temporary, sha256, bytes, maxBytes);
        if (!written.ok) return written;
        await rename(temporary, path);
        await syncFolder(folder);
        return written;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async get(tenantId, sha256) {
      return readFile(pathOf(tenantId, sha256)).catch(undefinedWhenAbsent);
    },
    async has(tenantId, sha256) {
      return (await stat(pathOf(tenantId, sha256)).catch(undefinedWhenAbsent)) !== undefined;
    },
  };
}

async function writeVerified(
  path: string,
  sha256: string,
  bytes: ByteSource,
  limit: number,
): Promise<Result<StoredBlob>> {
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      if (size > limit) return refuse("photo.too_large", { megabytes: Math.floor(limit / 1024 / 1024) });
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (hash.digest("hex") !== sha256) return refuse("photo.hash_differs", { sha256: sha256.slice(0, 8) });
    await file.sync();
    return ok({ sha256, bytes: size });
  } finally {
    await file.close();
  }
}

/** Makes the folder and makes its own name durable, up to the first folder that was there before. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** A rename is only durable once its folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function undefinedWhenAbsent(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
