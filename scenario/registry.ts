// The office's preparations: the list imported, the scope decided, the agency entrusted, the contract concluded, the year planned.

import type { InventedEnterprise } from "#cli/invented-enterprises.ts";
import { defaultScheme, type SchemeParts } from "#domain/contract/scheme-parts.ts";
import { industryKindOf } from "#domain/organization/industry-kind.ts";
import { groundFor } from "#domain/scope/ground-for.ts";
import type { Cast } from "./cast.ts";
import { newId, type Person } from "./person.ts";
import type { Breakable, Listed, World } from "./world.ts";

const CENTRE = { lat: 30.18, lng: 120.25 };
const DEMONSTRATION = "（演示）";

/** Numbers the list and gives each line its ids and a place on the invented map. */
export function numbered(invented: readonly InventedEnterprise[], cast: Cast): Listed[] {
  return invented.map((enterprise, index) => {
    const community = cast.communities.findIndex(({ name }) => name === enterprise.communityName);
    const place = {
      lat: CENTRE.lat + (community % 3) * 0.012 + (index % 11) * 0.0007,
      lng: CENTRE.lng + Math.floor(community / 3) * 0.014 + (index % 13) * 0.0007,
    };
    const communityId = cast.communities[community]?.id ?? "";
    return { ...enterprise, registerNo: index + 1, enterpriseId: newId(), siteId: newId(), communityId, place };
  });
}

export async function setScheme(officeLead: Person, year: number): Promise<{ schemeId: string; scheme: SchemeParts }> {
  const schemeId = newId();
  const scheme = defaultScheme(year);
  await officeLead.act("scheme.set", { schemeId, ...scheme });
  return { schemeId, scheme };
}

const IMPORTED_AT_ONCE = 100;

/** The list in chunks under one operation, as the import page sends it. */
export async function importList(officer: Person, listed: readonly Listed[], year: number): Promise<void> {
  const operationId = newId();
  await officer.act("operation.start", { operationId, kind: "import", total: listed.length });
  for (let from = 0; from < listed.length; from += IMPORTED_AT_ONCE) {
    const rows = listed.slice(from, from + IMPORTED_AT_ONCE).map((one) => entryOf(one, year));
    await officer.act("enterprise.import", { operationId, rows });
    await officer.act("operation.advance", { operationId, done: from + rows.length });
  }
  await officer.act("operation.end", { operationId, state: "done" });
}

function entryOf(one: Listed, year: number) {
  const { enterpriseId, siteId, registerNo, communityId, name, creditCode, aboveScale, industry } = one;
  return {
    ...{ enterpriseId, siteId, registerNo, communityId, name, creditCode, aboveScale, industry },
    industryKind: industryKindOf(one.industryCode, one.industry),
    mainRevenueFen: one.mainRevenueFen,
    revenueYear: year - 1,
    employees: one.employees,
    principalName: `${one.principalName}${DEMONSTRATION}`,
    principalPhone: one.principalPhone,
    address: one.address,
    tags: one.tag ? [one.tag] : [],
  };
}

/** R3 (a) and (b), computed from the figures and sent as dated decisions; answers who is in. */
export async function decideScope(
  officer: Person,
  { schemeId, scheme }: { readonly schemeId: string; readonly scheme: SchemeParts },
  listed: readonly Listed[],
  sabotage: Breakable | undefined,
): Promise<readonly Listed[]> {
  const found = listed.flatMap((one) => {
    const { aboveScale, mainRevenueFen } = one;
    const facts = { industryKind: industryKindOf(one.industryCode, one.industry), aboveScale, mainRevenueFen };
    const { ground } = groundFor(facts, scheme);
    return ground ? [{ one, ground }] : [];
  });
  // R3 broken: one enterprise below scale is left out of the scope without a word.
  const kept = sabotage === "R3" ? found.filter((_, index) => index !== lastOnGroundB(found)) : found;
  const decisions = kept.map(({ one, ground }) => ({
    ...{ decisionId: newId(), enterpriseId: one.enterpriseId, decision: "in", ground },
    effectiveFrom: scheme.startsOn,
  }));
  await officer.act("scope.recompute", { schemeId, decisions });
  return kept.map(({ one }) => one);
}

function lastOnGroundB(found: readonly { readonly ground: string }[]): number {
  return found.findLastIndex(({ ground }) => ground === "b");
}

/** R1: the agency entrusted and the contract with its six parts. */
export async function concludeContract(
  world: World,
  served: readonly Listed[],
  parts: { readonly number: string; readonly startsOn: string; readonly visitsEach: number; readonly reserve?: number },
): Promise<void> {
  const { cast, schemeId, year } = world;
  const enterpriseIds = served.map((one) => one.enterpriseId);
  await world.cast.officeLead.act("enterprise.entrust", { enterpriseIds, agencyId: cast.agencyId });
  // R1 broken: one enterprise that is served stands in no contract.
  const named = world.sabotage === "R1" ? enterpriseIds.slice(1) : enterpriseIds;
  const visitsOwed = parts.visitsEach * enterpriseIds.length + (parts.reserve ?? 0);
  const visitPriceFen = 60_000;
  await cast.officeLead.act("contract.conclude", {
    ...{ contractId: newId(), schemeId, agencyId: cast.agencyId, number: parts.number },
    ...{ partyA: "青岚街道办事处（演示）", partyB: cast.agencyName },
    ...{ startsOn: parts.startsOn, endsOn: `${year + 1}-03-31`, visitsOwed },
    ...{ amountFen: visitsOwed * visitPriceFen, visitPriceFen },
    acceptanceRules: "按次验收：每次检查须有签字的现场检查记录和审核签发的隐患排查报告，隐患照片齐全。",
    enterpriseIds: named,
  });
}

const PLANNED_AT_ONCE = 72;

export async function makePlan(world: World, served: readonly Listed[], fromDay: string): Promise<void> {
  const { cast, schemeId, year } = world;
  const officers = [...cast.officers, ...cast.memberUnits, cast.officeLead];
  for (let from = 0; from < served.length; from += PLANNED_AT_ONCE)
    await cast.officeLead.act("plan.make", {
      ...{ schemeId, fromDay, phaseEndsOn: `${year}-05-08` },
      enterpriseIds: served.slice(from, from + PLANNED_AT_ONCE).map((one) => one.enterpriseId),
      experts: cast.experts.map(({ membershipId }) => ({ membershipId, perDay: 3 })),
      officers: officers.map(({ membershipId }) => ({ membershipId, perDay: 3 })),
    });
}
