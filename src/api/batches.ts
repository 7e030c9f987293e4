// The three batches of R12: what the agency advises and what the office decides, never in one field.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { agencyRoles, defineRoute, officeReaders } from "./route.ts";

export const batchKinds = ["eliminate", "suspend", "upgrade"] as const;
export const batchStates = ["advised", "decided", "declined"] as const;

export const batchFilterSchema = z.object({
  state: z.enum(batchStates).optional(),
  /** The decided kind once decided, the advised one before. */
  kind: z.enum(batchKinds).optional(),
});
export type BatchFilter = z.output<typeof batchFilterSchema>;

export const batchSchema = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  /** null where the enterprise is no longer in the actor's scope. */
  enterpriseName: z.string().nullable(),
  communityName: z.string().nullable(),
  state: z.enum(batchStates),
  advice: z.object({
    kind: z.enum(batchKinds),
    reason: z.string(),
    byName: z.string(),
    agencyName: z.string().nullable(),
    at: z.string(),
  }),
  decision: z
    .object({ kind: z.enum(batchKinds).nullable(), reason: z.string(), byName: z.string(), at: z.string() })
    .nullable(),
});
export type Batch = z.output<typeof batchSchema>;

export const listBatches = defineRoute({
  method: "GET",
  path: "/api/v1/batches",
  summary: "Enterprises of the three batches, those that await a decision first",
  by: [...officeReaders, ...agencyRoles, "communityOfficer"],
  query: batchFilterSchema,
  response: z.object({
    day: localDateSchema,
    rows: z.array(batchSchema),
    counts: z.array(z.object({ state: z.enum(batchStates), kind: z.enum(batchKinds), count: z.int() })),
  }),
});
