import { z } from "zod";
import { roles } from "#domain/access/roles.ts";
import { defineRoute } from "./route.ts";

export const membershipSchema = z.object({
  tenantId: z.uuid(),
  tenantName: z.string(),
  id: z.uuid(),
  role: z.enum(roles),
  roleLabel: z.string(),
  scopeId: z.string().nullable(),
  scopeName: z.string().nullable(),
  displayName: z.string(),
});
export type MembershipAnswer = z.output<typeof membershipSchema>;

export const sessionSchema = z.object({
  accountId: z.uuid(),
  displayName: z.string(),
  memberships: z.array(membershipSchema),
  /** The membership a console session acts under. */
  current: membershipSchema.nullable(),
  /** Nothing but reading and changing the password is open; absent in answers of before. */
  mustChangePassword: z.boolean().optional(),
  /** Server time, for the device to measure its clock's offset. */
  now: z.string(),
});
export type SessionAnswer = z.output<typeof sessionSchema>;

export const postSession = defineRoute({
  method: "POST",
  path: "/api/v1/session",
  summary: "Sign in",
  by: "anyone",
  body: z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
  response: sessionSchema,
});

export const getSession = defineRoute({
  method: "GET",
  path: "/api/v1/session",
  summary: "Who is signed in, and under which memberships",
  by: "signedIn",
  response: sessionSchema,
});

export const putMembership = defineRoute({
  method: "PUT",
  path: "/api/v1/session/membership",
  summary: "Act under another membership",
  by: "signedIn",
  beforePasswordChange: true,
  body: z.object({ tenantId: z.uuid(), membershipId: z.uuid() }),
  response: sessionSchema,
});

export const deleteSession = defineRoute({
  method: "DELETE",
  path: "/api/v1/session",
  summary: "Sign out",
  by: "signedIn",
  beforePasswordChange: true,
  response: z.object({}),
});

export const MIN_PASSWORD = 10;

export const putPassword = defineRoute({
  method: "PUT",
  path: "/api/v1/session/password",
  summary: "Change one's own password; every other session of the account ends",
  by: "signedIn",
  beforePasswordChange: true,
  body: z.object({ current: z.string().min(1).max(200), next: z.string().min(MIN_PASSWORD).max(200) }),
  response: z.object({}),
});
