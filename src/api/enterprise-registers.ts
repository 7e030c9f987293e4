// The registers of enterprises (R13, R17): plans, drills, training, certificates, equipment, health, with the next day of each entry.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { dueSources } from "#domain/registers/due.ts";
import { registerKinds } from "#domain/registers/kinds.ts";
import { agencyRoles, defineRoute, officeReaders } from "./route.ts";

const readers = [...officeReaders, ...agencyRoles, "communityOfficer"] as const;

/** 'past': the next day is over; 'd30', 'd90': within so many days; 'missing': nobody has said when. */
export const registerDues = ["past", "d30", "d90", "missing"] as const;

export const registerFilterSchema = z.object({
  kind: z.enum(registerKinds).optional(),
  due: z.enum(registerDues).optional(),
  /** Those replaced by a newer one or struck out; without it the standing ones. */
  state: z.enum(["renewed", "struck", "all"]).optional(),
  /** Part of the subject, the number or the enterprise's name. */
  text: z.string().trim().max(60).optional(),
  enterprise: z.uuid().optional(),
  community: z.uuid().optional(),
});
export type RegisterFilter = z.output<typeof registerFilterSchema>;

export const registerRowSchema = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  communityName: z.string().nullable(),
  kind: z.enum(registerKinds),
  variety: z.string(),
  subject: z.string(),
  number: z.string().nullable(),
  headcount: z.int().nullable(),
  happenedOn: localDateSchema.nullable(),
  note: z.string().nullable(),
  /** The next due day; null while it is lasting or not known. */
  dueOn: localDateSchema.nullable(),
  dueSource: z.enum(dueSources),
  /** The key of the rule of law or standard it was counted by. */
  dueTerm: z.string().nullable(),
  state: z.enum(["standing", "renewed", "struck"]),
  enteredAt: z.string(),
  enteredByName: z.string(),
  enteredByRole: z.string(),
  /** Entered by community or office for the enterprise. */
  onBehalf: z.boolean(),
  correctedByName: z.string().nullable(),
  correctedReason: z.string().nullable(),
  struckByName: z.string().nullable(),
  struckReason: z.string().nullable(),
  /** Photo slots of the paper. */
  photos: z.array(z.uuid()),
});
export type RegisterRow = z.output<typeof registerRowSchema>;

export const listRegisters = defineRoute({
  method: "GET",
  path: "/api/v1/enterprise-registers",
  summary: "Entries of the enterprises' registers, the next due day first, a page of 50",
  by: readers,
  query: registerFilterSchema.extend({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  response: z.object({
    day: localDateSchema,
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(registerRowSchema),
    /** Standing entries under the same cut, whatever their next day. */
    counts: z.object({ all: z.int(), past: z.int(), d30: z.int(), d90: z.int(), missing: z.int() }),
    communities: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** The enterprise filtered by, in words. */
    enterpriseName: z.string().nullable(),
  }),
});

export const exportRegisters = defineRoute({
  method: "GET",
  path: "/api/v1/enterprise-registers.xlsx",
  summary: "The same entries as an Excel sheet",
  by: readers,
  query: registerFilterSchema,
  response: z.any(),
});
