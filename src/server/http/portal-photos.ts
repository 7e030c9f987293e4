// Photos of the portal: from a form into slots, and from a slot behind a door to the page.
import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";
import { derivedId } from "#domain/kernel/derived-id.ts";
import { ok, type Result } from "#domain/kernel/result.ts";
import type { PhotoArgs } from "#domain/visit/photo-slot.ts";
import { asActor } from "../db/transaction.ts";
import { readPhoto, workingCopy } from "../files/photo-intake.ts";
import { slotOfHazards } from "../queries/hazard-parts.ts";
import type { Services } from "../server-parts.ts";
import { pictureOf, receivePhoto } from "../sync/receive-photo.ts";
import type { Writing } from "./portal-write.ts";
import { notFound, ProblemError } from "./problems.ts";

/** A photo read whole, with the copy that screens show. */
export interface TakenPhoto {
  readonly original: Uint8Array;
  readonly working: Uint8Array;
  readonly declaredType: string | null;
}

/** Reads what a form brought; the first that is no whole picture stops it, before anything is stored. */
export async function takePhotos(files: readonly File[]): Promise<Result<readonly TakenPhoto[]>> {
  const taken: TakenPhoto[] = [];
  for (const file of files) {
    const original = new Uint8Array(await file.arrayBuffer());
    const reading = await readPhoto(original, file.type || null);
    if (!reading.ok) return reading;
    const working = await workingCopy(original);
    if (!working.ok) return working;
    taken.push({ original, working: working.value, declaredType: file.type || null });
  }
  return ok(taken);
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** What the command says of them; the same form makes the same slots. */
export function slotsOf(commandId: string, photos: readonly TakenPhoto[], takenAt: string): PhotoArgs[] {
  return photos.map((photo, index) => ({
    slotId: derivedId(commandId, `photo ${index}`),
    sha256: hashOf(photo.working),
    originalSha256: hashOf(photo.original),
    bytes: photo.working.byteLength,
    takenAt,
    source: "form",
  }));
}

/** The bytes are durable before the command names them, so an accepted proof never waits for its photo. */
export async function keepBytes(services: Services, tenantId: string, photos: readonly TakenPhoto[]): Promise<void> {
  for (const bytes of photos.flatMap((photo) => [photo.working, photo.original])) {
    const stored = await services.blobs.put(tenantId, hashOf(bytes), [bytes]);
    if (!stored.ok) throw new ProblemError(422, stored.problem.code, stored.problem.params);
  }
}

/** Fills the slots the command made; harmless when they are filled. */
export async function fillSlots(services: Services, writing: Writing, photos: readonly TakenPhoto[]): Promise<void> {
  const { tenantId, actor } = writing;
  for (const photo of photos) {
    const asking = { services, tenantId, actor };
    await receivePhoto(asking, hashOf(photo.working), ["working"], photo.working, "image/jpeg");
    await receivePhoto(asking, hashOf(photo.original), ["original"], photo.original, photo.declaredType);
  }
}

/** The picture of a slot that hangs on one of these hazards, re-encoded without any metadata. */
export async function sendSlot(
  services: Services,
  writing: Writing,
  ask: { readonly slotId: string; readonly size: string | undefined; readonly hazardIds: readonly string[] },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { tenantId, actor } = writing;
  if (!/^[0-9a-f-]{36}$/.test(ask.slotId)) throw notFound();
  const slot = await asActor(services.database, tenantId, actor, (tx) => slotOfHazards(tx, ask.slotId, ask.hazardIds), {
    readOnly: true,
  });
  const size = ask.size === "thumb" ? "thumb" : "working";
  const picture = slot && (await pictureOf({ services, tenantId, actor }, slot, size));
  if (!picture) throw notFound();
  return reply.header("cache-control", "private, max-age=86400").type("image/jpeg").send(Buffer.from(picture));
}
