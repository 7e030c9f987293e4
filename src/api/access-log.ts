// Who read which enterprise's file: personal data stands in it, so every reader leaves a line, one a person, enterprise and day.
import { z } from "zod";
import { roles } from "#domain/access/roles.ts";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { defineRoute } from "./route.ts";

export const accessLogFilterSchema = z.object({
  text: z.string().trim().max(60).optional(),
  enterprise: z.uuid().optional(),
});
export type AccessLogFilter = z.output<typeof accessLogFilterSchema>;

const readingSchema = z.object({
  id: z.uuid(),
  at: z.string(),
  /** null where the membership is gone. */
  readerName: z.string().nullable(),
  readerRole: z.enum(roles).nullable(),
  /** Of an agency or a community, if it is one. */
  scopeName: z.string().nullable(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
});
export type FileReading = z.output<typeof readingSchema>;

export const listFileReadings = defineRoute({
  method: "GET",
  path: "/api/v1/access-log",
  summary: "Who read which enterprise's file, newest first: the first reading of a person, an enterprise and a day",
  by: ["officeLead", "auditor"],
  query: accessLogFilterSchema.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  response: z.object({
    day: localDateSchema,
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(readingSchema),
  }),
});
