// Contracts with agencies (R1), what of them is done, and who serves which enterprise in scope.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { defineRoute, officeReaders } from "./route.ts";

export const contractSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  schemeId: z.uuid(),
  schemeName: z.string(),
  agencyId: z.uuid(),
  agencyName: z.string().nullable(),
  partyA: z.string(),
  partyB: z.string(),
  startsOn: localDateSchema,
  endsOn: localDateSchema,
  /** Inspections owed, and finished by this agency at the contract's enterprises within its days. */
  visitsOwed: z.int(),
  visitsDone: z.int(),
  enterprises: z.int(),
  amountFen: z.int(),
  visitPriceFen: z.int(),
  acceptanceRules: z.string(),
});
export type Contract = z.output<typeof contractSchema>;

const named = z.object({ id: z.uuid(), name: z.string() });

export const listContracts = defineRoute({
  method: "GET",
  path: "/api/v1/contracts",
  summary: "Contracts with parties, days, visits owed and done, and prices",
  by: [...officeReaders, "agencyLead"],
  response: z.object({
    day: localDateSchema,
    contracts: z.array(contractSchema),
    /** Engaged today. */
    agencies: z.array(named),
    tenantName: z.string(),
  }),
});

export const servedSchema = z.object({
  id: z.uuid(),
  registerNo: z.int(),
  name: z.string(),
  communityName: z.string().nullable(),
  agencyId: z.uuid().nullable(),
  agencyName: z.string().nullable(),
  /** Contracts that name it and that it has not left. */
  contractIds: z.array(z.uuid()),
});
export type ServedEnterprise = z.output<typeof servedSchema>;

export const listServed = defineRoute({
  method: "GET",
  path: "/api/v1/served-enterprises",
  summary: "Enterprises in scope today and the agency that serves each: what a contract can name",
  by: ["officer", "officeLead"],
  response: z.object({ enterprises: z.array(servedSchema) }),
});
