// The doors of photos: bytes in by content, pictures out through a visible row.
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { getPhoto, type PhotoSize, putPhoto } from "#api/photos.ts";
import type { Problem } from "#domain/kernel/result.ts";
import type { Services } from "../server-parts.ts";
import {
  type Asking,
  awaitedCopies,
  findSlot,
  pictureOf,
  readBody,
  receivePhoto,
  slotsExpecting,
} from "../sync/receive-photo.ts";
import { notFound, ProblemError } from "./problems.ts";
import { registerMember } from "./register.ts";

/** Seen once, a stored photo never changes; only the person it was answered to may keep it. */
const KEEP = "private, max-age=31536000, immutable";

export function registerPhotos(app: FastifyInstance, services: Services): void {
  app.register((scoped, _options, ready) => {
    scoped.addContentTypeParser(
      /^(image\/|application\/octet-stream)/,
      async (_request: FastifyRequest, body: unknown) => body,
    );
    registerMember(scoped, services, putPhoto, async ({ params, actor, tenantId, request }) => {
      if (params.tenantId !== tenantId) throw notFound();
      return takePhoto({ services, tenantId, actor }, params.sha256, request);
    });
    registerMember(scoped, services, getPhoto, async ({ params, query, actor, tenantId, reply }) =>
      answerPhoto({ services, tenantId, actor }, params.slotId, query.size, reply),
    );
    ready();
  });
}

async function takePhoto(asking: Asking, sha256: string, request: FastifyRequest) {
  const slots = await slotsExpecting(asking, sha256);
  if (slots.length === 0) throw notFound();
  const copies = awaitedCopies(slots, sha256);
  if (copies.length === 0) return { stored: true as const };
  const body = await readBody(request.body instanceof Readable ? request.body : Readable.from([]));
  if (!body.ok) throw refused(413, body.problem);
  const stored = await receivePhoto(asking, sha256, copies, body.value, request.headers["content-type"] ?? null);
  if (!stored.ok) throw refused(422, stored.problem);
  return { stored: true as const, bytes: stored.value };
}

function refused(status: number, { code, params }: Problem): ProblemError {
  return new ProblemError(status, code, params);
}

/** Sends the picture, or "not found" while it is not there or not to be seen. */
export async function answerPhoto(
  asking: Asking,
  slotId: string,
  size: PhotoSize,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const slot = await findSlot(asking, slotId);
  const picture = slot && (await pictureOf(asking, slot, size));
  if (!picture) throw notFound();
  return reply.header("cache-control", KEEP).type("image/jpeg").send(Buffer.from(picture));
}
