// People of a tenant: who works in which role and scope, inviting one more, and a new password for one who forgot.
import { z } from "zod";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { grantedRoles } from "#domain/organization/membership-scope.ts";
import { defineRoute } from "./route.ts";

const named = z.object({ id: z.uuid(), name: z.string() });

export const personSchema = z.object({
  /** The membership's id: one person in two roles stands twice. */
  id: z.uuid(),
  displayName: z.string(),
  login: z.string(),
  role: z.enum(grantedRoles),
  /** Agency, community or enterprise; null for the whole tenant and where the actor does not see it. */
  scopeName: z.string().nullable(),
  title: z.string().nullable(),
  validFrom: localDateSchema,
  /** The last day; null while it is open-ended. */
  validTo: localDateSchema.nullable(),
  state: z.enum(["now", "future", "over"]),
  /** The account signs in no more. */
  accountClosed: z.boolean(),
  own: z.boolean(),
});
export type PersonRow = z.output<typeof personSchema>;

export const listPeople = defineRoute({
  method: "GET",
  path: "/api/v1/people",
  summary: "Memberships in the actor's scope, and the scopes a new one can be given",
  by: ["tenantAdmin", "officer", "officeLead", "agencyLead"],
  response: z.object({
    day: localDateSchema,
    people: z.array(personSchema),
    /** Roles this person may invite, in the order of the roles. */
    mayInvite: z.array(z.enum(grantedRoles)),
    agencies: z.array(named),
    communities: z.array(named),
  }),
});

const loginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/);

export const createPerson = defineRoute({
  method: "POST",
  path: "/api/v1/people",
  summary: "Invite a person: an account where there is none, and a membership granted by the one who asks",
  by: ["tenantAdmin", "officer", "officeLead", "agencyLead"],
  body: z.object({
    login: loginSchema,
    displayName: z.string().trim().min(1).max(60),
    role: z.enum(grantedRoles),
    scopeId: z.uuid().optional(),
    title: z.string().trim().max(60).optional(),
    /** The last day; open-ended without it. */
    validTo: localDateSchema.optional(),
  }),
  response: z.object({
    membershipId: z.uuid(),
    login: z.string(),
    /** Shown this once; null where the account was there and keeps its own. */
    password: z.string().nullable(),
  }),
});
export type Invited = z.output<typeof createPerson.response>;

export const renewPassword = defineRoute({
  method: "POST",
  path: "/api/v1/people/:membershipId/password",
  summary: "A new password for a person of this tenant alone; every session of the account ends",
  by: ["tenantAdmin"],
  params: z.object({ membershipId: z.uuid() }),
  response: z.object({ login: z.string(), password: z.string() }),
});
