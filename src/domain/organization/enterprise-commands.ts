// The register of enterprises, their communities and sites. Scope and agency are decided elsewhere.
import { z } from "zod";
import { type Change, decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import type { Enterprises, Sites, Tasks } from "../rows.generated.ts";
import { creditCodeSchema } from "./credit-code.ts";
import { industryKinds } from "./industry-kind.ts";
import { insertEntry, registerEntrySchema, riskLevels } from "./register-entry.ts";
import { storedTags, tagsSchema } from "./tags.ts";

/** A village or residential community 村社区: it owes supervision and sees its own enterprises. */
const registerCommunity = defineCommand({
  name: "community.register",
  label: { zh: "登记村社区", en: "Register community" },
  by: ["tenantAdmin", "officer", "officeLead", "system"],
  args: z.object({ communityId: z.uuid(), name: text(60), kind: z.enum(["village", "residentialCommunity"]) }),
  needs: (args) => ({
    known: one("communities", { id: args.communityId }),
    sameName: one("communities", { name: args.name }),
  }),
  decide: ({ known, sameName }, args, { tenantId }) => {
    const other = known ?? sameName;
    if (other) return refuse("community.known", { name: other.name });
    const { communityId: id, name, kind } = args;
    return ok(decided("communities", id, [insert("communities", { tenantId, id, name, kind })]));
  },
});

const registerEnterprise = defineCommand({
  name: "enterprise.register",
  label: { zh: "登记企业", en: "Register enterprise" },
  by: ["officer", "officeLead", "system"],
  args: registerEntrySchema,
  needs: (args) => ({
    known: one("enterprises", { id: args.enterpriseId }),
    sameNumber: one("enterprises", { registerNo: args.registerNo }),
    sameCode: one("enterprises", { creditCode: args.creditCode ?? undefined }),
    community: one("communities", { id: args.communityId ?? undefined }),
  }),
  decide: ({ known, sameNumber, sameCode, community }, args, { tenantId, receivedAt }) => {
    const other = known ?? sameCode;
    if (other) return refuse("enterprise.known", { name: other.name, registerNo: other.registerNo });
    if (sameNumber) return refuse("enterprise.number_taken", { registerNo: args.registerNo, name: sameNumber.name });
    if (args.communityId && !community) return refuse("community.not_found");
    return ok(decided("enterprises", args.enterpriseId, insertEntry(args, tenantId, receivedAt)));
  },
});

const amendArgs = z.object({
  enterpriseId: z.uuid(),
  name: text(120).optional(),
  creditCode: creditCodeSchema.nullable().optional(),
  aboveScale: z.boolean().nullable().optional(),
  industryKind: z.enum(industryKinds).nullable().optional(),
  industry: text(100).nullable().optional(),
  mainRevenueFen: z.int().nonnegative().nullable().optional(),
  revenueYear: z.int().min(1990).max(2100).nullable().optional(),
  employees: z.int().nonnegative().max(1_000_000).nullable().optional(),
  principalName: text(60).nullable().optional(),
  principalPhone: text(40).nullable().optional(),
  riskLevel: z.enum(riskLevels).nullable().optional(),
  tags: tagsSchema.optional(),
  communityId: z.uuid().nullable().optional(),
});

/** Named fields are set, null erases, absent fields stay. A changed name is kept as `renamedFrom`. */
const amendEnterprise = defineCommand({
  name: "enterprise.amend",
  label: { zh: "更正企业资料", en: "Amend enterprise" },
  by: ["officer", "officeLead", "system"],
  args: amendArgs,
  needs: (args) => ({
    enterprise: one("enterprises", { id: args.enterpriseId }),
    sites: many("sites", { enterpriseId: args.enterpriseId }),
    owed: many("tasks", {
      enterpriseId: args.communityId === undefined ? undefined : args.enterpriseId,
      state: "owed",
    }),
    entries: many("registerEntries", {
      enterpriseId: args.communityId === undefined ? undefined : args.enterpriseId,
    }),
    sameCode: one("enterprises", { creditCode: args.creditCode ?? undefined }),
    community: one("communities", { id: args.communityId ?? undefined }),
  }),
  decide: ({ enterprise, sites, owed, entries, sameCode, community }, args) => {
    if (!enterprise) return refuse("enterprise.not_found");
    if (enterprise.mergedInto) return refuse("enterprise.merged", { name: enterprise.name });
    if (sameCode && sameCode.id !== enterprise.id) {
      return refuse("enterprise.known", { name: sameCode.name, registerNo: sameCode.registerNo });
    }
    if (args.communityId && !community) return refuse("community.not_found");
    const set = changedIn(enterprise, args);
    if (Object.keys(set).length === 0) return refuse("enterprise.unchanged", { name: enterprise.name });
    const { communityId } = set;
    const changes = [
      update("enterprises", enterprise, set),
      ...moveOnlySite(communityId, sites, owed),
      ...(communityId === undefined ? [] : entries.map((row) => update("registerEntries", row, { communityId }))),
    ];
    return ok(decided("enterprises", enterprise.id, changes));
  },
});

function changedIn(enterprise: Enterprises, args: z.output<typeof amendArgs>): Partial<Enterprises> {
  const { enterpriseId: _, tags, ...rest } = args;
  const told: Partial<Enterprises> = { ...rest, ...(tags && { tags: storedTags(tags) }) };
  if (told.name !== undefined && told.name !== enterprise.name) told.renamedFrom = enterprise.name;
  const columns = new Map<string, unknown>(Object.entries(enterprise));
  const changed = Object.entries(told).filter(
    ([column, value]) => value !== undefined && value !== columns.get(column),
  );
  return Object.fromEntries(changed);
}

/** A single site lies where its enterprise lies, and so do its owed tasks; of several, each keeps its own community. */
function moveOnlySite(
  communityId: string | null | undefined,
  sites: readonly Sites[],
  owed: readonly Tasks[],
): Change[] {
  const [only, ...more] = sites;
  if (!only || more.length > 0 || communityId === undefined) return [];
  return [update("sites", only, { communityId }), ...owed.map((task) => update("tasks", task, { communityId }))];
}

/** A further place of the same enterprise; tenants of a landlord name the landlord's site (厂中厂). */
const registerSite = defineCommand({
  name: "site.register",
  label: { zh: "登记场所", en: "Register site" },
  by: ["officer", "officeLead", "system"],
  args: z.object({
    siteId: z.uuid(),
    enterpriseId: z.uuid(),
    name: text(60),
    address: optionalText(200),
    communityId: z.uuid().nullish(),
    landlordSiteId: z.uuid().nullish(),
    tags: tagsSchema.default([]),
    lat: z.number().min(-90).max(90).nullish(),
    lng: z.number().min(-180).max(180).nullish(),
  }),
  needs: (args) => ({
    known: one("sites", { id: args.siteId }),
    enterprise: one("enterprises", { id: args.enterpriseId }),
    community: one("communities", { id: args.communityId ?? undefined }),
    landlord: one("sites", { id: args.landlordSiteId ?? undefined }),
  }),
  decide: ({ known, enterprise, community, landlord }, args, { tenantId }) => {
    if (known) return refuse("site.known", { name: known.name });
    if (!enterprise) return refuse("enterprise.not_found");
    if (enterprise.mergedInto) return refuse("enterprise.merged", { name: enterprise.name });
    if (args.communityId && !community) return refuse("community.not_found");
    if (args.landlordSiteId && !landlord) return refuse("site.landlord_not_found");
    const { siteId: id, enterpriseId, name, address } = args;
    const row: Sites = {
      ...{ tenantId, id, enterpriseId, name, address },
      communityId: args.communityId ?? enterprise.communityId,
      agencyId: enterprise.agencyId,
      landlordSiteId: args.landlordSiteId ?? null,
      tags: storedTags(args.tags),
      lat: args.lat ?? null,
      lng: args.lng ?? null,
    };
    return ok(decided("sites", id, [insert("sites", row)]));
  },
});

export const enterpriseCommands: readonly AnyCommand[] = [
  registerCommunity,
  registerEnterprise,
  amendEnterprise,
  registerSite,
];
