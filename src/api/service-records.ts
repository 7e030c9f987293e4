// Services that are no visit (R2): a talk, a training, advice; a record like a visit.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { agencyRoles, defineRoute, officeReaders } from "./route.ts";

export const serviceKinds = ["technical", "management", "education"] as const;
export const serviceAudiences = ["subdistrict", "enterprise"] as const;

export const serviceFilterSchema = z.object({
  kind: z.enum(serviceKinds).optional(),
  audience: z.enum(serviceAudiences).optional(),
  agency: z.uuid().optional(),
});
export type ServiceFilter = z.output<typeof serviceFilterSchema>;

export const serviceRecordSchema = z.object({
  id: z.uuid(),
  kind: z.enum(serviceKinds),
  audience: z.enum(serviceAudiences),
  title: z.string(),
  heldOn: localDateSchema,
  place: z.string(),
  attendees: z.int(),
  summary: z.string(),
  /** null where the subdistrict did it by itself. */
  agencyName: z.string().nullable(),
  recordedByName: z.string(),
});
export type ServiceRecord = z.output<typeof serviceRecordSchema>;

export const listServiceRecords = defineRoute({
  method: "GET",
  path: "/api/v1/service-records",
  summary: "Service records by kind and audience, newest first, with the count of each kind",
  by: [...officeReaders, ...agencyRoles],
  query: serviceFilterSchema.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  response: z.object({
    day: localDateSchema,
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(serviceRecordSchema),
    /** Of all kinds, whatever kind is asked for. */
    kinds: z.array(z.object({ kind: z.enum(serviceKinds), count: z.int() })),
    agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
});
