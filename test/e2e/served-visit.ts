// One enterprise that is served, and one visit at it whose record is signed and served: the ground most journeys stand on.
import { createHash } from "node:crypto";
import { addDays, dayOf } from "#domain/calendar/local-date.ts";
import { inventedCreditCode } from "#domain/organization/invented-credit-code.ts";
import { newId } from "../../scenario/person.ts";
import { openPhone, pullLibrary } from "../../scenario/phone.ts";
import { makePhoto, type SceneName } from "../../scenario/photos.ts";
import { personOf } from "./people-on-stage.ts";
import type { Stage } from "./stage-process.ts";

export interface ServedEnterprise {
  readonly enterpriseId: string;
  readonly siteId: string;
  readonly name: string;
}

export interface ServedVisit extends ServedEnterprise {
  readonly visitId: string;
  readonly documentId: string;
  readonly linkSecret: string;
  readonly hazards: readonly { readonly hazardId: string; readonly description: string }[];
}

const PLANNED_WITHIN_DAYS = 20;

/** Registered, in scope, entrusted, under contract, its inspection planned within the days a phone looks ahead. */
export async function serveEnterprise(stage: Stage, registerNo: number, name: string): Promise<ServedEnterprise> {
  const [officer, officeLead] = [personOf(stage, "officer"), personOf(stage, "officeLead")];
  const [enterpriseId, siteId] = [newId(), newId()];
  const { serviceYear, schemeId, agencyId, communityId } = stage;
  await officer.act("enterprise.register", {
    ...{ enterpriseId, siteId, registerNo, name, communityId, creditCode: inventedCreditCode(registerNo) },
    ...{ aboveScale: true, industryKind: "industrial", industry: "通用设备制造", mainRevenueFen: 3_000_000_000 },
    ...{ address: `演示路${registerNo}号`, principalName: "何先生（演示）" },
  });
  const decision = { decisionId: newId(), enterpriseId, decision: "in", ground: "a" };
  const effectiveFrom = `${serviceYear}-04-01`;
  await officer.act("scope.recompute", { schemeId, decisions: [{ ...decision, effectiveFrom }] });
  await officer.act("enterprise.entrust", { enterpriseIds: [enterpriseId], agencyId });
  await officeLead.act("contract.conclude", {
    ...{ contractId: newId(), schemeId, agencyId, number: `演示合同${registerNo}` },
    ...{ partyA: "青岚街道（演示）", partyB: "安环技术服务有限公司（演示）", acceptanceRules: "按次验收" },
    ...{ startsOn: effectiveFrom, endsOn: `${serviceYear + 1}-03-31`, visitsOwed: 4 },
    ...{ amountFen: 1_000_000, visitPriceFen: 250_000, enterpriseIds: [enterpriseId] },
  });
  const fromDay = dayOf(new Date().toISOString());
  await officer.act("plan.make", {
    ...{ schemeId, enterpriseIds: [enterpriseId], fromDay, phaseEndsOn: addDays(fromDay, PLANNED_WITHIN_DAYS) },
    experts: [{ membershipId: stage.people.expert.membershipId, perDay: 4 }],
    officers: [{ membershipId: officer.membershipId, perDay: 4 }],
  });
  return { enterpriseId, siteId, name };
}

const FINDS = [
  { itemCode: "XC-05-05", scene: "blockedExit", place: "装配车间北侧通道", description: "通道堆放纸箱，宽度不足" },
  { itemCode: "XC-06-01", scene: "electricalBox", place: "二车间配电箱", description: "配电箱门敞开，无人看管" },
  { itemCode: "XC-02-02", scene: "unguardedMachine", place: "冲压机旁", description: "传动皮带没有防护罩" },
] as const satisfies readonly { itemCode: string; scene: SceneName; place: string; description: string }[];

/** The planned inspection, made today, that finds `count` hazards, sent with its photos. */
export async function serveVisit(stage: Stage, served: ServedEnterprise, count: 1 | 2 | 3): Promise<ServedVisit> {
  const expert = personOf(stage, "expert");
  const phone = await openPhone(expert, await pullLibrary(expert));
  const at = new Date().toISOString();
  const visit = phone.visit(newId());
  const { visitId } = visit;
  const owed = phone.rows.all("tasks").filter((one) => one.siteId === served.siteId && one.kind === "inspection");
  const task = owed.toSorted((a, b) => a.periodNo - b.periodNo).find((one) => one.expertMembershipId !== null);
  if (!task) throw new Error(`no inspection of ${served.name} is on the phone`);
  const planned = { taskIds: [task.id], taskCode: task.code, kind: "inspection" };
  visit.act("visit.start", { visitId, siteId: served.siteId, ...planned }, at);
  visit.act("visit.accompany", { visitId, by: "officer", name: stage.people.officer.displayName }, at);
  visit.act("finding.record", { visitId, findings: [{ itemCode: "XC-06-02", result: "conform" }] }, at);
  const photos: Uint8Array[] = [];
  const hazards = [];
  for (const [index, { scene, ...find }] of FINDS.slice(0, count).entries()) {
    const hazardId = newId();
    const bytes = await photoOf(scene, index + 1, at);
    const slot = { slotId: newId(), sha256: digestOf(bytes), bytes: bytes.length, takenAt: at, source: "camera" };
    const words = { advice: "先停用并围挡；清出通道；划线并每班查看。", standard: "疏散通道保持畅通" };
    const args = { hazardId, visitId, sequence: index + 1, ...find, ...words, photos: [slot], severity: "general" };
    visit.act("hazard.record", args, at);
    photos.push(bytes);
    hazards.push({ hazardId, description: find.description });
  }
  const owner = { name: "何先生（演示）", role: "负责人" };
  visit.act("visit.finish", { visitId, departedAt: at, enterprisePerson: owner }, at);
  const { documentId, linkSecret } = visit.serve(
    [
      { signer: "expert", name: expert.name },
      { signer: "accompanying", name: stage.people.officer.displayName },
      { signer: "enterprise", name: owner.name },
    ],
    at,
  );
  await visit.send();
  for (const bytes of photos) await expert.putPhoto(digestOf(bytes), bytes);
  return { ...served, visitId, documentId, linkSecret, hazards };
}

/** A photo as a phone takes it; before and after share a seed. */
export async function photoOf(scene: SceneName, seed: number, takenAt: string, after = false): Promise<Uint8Array> {
  return makePhoto({ seed, scene, after, caption: "现场", takenAt, lat: 30.18, lng: 120.26, width: 800 });
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
