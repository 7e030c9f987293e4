// One visit as a phone sends it in one request: 12 exact texts. The digest that is signed is made as the phone makes it, by
// running the same rules on a copy of the rows in memory.
import { createHash, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { dayOf, type Instant } from "#domain/calendar/local-date.ts";
import { schemeOn } from "#domain/calendar/rectification-deadline.ts";
import { findCommand } from "#domain/commands.ts";
import { canonicalDigest } from "#domain/documents/canonical-digest.ts";
import type { Context } from "#domain/kernel/command.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { onSiteRecordData } from "#domain/visit/on-site-record-data.ts";
import type { TenantRules } from "#server/commands/rules.ts";
import { type MemoryStore, runCommand } from "../test/stories/memory-store.ts";

const HAZARDS = 8;
const PHOTOS_EACH = 2;
const ITEMS = ["XC-05-05", "XC-06-01", "JC-06-01", "XC-02-02", "JC-04-01", "XC-05-01", "XC-03-01", "JC-09-01"];

export interface VisitPlan {
  readonly tenantId: string;
  readonly expert: Row<"memberships">;
  readonly site: Row<"sites">;
  readonly task: Row<"tasks">;
  readonly accompanying: string;
  readonly at: Instant;
  /** An inspection also answers the checklist and is one command longer. */
  readonly kind: "inspection" | "reinspection";
}

export interface VisitRequest {
  readonly visitId: string;
  readonly commandIds: readonly string[];
  readonly texts: readonly string[];
}

interface Sending {
  readonly name: string;
  readonly args: object;
  readonly id: string;
}

/** The commands of one visit; `copy` holds the rows a phone carries of this enterprise and takes the changes. */
export function visitRequest(plan: VisitPlan, copy: MemoryStore, rules: TenantRules): VisitRequest {
  const visitId = uuidv7();
  const sent = commandsBeforeService(plan, visitId);
  for (const one of sent) runOn(copy, plan, rules, one);
  sent.push(serviceOf(plan, visitId, copy, rules));
  const texts = sent.map(({ name, args, id }) =>
    JSON.stringify({
      ...{ v: 1, id, tenant: plan.tenantId, membership: plan.expert.id, visit: visitId, name, args },
      ...{ occurredAt: plan.at, clockOffset: 0, deviceId: "phone-1" },
    }),
  );
  return { visitId, commandIds: sent.map((one) => one.id), texts };
}

function commandsBeforeService(plan: VisitPlan, visitId: string): Sending[] {
  const { site, task, kind, at } = plan;
  const sending = (name: string, args: object): Sending => ({ name, args: { visitId, ...args }, id: uuidv7() });
  const arrived = { at, lat: 30.18, lng: 120.26, accuracy: 12 };
  const start = { siteId: site.id, taskIds: [task.id], taskCode: task.code, kind, arrived };
  const findings = [{ itemCode: "XC-06-02", result: "conform" }];
  return [
    sending("visit.start", start),
    sending("visit.accompany", { by: "officer", name: plan.accompanying }),
    ...(kind === "inspection" ? [sending("finding.record", { findings })] : []),
    ...Array.from({ length: HAZARDS }, (_, index) => sending("hazard.record", hazardArgs(index + 1, at))),
    sending("visit.finish", { departedAt: at, enterprisePerson: { name: "何先生（演示）", role: "负责人" } }),
  ];
}

function hazardArgs(sequence: number, takenAt: Instant) {
  const photo = () => ({
    ...{ slotId: uuidv7(), sha256: randomBytes(32).toString("hex"), originalSha256: randomBytes(32).toString("hex") },
    ...{ bytes: 180_000, takenAt, lat: 30.18, lng: 120.26, source: "camera" },
  });
  return {
    ...{ hazardId: uuidv7(), sequence, itemCode: ITEMS[sequence - 1], severity: "general" },
    ...{ place: `${sequence}号车间东侧通道`, description: "安全通道堆放纸箱和半成品，净宽不足，应急照明被遮挡" },
    ...{ advice: "清出通道并划线，今后成品当班入库", standard: "疏散通道保持畅通，净宽不小于规定" },
    photos: Array.from({ length: PHOTOS_EACH }, photo),
  };
}

function serviceOf(plan: VisitPlan, visitId: string, copy: MemoryStore, rules: TenantRules): Sending {
  const sign = (signer: string, name: string) => ({ signatureId: uuidv7(), signer, name, signedAt: plan.at });
  const secretHash = createHash("sha256").update(randomBytes(16)).digest("hex");
  const args = {
    ...{ documentId: uuidv7(), visitId, sequence: 1, digest: digestOf(plan, copy, rules) },
    signatures: [
      sign("expert", plan.expert.displayName),
      sign("accompanying", plan.accompanying),
      sign("enterprise", "何先生（演示）"),
    ],
    accessLink: { linkId: uuidv7(), secretHash },
  };
  return { name: "onSiteRecord.serve", args, id: uuidv7() };
}

function digestOf(plan: VisitPlan, copy: MemoryStore, { library }: TenantRules): string {
  const [visit] = copy.rows("visits");
  if (!visit) throw new Error("the visit was not started");
  const rows = {
    visit,
    ...{ tenant: copy.rows("tenants")[0], scheme: schemeOn(copy.rows("schemes"), visit.inspectedOn) },
    ...{ engagement: copy.rows("agencyEngagements")[0], enterprise: copy.rows("enterprises")[0] },
    ...{ site: plan.site, community: copy.find("communities", { id: visit.communityId ?? "" }), expert: plan.expert },
    ...{ findings: copy.rows("findings"), hazards: copy.rows("hazards"), citations: copy.rows("hazardCitations") },
    photos: copy.rows("photoSlots"),
  };
  const data = onSiteRecordData(rows, { sequence: 1, servedAt: plan.at, library });
  if (!data.ok) throw new Error(JSON.stringify(data.problem));
  return canonicalDigest(data.value);
}

function runOn(copy: MemoryStore, plan: VisitPlan, rules: TenantRules, { name, args, id }: Sending): void {
  const definition = findCommand(name);
  if (!definition) throw new Error(`no command ${name}`);
  const context: Context = {
    ...{ tenantId: plan.tenantId, divisionCode: rules.divisionCode, commandId: id, deviceId: "phone-1" },
    actor: {
      kind: "member",
      id: plan.expert.id,
      role: "expert",
      name: plan.expert.displayName,
      scopeId: plan.expert.scopeId,
    },
    ...{ occurredAt: plan.at, receivedAt: plan.at, today: dayOf(plan.at) },
    ...{ calendar: rules.calendar, library: rules.library, newId: (label) => derivedId(id, label) },
  };
  const result = runCommand(copy, definition, args, context);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
}
