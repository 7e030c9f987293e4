// What of enforcement was delegated to the subdistrict, on what basis and for which days.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { defineRoute, officeReaders } from "./route.ts";

export const delegatedItemSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  legalBasis: z.string(),
  validFrom: localDateSchema,
  validTo: localDateSchema.nullable(),
  /** Whether it runs today. */
  runs: z.boolean(),
  setByName: z.string(),
  endedByName: z.string().nullable(),
  endedReason: z.string().nullable(),
  /** Referrals decided under it. */
  referrals: z.int(),
});
export type DelegatedItemRow = z.output<typeof delegatedItemSchema>;

export const listDelegatedItems = defineRoute({
  method: "GET",
  path: "/api/v1/delegated-items",
  summary: "Items of enforcement delegated to the subdistrict, with basis and days",
  by: [...officeReaders, "tenantAdmin"],
  response: z.object({ day: localDateSchema, rows: z.array(delegatedItemSchema) }),
});
