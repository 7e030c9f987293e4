import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BlobStore, localBlobStore } from "./blob-store.ts";

const TENANT = "0198f000-0000-7000-8000-000000000001";
const OTHER = "0198f000-0000-7000-8000-000000000002";
const bytes = new TextEncoder().encode("一张照片");
const sha256 = createHash("sha256").update(bytes).digest("hex");

let folder: string;
let store: BlobStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bihuan-blobs-"));
  store = localBlobStore(folder);
});
afterAll(() => rm(folder, { recursive: true }));

async function* chunks() {
  yield bytes.subarray(0, 5);
  yield bytes.subarray(5);
}

describe("the local folder of blobs", () => {
  it("stores a stream by content, again without harm, and only in its tenant", async () => {
    expect(await store.has(TENANT, sha256)).toBe(false);
    expect(await store.get(TENANT, sha256)).toBeUndefined();
    expect(await store.put(TENANT, sha256, chunks())).toEqual({ ok: true, value: { sha256, bytes: bytes.length } });
    expect((await store.put(TENANT, sha256, [bytes])).ok).toBe(true);
    expect(await store.get(TENANT, sha256)).toEqual(Buffer.from(bytes));
    expect(await store.has(OTHER, sha256)).toBe(false);
    expect(await readdir(join(folder, "files", TENANT, sha256.slice(0, 2)))).toEqual([sha256]);
  });

  it("refuses bytes that are not what they are called and leaves nothing behind", async () => {
    const wrong = sha256.replace(/^./, sha256.startsWith("0") ? "1" : "0");
    expect(await store.put(OTHER, wrong, chunks())).toMatchObject({
      ok: false,
      problem: { code: "photo.hash_differs" },
    });
    expect(await readdir(join(folder, "files", OTHER, wrong.slice(0, 2)))).toEqual([]);
  });

  it("stops at the limit and when the sender breaks off", async () => {
    expect(await store.put(OTHER, sha256, chunks(), 6)).toMatchObject({ problem: { code: "photo.too_large" } });
    const broken = (async function* () {
      yield bytes.subarray(0, 3);
      throw new Error("connection lost");
    })();
    await expect(store.put(OTHER, sha256, broken)).rejects.toThrow("connection lost");
    expect(await readdir(join(folder, "files", OTHER, sha256.slice(0, 2)))).toEqual([]);
  });

  it("takes no path for a name", async () => {
    await expect(store.get(TENANT, "../../secret")).rejects.toThrow(TypeError);
    await expect(store.put("..", sha256, chunks())).rejects.toThrow(TypeError);
  });
});
