// Gzips large JSON answers of the routes it is put on; phones pull the library and their snapshot over mobile data.
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";

const WORTH_BYTES = 4096;
const gzipped = promisify(gzip);

export function compressAnswers(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const accepts = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    if (typeof payload !== "string" || payload.length < WORTH_BYTES) return payload;
    reply.header("vary", "accept-encoding");
    if (!accepts) return payload;
    const packed = await gzipped(payload);
    reply.header("content-encoding", "gzip");
    reply.header("content-length", packed.byteLength);
    return packed;
  });
}
