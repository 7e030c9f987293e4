// Half a year already on paper: the sheet and its photos, what they would do, the refused rows, saving. An imported hazard is marked,
// needs none of R7's parts, counts as no inspection and is never paid.
import { z } from "zod";
import { paperFields } from "#domain/hazard/paper-list.ts";
import { defineRoute } from "./route.ts";

/** Whoever may send `hazard.import`. */
const importers = ["officeLead"] as const;
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileParams = z.object({ sha256 });

export const paperChoicesSchema = z.object({
  /** As the file was called; each hazard says which row of it it was. */
  fileName: z.string().trim().min(1).max(160),
  sheet: z.string().max(100).optional(),
  /** The field of a column, by its index from 0; null leaves it out. */
  fields: z.record(z.string().regex(/^\d{1,3}$/), z.enum(paperFields).nullable()).default({}),
  /** Photos sent before, by the name the sheet calls them. */
  photos: z
    .array(z.object({ name: z.string().min(1).max(255), sha256 }))
    .max(5000)
    .default([]),
});
export type PaperChoices = z.output<typeof paperChoicesSchema>;

export const postPaperList = defineRoute({
  method: "POST",
  path: "/api/v1/hazard-imports",
  summary: "Keeps a sheet of hazards already on paper by its hash; nothing is saved of its contents",
  by: importers,
  response: z.object({ sha256: z.string(), bytes: z.int() }),
});

export const postPaperPhotos = defineRoute({
  method: "POST",
  path: "/api/v1/hazard-imports/photos",
  summary: "Keeps one photo, or all photos of a ZIP file, for rows that name them",
  by: importers,
  query: z.object({ name: z.string().min(1).max(255) }),
  response: z.object({
    kept: z.array(z.object({ name: z.string(), sha256: z.string() })),
    refused: z.array(z.object({ name: z.string(), reason: z.string() })),
  }),
});

const refusedRow = z.object({ row: z.int(), field: z.string(), enterprise: z.string(), reason: z.string() });
export type PaperRefusal = z.output<typeof refusedRow>;

export const paperPreviewSchema = z.object({
  sheet: z.string(),
  sheetNames: z.array(z.string()),
  headRow: z.int(),
  columns: z.array(
    z.object({
      index: z.int(),
      head: z.string(),
      field: z.enum(paperFields).nullable(),
      chosen: z.boolean(),
      samples: z.array(z.string()),
    }),
  ),
  /** Needed columns nobody found; until they are chosen no row is read. */
  missing: z.array(z.enum(paperFields)),
  counts: z.object({
    /** Rows that would come in, and how many of them are still open. */
    taken: z.int(),
    open: z.int(),
    known: z.int(),
    refused: z.int(),
    photosNamed: z.int(),
    photosMissing: z.int(),
  }),
  refused: z.array(refusedRow),
  /** Photos that rows name and that were not sent. */
  photosMissing: z.array(z.object({ row: z.int(), reason: z.string() })),
});
export type PaperPreview = z.output<typeof paperPreviewSchema>;

export const postPaperPreview = defineRoute({
  method: "POST",
  path: "/api/v1/hazard-imports/:sha256/preview",
  summary: "What this sheet would do under these choices; nothing is saved",
  by: importers,
  params: fileParams,
  body: paperChoicesSchema,
  response: paperPreviewSchema,
});

export const postPaperRefused = defineRoute({
  method: "POST",
  path: "/api/v1/hazard-imports/:sha256/refused.xlsx",
  summary: "The refused rows as a sheet of their own, with row number and reason",
  by: importers,
  params: fileParams,
  body: paperChoicesSchema,
  response: z.any(),
});

export const postPaperSave = defineRoute({
  method: "POST",
  path: "/api/v1/hazard-imports/:sha256/save",
  summary: "Saves what can be taken, a command a row, under one operation whose progress is asked for",
  by: importers,
  params: fileParams,
  body: paperChoicesSchema.extend({ operationId: z.uuid() }),
  response: z.object({ operationId: z.uuid(), total: z.int() }),
});

/** What an import did, as its operation's summary says it. */
export const paperResultSchema = z.object({
  accepted: z.int(),
  known: z.int(),
  refused: z.int(),
  photosMissing: z.int(),
});
