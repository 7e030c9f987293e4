// One hazard in any status, with what each command needs to find: for tests of every command in every status.
import type { Actor } from "#domain/access/roles.ts";
import { instantAt } from "#domain/calendar/local-date.ts";
import type { Referral, ReferralState } from "#domain/enforcement/statuses.ts";
import { holderOf } from "#domain/hazard/holder.ts";
import { referenceCases } from "#domain/hazard/major-cases.generated.ts";
import type { MajorCase } from "#domain/hazard/major-cases.ts";
import type { Hazard, HazardStatus } from "#domain/hazard/statuses.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { play } from "./hazard-registry.ts";
import type { MemoryStore } from "./memory-store.ts";
import { contextOf, idOf, people } from "./story-context.ts";
import { newGround, photos, recordArgs, visitRow } from "./story-ground.ts";

/** The first case of the reference list, as good as any. */
const [LISTED_CASE] = referenceCases as readonly [MajorCase, ...MajorCase[]];

export const hazardId = idOf("hazard");
export const now = instantAt("2026-12-01", "10:00");

/** A recorded and served hazard, then put into a status with the flags given. */
export function storeWith(status: HazardStatus, change: Partial<Hazard>, actor: Actor): MemoryStore {
  const store = newGround();
  const foundAt = instantAt("2026-11-02", "09:30");
  store.put("visits", visitRow("001", people.expert, "2026-11-02"));
  store.put("visits", visitRow("002", actor, "2026-12-01"));
  const expert = contextOf(people.expert, foundAt);
  play(store, "hazard.record", recordArgs("hazard", "001", 1, foundAt), expert);
  play(store, "onSiteRecord.serve", { hazardId }, contextOf(people.expert, foundAt));
  const recorded = store.find("hazards", { id: hazardId });
  if (!recorded) throw new Error("the hazard was not recorded");
  const closed = status === "closed" ? ({ closedOn: "2026-11-20", closedHow: "reinspected" } as const) : {};
  const hazard = { ...recorded, ...closed, ...change, status };
  store.put("hazards", { ...hazard, holder: holderOf(hazard) });
  store.put("visits", visitRow("001", actor, "2026-11-02"));
  if (hazard.severity === "major") putPlan(store);
  return store;
}

function putPlan(store: MemoryStore): void {
  store.put("treatmentPlans", {
    ...beside(store),
    ...{ id: idOf("earlier plan"), origin: "enterprise", responsible: "何厂长", measures: "换防爆风机", fundsFen: 0 },
    ...{ finishOn: "2026-12-31", contingencyPlan: "停线", enteredByName: "何厂长", enteredAt: now },
  });
}

/** A referral in a state, and an extension that is asked. */
export function putReferral(store: MemoryStore, state: ReferralState): void {
  const referral: Referral = {
    ...beside(store),
    id: idOf("referral"),
    state,
    ground: "overdue",
    reason: "逾期未改",
    proposedByName: "overdue-watch",
    proposedAt: now,
    decidedByName: null,
    decidedAt: null,
    decisionReason: null,
    receivedByName: null,
    receivedAt: null,
    caseNumber: null,
    returnedReason: null,
    resultKind: null,
    resultDocumentNumber: null,
    resultOn: null,
    resultOfficers: null,
    resultNote: null,
    refusedWhat: null,
    refusedBy: null,
    refusedWords: null,
    delegatedItemId: null,
    delegatedWords: null,
    concludedAt: null,
  };
  store.put("referrals", referral);
}

export function putExtension(store: MemoryStore): void {
  const extension: Row<"extensions"> = {
    ...beside(store),
    id: idOf("extension"),
    stepsTaken: "已清走纸箱",
    daysNeeded: 10,
    reason: "缺货",
    interimProtection: "专人看守",
    askedByName: "周老板",
    askedAt: now,
    state: "asked",
    grantedUntil: null,
    decidedByName: null,
    decidedAt: null,
    decisionReason: null,
  };
  store.put("extensions", extension);
}

function beside(store: MemoryStore) {
  const hazard = store.find("hazards", { id: hazardId });
  if (!hazard) throw new Error("no hazard");
  const { tenantId, enterpriseId, agencyId, madeByAgencyId, communityId } = hazard;
  return { tenantId, enterpriseId, agencyId, madeByAgencyId, communityId, hazardId };
}

/** Arguments that satisfy what a command requires. */
export function goodArgs(
  name: string,
  change: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  if (name === "hazard.record") return recordArgs("another", "002", 2, now);
  return { hazardId, ...argsByCommand[name]?.(), ...change };
}

const visit = { visitId: idOf("002") };
const argsByCommand: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  "hazard.fixOnSite": () => ({ photos: photos(1, now) }),
  "rectification.submit": () => ({ text: "已改", photos: photos(1, now) }),
  "rectification.reject": () => ({ reason: "看不清", deadlineDays: 5 }),
  "reinspection.pass": () => ({ ...visit, photos: photos(1, now) }),
  "reinspection.fail": () => ({ ...visit, photos: photos(1, now), reason: "还锁着", deadlineDays: 5 }),
  "extension.request": () => ({
    extensionId: idOf("another extension"),
    stepsTaken: "已清走纸箱",
    daysNeeded: 10,
    reason: "缺货",
    interimProtection: "专人看守",
  }),
  "extension.decide": () => ({ outcome: "grant", grantedUntil: "2026-12-20", reason: "属实" }),
  "severity.suspect": () => ({ severityCase: "第3条" }),
  "severity.confirm": () => ({
    severityCase: LISTED_CASE.id,
    conditions: LISTED_CASE.conditions.map((condition) => ({ condition, met: true })),
  }),
  "treatment.plan": () => ({
    ...{ responsible: "何厂长", measures: "换防爆风机", fundsFen: 1_200_000 },
    ...{ finishOn: "2027-01-31", contingencyPlan: "停线，备灭火器" },
  }),
  "listing.list": () => ({ reason: "重大隐患，街道挂牌" }),
  "listing.delist": () => ({ reason: "复查合格" }),
  "severity.setBack": () => ({ reason: "不符合" }),
  "contest.raise": () => ({ reason: "不是出口" }),
  "contest.settle": () => ({ outcome: "stands", reason: "是出口" }),
  "referral.propose": () => ({ referralId: idOf("another referral"), ground: "overdue", reason: "逾期" }),
  "referral.decide": () => ({ outcome: "refer", reason: "移送" }),
  "referral.return": () => ({ reason: "材料不齐" }),
  "enforcement.conclude": () => ({ resultKind: "other", on: "2026-11-30", officers: ["郑队"] }),
  "hazard.proposeVoid": () => ({ reason: "记错" }),
  "hazard.confirmVoid": () => ({ agree: true, reason: "同意" }),
};
