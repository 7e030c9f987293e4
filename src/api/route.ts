// A route is one record: who may call it, what goes in, what comes out. Server, clients, OpenAPI and the matrix test read it.
import type { z } from "zod";
import type { Role } from "#domain/access/roles.ts";

export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Fastify path, e.g. '/api/v1/hazards/:id'. */
  readonly path: string;
  readonly summary: string;
  /** Roles that may call it; 'anyone' needs no sign-in, 'signedIn' any account. */
  readonly by: readonly Role[] | "anyone" | "signedIn";
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  /** Open to whoever still has to change a one-time password; else only reading is. */
  readonly beforePasswordChange?: true;
}

export function defineRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, Q, B, R>,
): Route<P, Q, B, R> {
  return route;
}

/** Everyone of the office's side who reads whole-tenant figures. */
export const officeReaders = [
  "officer",
  "officeLead",
  "memberUnit",
  "leader",
  "enforcementOfficer",
  "auditor",
] as const;
export const agencyRoles = ["agencyLead", "agencyReviewer", "expert"] as const;
export const enterpriseRoles = ["enterprisePrincipal", "enterpriseStaff"] as const;
/** Everyone who sees hazards, each in the own scope. */
export const hazardReaders = [...officeReaders, ...agencyRoles, ...enterpriseRoles, "communityOfficer"] as const;
