// Who may give whom which membership, and whether its scope fits its role. Pure; the rows are handed in.
import { type Actor, platformTenantId, roleLabels, roleScope } from "../access/roles.ts";
import { type LocalDate, spokenDay } from "../calendar/local-date.ts";
import { type Refused, refuse } from "../kernel/result.ts";
import type {
  Accounts,
  AgencyEngagements,
  Communities,
  Divisions,
  Enterprises,
  Memberships,
} from "../rows.generated.ts";
import {
  agencyRoles,
  divisionPrefix,
  type GrantedRole,
  hasScopeId,
  invitingOfficeRoles,
  officeInvitedKinds,
  platformRoles,
  type ScopeKind,
  scopeKindOf,
} from "./membership-scope.ts";

export interface Grant {
  readonly accountId: string;
  readonly role: GrantedRole;
  readonly scopeKind: ScopeKind;
  readonly scopeId?: string | null;
  readonly divisionCode?: string | null;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate | null;
}

export interface GrantFacts {
  readonly account?: Accounts;
  readonly held: readonly Memberships[];
  readonly engagement?: AgencyEngagements;
  readonly community?: Communities;
  readonly enterprise?: Enterprises;
  readonly division?: Divisions;
}

/** What keeps a grant from being given, or undefined. */
export function faultOfGrant(grant: Grant, facts: GrantFacts, actor: Actor, tenantId: string): Refused | undefined {
  const { account, held } = facts;
  const role = roleLabels[grant.role].zh;
  if (actor.role === "agencyLead" && !isOwnStaff(grant, actor)) return refuse("membership.own_agency_only");
  if (invitingOfficeRoles.has(actor.role) && !officeInvitedKinds.has(grant.scopeKind))
    return refuse("membership.office_invites");
  if (grant.scopeKind !== scopeKindOf(grant.role)) return refuse("membership.scope_unfit", { role });
  if (platformRoles.has(grant.role) !== (tenantId === platformTenantId)) {
    return refuse(platformRoles.has(grant.role) ? "membership.platform_only" : "membership.subdistrict_only", { role });
  }
  if (!account) return refuse("account.not_found");
  if (account.state === "closed") return refuse("account.closed", { name: account.displayName });
  if (grant.validTo && grant.validTo < grant.validFrom) return refuse("membership.days_reversed");
  if (held.some((row) => isSame(row, grant))) return refuse("membership.held", { name: account.displayName });
  return faultOfScope(grant, facts, actor);
}

function isOwnStaff(grant: Grant, actor: Actor): boolean {
  return agencyRoles.has(grant.role) && actor.scopeId !== null && grant.scopeId === actor.scopeId;
}

/** The same role in the same scope on a common day. */
function isSame(row: Memberships, grant: Grant): boolean {
  return (
    row.role === grant.role &&
    row.scopeId === (grant.scopeId ?? null) &&
    row.divisionCode === (grant.divisionCode ? divisionPrefix(grant.divisionCode) : null) &&
    (row.validTo === null || row.validTo >= grant.validFrom) &&
    (!grant.validTo || row.validFrom <= grant.validTo)
  );
}

/** The scope must be there. An enterprise is asked for only where the granting person can see enterprises at all. */
function faultOfScope(grant: Grant, facts: GrantFacts, actor: Actor): Refused | undefined {
  const { scopeKind } = grant;
  const role = roleLabels[grant.role].zh;
  if (hasScopeId(scopeKind) !== Boolean(grant.scopeId)) return refuse("membership.scope_unfit", { role });
  if ((scopeKind === "division") !== Boolean(grant.divisionCode)) return refuse("membership.scope_unfit", { role });
  if (scopeKind === "division" && !facts.division)
    return refuse("division.not_found", { code: grant.divisionCode ?? "" });
  if (scopeKind === "community" && !facts.community) return refuse("community.not_found");
  if (scopeKind === "enterprise" && !facts.enterprise && roleScope[actor.role] === "office") {
    return refuse("enterprise.not_found");
  }
  if (scopeKind === "agency") return faultOfEngagement(facts.engagement, grant.validFrom);
  return undefined;
}

/** An agency works here only while it is engaged. */
export function faultOfEngagement(engagement: AgencyEngagements | undefined, day: LocalDate): Refused | undefined {
  if (!engagement) return refuse("agency.not_engaged");
  if (engagement.validTo && engagement.validTo < day) {
    return refuse("agency.engagement_over", {
      name: engagement.agencyName,
      validTo: spokenDay(engagement.validTo, day),
    });
  }
  return undefined;
}
