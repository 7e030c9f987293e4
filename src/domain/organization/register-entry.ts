// One enterprise of the register with its first site, as typed or as read from the subdistrict's list.
import { z } from "zod";
import { type Change, insert, update } from "../kernel/change.ts";
import { optionalText, text } from "../kernel/text.ts";
import type { Enterprises, Sites } from "../rows.generated.ts";
import { creditCodeSchema } from "./credit-code.ts";
import { industryKinds } from "./industry-kind.ts";
import { storedTags, tagsSchema } from "./tags.ts";

export const riskLevels = ["red", "orange", "yellow", "blue"] as const;

/** What the register knows of an enterprise; null is unknown. Money in fen. */
export const enterpriseFactsSchema = z.object({
  name: text(120),
  creditCode: creditCodeSchema.nullish(),
  aboveScale: z.boolean().nullish(),
  industryKind: z.enum(industryKinds).nullish(),
  industry: optionalText(100),
  mainRevenueFen: z.int().nonnegative().nullish(),
  revenueYear: z.int().min(1990).max(2100).nullish(),
  employees: z.int().nonnegative().max(1_000_000).nullish(),
  principalName: optionalText(60),
  principalPhone: optionalText(40),
  riskLevel: z.enum(riskLevels).nullish(),
  tags: tagsSchema.default([]),
  communityId: z.uuid().nullish(),
});
export type EnterpriseFactsArgs = z.output<typeof enterpriseFactsSchema>;

export const registerEntrySchema = enterpriseFactsSchema.extend({
  enterpriseId: z.uuid(),
  /** The first site's; used only when the enterprise is new. */
  siteId: z.uuid(),
  /** The line of the subdistrict's register, part of every task code. */
  registerNo: z.int().min(1).max(999_999),
  address: optionalText(200),
  siteName: optionalText(60),
});
export type RegisterEntry = z.output<typeof registerEntrySchema>;

const MAIN_SITE = "主厂区";

/** A new enterprise and its first site, still without an agency. */
export function insertEntry(entry: RegisterEntry, tenantId: string, createdAt: string): Change[] {
  const communityId = entry.communityId ?? null;
  const tags = storedTags(entry.tags);
  const enterprise: Enterprises = {
    tenantId,
    id: entry.enterpriseId,
    registerNo: entry.registerNo,
    name: entry.name,
    creditCode: entry.creditCode ?? null,
    aboveScale: entry.aboveScale ?? null,
    industryKind: entry.industryKind ?? null,
    industry: entry.industry,
    mainRevenueFen: entry.mainRevenueFen ?? null,
    revenueYear: entry.revenueYear ?? null,
    employees: entry.employees ?? null,
    principalName: entry.principalName,
    principalPhone: entry.principalPhone,
    riskLevel: entry.riskLevel ?? null,
    tags,
    agencyId: null,
    communityId,
    mergedInto: null,
    renamedFrom: null,
    createdAt,
  };
  const site: Sites = {
    tenantId,
    id: entry.siteId,
    enterpriseId: entry.enterpriseId,
    name: entry.siteName ?? MAIN_SITE,
    address: entry.address,
    communityId,
    agencyId: null,
    landlordSiteId: null,
    tags,
    lat: null,
    lng: null,
  };
  return [insert("enterprises", enterprise), insert("sites", site)];
}

/** Updates what a list says newly. A blank never erases what is stored; unchanged rows give no change at all. */
export function updateEntry(entry: RegisterEntry, enterprise: Enterprises, site: Sites | undefined): Change[] {
  const { name, communityId } = entry;
  const tags = entry.tags.length > 0 ? storedTags(entry.tags) : null;
  const { aboveScale, industryKind, industry, mainRevenueFen, revenueYear } = entry;
  const { creditCode, employees, principalName, principalPhone, riskLevel } = entry;
  const told = {
    ...{ name, communityId, tags, aboveScale, industryKind, industry, mainRevenueFen, revenueYear },
    ...{ creditCode, employees, principalName, principalPhone, riskLevel },
  };
  const set = newIn(enterprise, told);
  if (set.name !== undefined) set.renamedFrom = enterprise.name;
  const siteSet = site ? newIn(site, { address: entry.address, communityId, tags }) : {};
  return [
    ...(Object.keys(set).length > 0 ? [update("enterprises", enterprise, set)] : []),
    ...(site && Object.keys(siteSet).length > 0 ? [update("sites", site, siteSet)] : []),
  ];
}

/** The told values that are neither blank nor what is stored already. */
export function newIn<R extends object>(
  stored: R,
  told: { readonly [C in keyof R]?: R[C] | null | undefined },
): Partial<R> {
  const set: Partial<R> = {};
  for (const column in told) {
    const value = told[column];
    if (value !== null && value !== undefined && value !== stored[column]) set[column] = value;
  }
  return set;
}
