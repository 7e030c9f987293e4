// What the tenant works with: agencies the platform knows and those engaged here, and the communities of the ground.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { defineRoute } from "./route.ts";

export const agencySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  creditCode: z.string().nullable(),
  /** null while it is not engaged here. */
  engagement: z.object({ validFrom: localDateSchema, validTo: localDateSchema.nullable() }).nullable(),
  /** People of the agency who work here today. */
  people: z.int(),
});
export type AgencyRow = z.output<typeof agencySchema>;

export const listAgencies = defineRoute({
  method: "GET",
  path: "/api/v1/agencies",
  summary: "Agencies the platform knows, those engaged here first",
  by: ["tenantAdmin", "officeLead"],
  response: z.object({ day: localDateSchema, agencies: z.array(agencySchema) }),
});

export const communitySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(["village", "residentialCommunity"]),
  /** Their community officers of today. */
  officers: z.array(z.string()),
});
export type CommunityRow = z.output<typeof communitySchema>;

export const listCommunities = defineRoute({
  method: "GET",
  path: "/api/v1/communities",
  summary: "Villages and residential communities, with who is in charge there",
  by: ["tenantAdmin", "officeLead", "officer"],
  response: z.object({ communities: z.array(communitySchema) }),
});
