// People of a tenant: who works in which role and scope, and until when.
import { z } from "zod";
import { addDays, localDateSchema, spokenDay } from "../calendar/local-date.ts";
import { decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import { faultOfGrant } from "./grant.ts";
import {
  divisionPrefix,
  grantedRoles,
  invitingOfficeRoles,
  officeInvitedKinds,
  scopeKinds,
} from "./membership-scope.ts";

const grantArgs = z.object({
  membershipId: z.uuid(),
  accountId: z.uuid(),
  role: z.enum(grantedRoles),
  scopeKind: z.enum(scopeKinds),
  /** Agency, community or enterprise; absent for the whole tenant. */
  scopeId: z.uuid().nullish(),
  /** An observer's division. */
  divisionCode: z.string().max(12).nullish(),
  displayName: text(60),
  title: optionalText(60),
  validFrom: localDateSchema,
  validTo: localDateSchema.nullish(),
});

/** An account may work here in one role and scope. An agency's lead grants to the agency's own staff. */
const grantMembership = defineCommand({
  name: "membership.grant",
  label: { zh: "加入人员", en: "Grant membership" },
  by: ["tenantAdmin", "platformAdmin", "officer", "officeLead", "agencyLead", "system"],
  args: grantArgs,
  needs: (args) => {
    const idOf = (kind: (typeof scopeKinds)[number]) =>
      args.scopeKind === kind ? (args.scopeId ?? undefined) : undefined;
    return {
      known: one("memberships", { id: args.membershipId }),
      account: one("accounts", { id: args.accountId }),
      held: many("memberships", { accountId: args.accountId }),
      engagement: one("agencyEngagements", { agencyId: idOf("agency") }),
      community: one("communities", { id: idOf("community") }),
      enterprise: one("enterprises", { id: idOf("enterprise") }),
      division: one("divisions", { code: args.divisionCode ?? undefined }),
    };
  },
  decide: (state, args, { actor, tenantId, receivedAt }) => {
    if (state.known) return refuse("membership.held", { name: state.known.displayName });
    const fault = faultOfGrant(args, state, actor, tenantId);
    if (fault) return fault;
    const { membershipId: id, ...rest } = args;
    const row = {
      ...rest,
      tenantId,
      id,
      scopeId: args.scopeId ?? null,
      divisionCode: args.divisionCode ? divisionPrefix(args.divisionCode) : null,
      validTo: args.validTo ?? null,
      createdAt: receivedAt,
    };
    return ok(decided("memberships", id, [insert("memberships", row)]));
  },
});

/** The last day of a membership. Yesterday ends it at once; an earlier day would rewrite what was done under it. */
const endMembership = defineCommand({
  name: "membership.end",
  label: { zh: "移出人员", en: "End membership" },
  by: ["tenantAdmin", "platformAdmin", "officer", "officeLead", "agencyLead", "system"],
  args: z.object({ membershipId: z.uuid(), validTo: localDateSchema }),
  needs: (args) => ({ membership: one("memberships", { id: args.membershipId }) }),
  decide: ({ membership }, args, { actor, today }) => {
    if (!membership) return refuse("membership.not_found");
    const isOwnAgency = membership.scopeKind === "agency" && membership.scopeId === actor.scopeId;
    if (actor.role === "agencyLead" && !isOwnAgency) return refuse("membership.own_agency_only");
    if (invitingOfficeRoles.has(actor.role) && !officeInvitedKinds.has(membership.scopeKind))
      return refuse("membership.office_invites");
    if (membership.id === actor.id) return refuse("membership.own");
    if (membership.validTo && membership.validTo < today) {
      return refuse("membership.over", { name: membership.displayName, validTo: spokenDay(membership.validTo, today) });
    }
    const earliest = addDays(today, -1);
    if (args.validTo < earliest) return refuse("membership.ends_in_past", { earliest: spokenDay(earliest, today) });
    return ok(decided("memberships", membership.id, [update("memberships", membership, { validTo: args.validTo })]));
  },
});

/** An agency may work in this tenant from a day on; engaging it again corrects days and name. */
const engageAgency = defineCommand({
  name: "agency.engage",
  label: { zh: "聘用机构", en: "Engage agency" },
  by: ["tenantAdmin", "officeLead", "system"],
  args: z.object({ agencyId: z.uuid(), validFrom: localDateSchema, validTo: localDateSchema.nullish() }),
  needs: (args) => ({
    agency: one("agencies", { id: args.agencyId }),
    engagement: one("agencyEngagements", { agencyId: args.agencyId }),
  }),
  decide: ({ agency, engagement }, args, { tenantId }) => {
    if (!agency) return refuse("agency.not_found");
    const { validFrom, validTo = null } = args;
    if (validTo && validTo < validFrom) return refuse("agency.days_reversed");
    const set = { agencyName: agency.name, validFrom, validTo };
    const change = engagement
      ? update("agencyEngagements", engagement, set)
      : insert("agencyEngagements", { tenantId, agencyId: agency.id, ...set });
    return ok(decided("agencyEngagements", agency.id, [change]));
  },
});

export const membershipCommands: readonly AnyCommand[] = [grantMembership, endMembership, engageAgency];
