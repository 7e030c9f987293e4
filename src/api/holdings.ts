// What phones of one visit tell each other through the server: what each still holds unsent, as of when it last had a signal.
import { z } from "zod";
import { defineRoute } from "./route.ts";

const count = z.int().min(0).max(100_000);
const countsSchema = z.object({
  /** Commands without an outcome, and those refused that nobody settled. */
  commands: count,
  photos: count,
  /** Shot on the walk and in no hazard yet; only that phone can sort them. */
  unsorted: count,
});

const holdingSchema = countsSchema.extend({
  visitId: z.string(),
  deviceId: z.string(),
  personName: z.string(),
  saidAt: z.string(),
});
export type Holding = z.output<typeof holdingSchema>;

const saidSchema = z.object({
  deviceId: z.uuid(),
  visits: z.array(countsSchema.extend({ visitId: z.uuid() })).max(50),
});
export type SaidHoldings = z.output<typeof saidSchema>;
export type OwnHolding = SaidHoldings["visits"][number];

export const putHoldings = defineRoute({
  method: "PUT",
  path: "/api/v1/sync/holdings",
  summary: "Says what this phone still holds of the caller's visits, and hears what their other phones said last",
  by: ["expert"],
  body: saidSchema,
  response: z.object({ now: z.string(), others: z.array(holdingSchema) }),
});
