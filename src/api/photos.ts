// Photos travel on their own: sent by content into a slot that expects them, read through a row one may see.
import { z } from "zod";
import { defineRoute, hazardReaders } from "./route.ts";

export const photoSizes = ["thumb", "working", "original"] as const;
export type PhotoSize = (typeof photoSizes)[number];

export const putPhoto = defineRoute({
  method: "PUT",
  path: "/api/v1/photos/:tenantId/:sha256",
  summary: "The bytes of a photo that a slot expects; sending them again is harmless",
  by: hazardReaders,
  params: z.object({ tenantId: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  response: z.object({ stored: z.literal(true), bytes: z.int().optional() }),
});

export const getPhoto = defineRoute({
  method: "GET",
  path: "/api/v1/photos/:slotId",
  summary: "A photo as JPEG, upright and without any metadata",
  by: hazardReaders,
  params: z.object({ slotId: z.uuid() }),
  query: z.object({ size: z.enum(photoSizes).default("working") }),
  response: z.unknown(),
});
