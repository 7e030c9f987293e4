// The schemes of the service years: periods with what is owed in each, and the parameters.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { schemePartsSchema } from "#domain/contract/scheme-parts.ts";
import { agencyRoles, defineRoute, officeReaders } from "./route.ts";

export const schemeSchema = schemePartsSchema.extend({
  id: z.uuid(),
  name: z.string(),
  /** A plan stands on its periods, so they stay as they are. */
  planned: z.boolean(),
});
export type SchemeAnswer = z.output<typeof schemeSchema>;

export const listSchemes = defineRoute({
  method: "GET",
  path: "/api/v1/schemes",
  summary: "Schemes of all service years, newest first",
  by: [...officeReaders, ...agencyRoles, "tenantAdmin"],
  response: z.object({ day: localDateSchema, schemes: z.array(schemeSchema) }),
});
