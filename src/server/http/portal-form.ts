// Forms as a browser sends them without any script: fields, and photos as multipart. Everything is bounded before it is read.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProblemError } from "./problems.ts";

export const MAX_FORM_MEGABYTES = 40;
const MAX_PHOTOS = 6;

export interface PortalForm {
  readonly fields: Readonly<Record<string, string | undefined>>;
  /** Every value of a name that may be given several times. */
  all(name: string): readonly string[];
  readonly photos: readonly File[];
}

/** Lets this scope take multipart forms; whole in memory, as a photo is decoded before it is kept anyway. */
export function acceptPhotoForms(scope: FastifyInstance): void {
  const options = { parseAs: "buffer", bodyLimit: MAX_FORM_MEGABYTES * 1024 * 1024 } as const;
  scope.addContentTypeParser("multipart/form-data", options, async (request: FastifyRequest, body: Buffer) => {
    const type = request.headers["content-type"] ?? "";
    try {
      return await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
    } catch {
      throw new ProblemError(400, "request.bad_input", { field: "照片", detail: "没有传完整，请再交一次" });
    }
  });
}

export function formOf(request: FastifyRequest): PortalForm {
  const pairs = request.body instanceof FormData ? [...request.body] : plainPairs(request.body);
  const texts = pairs.flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  const files = pairs.flatMap(([, value]) => (typeof value === "string" ? [] : [value]));
  return {
    fields: Object.fromEntries(texts),
    all: (name) => texts.filter(([field]) => field === name).map(([, value]) => value),
    // A file input left empty still sends one nameless file of no bytes.
    photos: files.filter((file) => file.size > 0).slice(0, MAX_PHOTOS),
  };
}

function plainPairs(body: unknown): readonly (readonly [string, string | File])[] {
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((one) => [name, String(one)] as const) : [[name, String(value)] as const],
  );
}
