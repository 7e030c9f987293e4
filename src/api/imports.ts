// Importing the subdistrict's enterprise list: the file by its hash, what a person chose about it, what would happen, and saving.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { enterpriseFields } from "#domain/organization/enterprise-columns.ts";
import { moneyUnits } from "#domain/organization/revenue-cell.ts";
import { defineRoute } from "./route.ts";

const importers = ["officer", "officeLead"] as const;
const fileParams = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** What a person decided after seeing the guess; sent along with every question about the file. */
export const importChoicesSchema = z.object({
  sheet: z.string().max(100).optional(),
  /** The field of a column, by its index from 0; null leaves it out. */
  fields: z.record(z.string().regex(/^\d{1,3}$/), z.enum(enterpriseFields).nullable()).optional(),
  unit: z.enum(moneyUnits).optional(),
  /** Cells mended in place. */
  repairs: z
    .array(z.object({ row: z.int().positive(), field: z.enum(enterpriseFields), value: z.string().max(400) }))
    .max(5000)
    .default([]),
  /** Rows left out by a person. */
  dropped: z.array(z.int().positive()).max(5000).default([]),
  /** Villages and communities to be registered with this list. */
  newCommunities: z.array(z.string().trim().min(1).max(60)).max(500).default([]),
});
export type ImportChoices = z.output<typeof importChoicesSchema>;

export const postImport = defineRoute({
  method: "POST",
  path: "/api/v1/imports",
  summary: "Keeps an .xlsx of at most 20 MB by its hash; nothing is saved of its contents",
  by: importers,
  response: z.object({ sha256: z.string(), bytes: z.int() }),
});

const columnSchema = z.object({
  index: z.int(),
  head: z.string(),
  field: z.enum(enterpriseFields).nullable(),
  confidence: z.enum(["exact", "similar", "contents", "chosen"]).nullable(),
  samples: z.array(z.string()),
});
export type ImportColumn = z.output<typeof columnSchema>;

const refusedSchema = z.object({
  row: z.int(),
  field: z.enum(enterpriseFields),
  name: z.string(),
  value: z.string(),
  reason: z.string(),
  suggestion: z.string().nullable(),
});
export type ImportRefusal = z.output<typeof refusedSchema>;

export const importPreviewSchema = z.object({
  sheet: z.string(),
  sheetNames: z.array(z.string()),
  headRows: z.array(z.int()),
  titles: z.array(z.string()),
  columns: z.array(columnSchema),
  revenue: z
    .object({
      unit: z.enum(moneyUnits),
      unitFrom: z.enum(["head", "title", "chosen", "guess"]),
      year: z.int().nullable(),
      doubt: z.string().nullable(),
    })
    .nullable(),
  counts: z.object({
    new: z.int(),
    updated: z.int(),
    /** Values that change, over all updated enterprises. */
    changes: z.int(),
    unchanged: z.int(),
    refusedRows: z.int(),
    skipped: z.int(),
  }),
  refused: z.array(refusedSchema),
  warnings: z.array(z.object({ row: z.int(), field: z.string(), text: z.string() })),
  skipped: z.array(z.object({ row: z.int(), kind: z.string(), text: z.string() })),
  newCommunities: z.array(z.string()),
  /** Names on the roster, for mending a cell. */
  roster: z.array(z.string()),
  /** Enterprises in scope now and as it would be; null where no scheme is set. */
  scope: z.object({ before: z.int(), after: z.int(), a: z.int(), b: z.int(), none: z.int() }).nullable(),
});
export type ImportPreview = z.output<typeof importPreviewSchema>;

export const postImportPreview = defineRoute({
  method: "POST",
  path: "/api/v1/imports/:sha256/preview",
  summary: "What this list would do under these choices: columns, counts, refused cells, scope; nothing is saved",
  by: importers,
  params: fileParams,
  body: importChoicesSchema,
  response: importPreviewSchema,
});

export const postImportRefused = defineRoute({
  method: "POST",
  path: "/api/v1/imports/:sha256/refused.xlsx",
  summary: "The refused rows as a sheet of their own, with row number and reason",
  by: importers,
  params: fileParams,
  body: importChoicesSchema,
  response: z.any(),
});

export const postImportSave = defineRoute({
  method: "POST",
  path: "/api/v1/imports/:sha256/save",
  summary: "Saves the list by a chain of commands under one operation, whose progress is asked for",
  by: importers,
  params: fileParams,
  body: importChoicesSchema.extend({ operationId: z.uuid() }),
  response: z.object({ operationId: z.uuid(), total: z.int() }),
});

const importBatchSchema = z.object({
  id: z.uuid(),
  state: z.enum(["running", "done", "cancelled", "failed"]),
  total: z.int(),
  startedByName: z.string(),
  startedAt: z.string(),
  /** What of it stands and could be taken back. */
  registered: z.int(),
  updated: z.int(),
});
export type ImportBatch = z.output<typeof importBatchSchema>;

export const listImports = defineRoute({
  method: "GET",
  path: "/api/v1/imports",
  summary: "The last imports of the list, each with what of it could still be taken back",
  by: importers,
  response: z.object({ day: localDateSchema, imports: z.array(importBatchSchema) }),
});

export const operationSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: z.enum(["running", "done", "cancelled", "failed"]),
  total: z.int(),
  done: z.int(),
  /** What was done, as the operation's own JSON or text. */
  summary: z.string(),
  startedByName: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});
export type OperationAnswer = z.output<typeof operationSchema>;

export const getOperation = defineRoute({
  method: "GET",
  path: "/api/v1/operations/:id",
  summary: "How far a long work is",
  by: ["officer", "officeLead", "tenantAdmin"],
  params: z.object({ id: z.uuid() }),
  response: operationSchema,
});

/** What an import did, as its operation's summary says it. */
export const importResultSchema = z.object({
  accepted: z.int(),
  new: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refusedRows: z.int(),
  communities: z.int(),
  scope: z.object({ entered: z.int(), left: z.int(), moved: z.int() }),
  standardizations: z.int(),
});
export type ImportResult = z.output<typeof importResultSchema>;
