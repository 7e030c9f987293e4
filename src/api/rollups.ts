// Figures of many subdistricts for the district or city: rows written once a day, nothing behind them to open.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { defineRoute } from "./route.ts";

export const rollupMeasures = [
  "inScope",
  "covered",
  "standardizationDue",
  "standardizationDone",
  "found",
  "open",
  "overdue",
] as const;
export type RollupMeasure = (typeof rollupMeasures)[number];

const figures = z.object({
  inScope: z.int(),
  covered: z.int(),
  standardizationDue: z.int(),
  standardizationDone: z.int(),
  found: z.int(),
  open: z.int(),
  overdue: z.int(),
});
export type RollupFigures = z.output<typeof figures>;

export const rollupRowSchema = figures.extend({
  tenantId: z.uuid(),
  name: z.string(),
  divisionCode: z.string(),
  /** The day the figures are of. */
  day: localDateSchema,
});
export type RollupRow = z.output<typeof rollupRowSchema>;

export const listRollups = defineRoute({
  method: "GET",
  path: "/api/v1/rollups",
  summary: "The newest figures of each subdistrict below the observer's division, in the order of their codes",
  by: ["observer"],
  response: z.object({
    rows: z.array(rollupRowSchema),
    definitions: z.record(z.string(), z.string()),
  }),
});
