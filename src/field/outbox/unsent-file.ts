// Unsent work as a file, for a phone that cannot send: written here, read in on another phone where its owner signs in.
// Both phones may send afterwards; the commands keep their ids and exact texts, so the server takes each once.
import { z } from "zod";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";
import type { Draft, FieldDatabase, OutboxCommand, OutboxPhoto } from "../store/field-database.ts";
import { rebuild } from "../store/local-state.ts";
import { type FileOwner, fromBase64, seal, toBase64, unseal } from "./sealed-file.ts";

/** Checked as far as reading relies on it; the rest is this app's own record and travels as it is. */
const contentSchema = z.object({
  commands: z.array(z.looseObject({ id: z.uuid(), scope: z.string(), text: z.string(), lane: z.string() })),
  photos: z.array(z.looseObject({ sha256: z.string(), scope: z.string(), blob: z.unknown() })),
  drafts: z.array(z.looseObject({ id: z.string(), value: z.unknown(), savedAt: z.string() })),
});

const packedBlob = z.object({ $blob: z.string(), type: z.string() });

/** The file's text. Half-made forms go along; what the server has stays. */
export async function writeUnsentFile(db: FieldDatabase, owner: FileOwner): Promise<string> {
  const commands = await db.commands.where("state").anyOf(["waiting", "refused", "conflict"]).sortBy("n");
  const photos = await db.photos.where("state").anyOf(["waiting", "refused"]).toArray();
  const drafts = await db.drafts.toArray();
  const content = { commands: commands.map(({ n: _, ...rest }) => rest), photos, drafts };
  return seal(owner, await packed(content));
}

export interface ReadIn {
  readonly commands: number;
  readonly photos: number;
  readonly drafts: number;
}

/** Adds what this phone does not hold yet, in the order it was done; reading a file twice changes nothing. */
export async function readUnsentFile(db: FieldDatabase, owner: FileOwner, text: string): Promise<Result<ReadIn>> {
  const opened = await unseal(owner, text);
  if (!opened.ok) return opened;
  const content = contentSchema.safeParse(unpacked(opened.value));
  if (!content.success) return refuse("unsent_file.damaged");
  const { commands, photos, drafts } = content.data;
  // Written by the same app from the tables' own records, sealed since.
  const records = { commands: commands as unknown as OutboxCommand[], photos: photos as unknown as OutboxPhoto[] };
  return ok(await keep(db, records, drafts as unknown as Draft[]));
}

interface Records {
  readonly commands: readonly OutboxCommand[];
  readonly photos: readonly OutboxPhoto[];
}

function keep(db: FieldDatabase, { commands, photos }: Records, drafts: readonly Draft[]): Promise<ReadIn> {
  return db.transaction("rw", db.tables, async () => {
    const known = new Set(
      await db.commands
        .where("id")
        .anyOf(commands.map((one) => one.id))
        .keys(),
    );
    const fresh = commands.filter((one) => !known.has(one.id));
    for (const command of fresh) await db.commands.add(command);
    const held = await db.photos.bulkGet(photos.map((one) => [one.scope, one.sha256]));
    const missing = photos.filter((_, index) => held[index] === undefined);
    await db.photos.bulkPut(missing.map((one) => ({ ...one, failures: 0, retryAt: 0 })));
    const begun = await db.drafts.bulkGet(drafts.map((one) => one.id));
    const absent = drafts.filter((_, index) => begun[index] === undefined);
    await db.drafts.bulkPut(absent);
    for (const scope of new Set(fresh.map((one) => one.scope))) await rebuild(db, scope);
    return { commands: fresh.length, photos: missing.length, drafts: absent.length };
  });
}

/** A copy in which every picture is text, wherever it hangs. */
async function packed(value: unknown): Promise<object> {
  const walk = async (one: unknown): Promise<unknown> => {
    if (one instanceof Blob) return { $blob: toBase64(new Uint8Array(await one.arrayBuffer())), type: one.type };
    if (Array.isArray(one)) return Promise.all(one.map(walk));
    if (typeof one !== "object" || one === null) return one;
    const entries = Object.entries(one).map(async ([key, part]) => [key, await walk(part)] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  return Object(await walk(value));
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== "object" || value === null) return value;
  const blob = packedBlob.safeParse(value);
  if (blob.success) return new Blob([fromBase64(blob.data.$blob)], { type: blob.data.type });
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpacked(part)]));
}
