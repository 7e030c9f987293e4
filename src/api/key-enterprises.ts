// R18: the list of key-hazard enterprises with why, what more is owed, and what enforcement checked.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { keyGrounds } from "#domain/key-enterprise/labels.ts";
import { agencyRoles, defineRoute, officeReaders } from "./route.ts";

export const keyEnterpriseSchema = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  communityName: z.string().nullable(),
  grounds: z.array(z.enum(keyGrounds)),
  reason: z.string(),
  enteredOn: localDateSchema,
  enteredByName: z.string(),
  /** Visits beyond the plan: owed, and made since it was put on the list. */
  extraVisits: z.int(),
  extraVisitsMade: z.int(),
  openHazards: z.int(),
  openMajor: z.int(),
  checks: z.array(
    z.object({
      id: z.uuid(),
      checkedOn: localDateSchema,
      officers: z.array(z.object({ name: z.string(), certificateNo: z.string() })),
      outcome: z.string(),
      documentNumber: z.string().nullable(),
    }),
  ),
  left: z.object({ on: localDateSchema, reason: z.string(), byName: z.string() }).nullable(),
});
export type KeyEnterprise = z.output<typeof keyEnterpriseSchema>;

export const listKeyEnterprises = defineRoute({
  method: "GET",
  path: "/api/v1/key-enterprises",
  summary: "Key-hazard enterprises: those on the list, or those taken off it",
  by: [...officeReaders, ...agencyRoles, "communityOfficer"],
  query: z.object({ left: z.enum(["yes"]).optional() }),
  response: z.object({ day: localDateSchema, rows: z.array(keyEnterpriseSchema), standing: z.int(), left: z.int() }),
});
