// Which scope each role is granted in. `app.scope` of the second wall follows from the role; the scope id bounds its rows.
import { type Role, roleScope, roles } from "../access/roles.ts";
import type { Memberships } from "../rows.generated.ts";

export type GrantedRole = Memberships["role"];
export type ScopeKind = Memberships["scopeKind"];

export const scopeKinds = ["office", "agency", "community", "enterprise", "people", "division", "platform"] as const;

/** Roles a membership can carry: all but the link holder, the public and the system. */
export const grantedRoles = [
  "officer",
  "officeLead",
  "memberUnit",
  "communityOfficer",
  "agencyLead",
  "agencyReviewer",
  "expert",
  "enterprisePrincipal",
  "enterpriseStaff",
  "enforcementOfficer",
  "leader",
  "observer",
  "tenantAdmin",
  "platformAdmin",
  "lawEditor",
  "auditor",
] as const satisfies readonly GrantedRole[];

/** Roles that exist only in the platform's own tenant: they belong to no subdistrict. */
export const platformRoles: ReadonlySet<Role> = new Set<Role>(["platformAdmin", "lawEditor", "observer"]);

/** Roles whose people the agency itself names among its own staff. */
export const agencyRoles: ReadonlySet<Role> = new Set<Role>(roles.filter((role) => roleScope[role] === "agency"));

/** Whom the office itself lets in: its enterprises' people and its communities'. Everyone else is the administrator's. */
export const officeInvitedKinds: ReadonlySet<ScopeKind> = new Set<ScopeKind>(["enterprise", "community"]);

/** The office's own roles that let those people in. */
export const invitingOfficeRoles: ReadonlySet<Role> = new Set<Role>(["officer", "officeLead"]);

/** The one scope kind that fits a role. */
export function scopeKindOf(role: GrantedRole): ScopeKind {
  if (role === "observer") return "division";
  if (role === "platformAdmin" || role === "lawEditor") return "platform";
  const scope = roleScope[role];
  return scope === "rollups" || scope === "open" ? "platform" : scope;
}

/** Scope kinds that name one agency, community or enterprise. */
export function hasScopeId(kind: ScopeKind): boolean {
  return kind === "agency" || kind === "community" || kind === "enterprise";
}

/** What the codes of all divisions below begin with (GB/T 2260): 330100 → 3301. An observer's rows are found by it. */
export function divisionPrefix(code: string): string {
  return code.replace(/(00)+$/, "");
}
