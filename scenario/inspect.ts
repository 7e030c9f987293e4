// 隐患排查 and 治理建议: an expert's visit with its companion, checklist, hazards and the signed record.

import type { Draw } from "#cli/invented-enterprises.ts";
import { drawFrom } from "#cli/invented-enterprises.ts";
import { instantAt } from "#domain/calendar/local-date.ts";
import { checklistFor } from "#domain/inspection/checklist.ts";
import { type Find, ON_SITE, RECORDS, SITE_TAGS_OF, TAGGED } from "./finds.ts";
import { newId } from "./person.ts";
import type { Phone, Signer, VisitOnPhone } from "./phone.ts";
import type { TakenPhoto } from "./photo-pool.ts";
import { uploadLater } from "./upload.ts";
import { type Listed, listedOf, type PlannedInspection, type World } from "./world.ts";

/** How one hazard of a visit is to be. */
export interface Found extends Find {
  readonly withoutPhoto?: "documentsAbsent" | "photographyForbidden" | "danger";
  readonly days?: { readonly days: number; readonly reason: string };
  readonly fixedOnSite?: boolean;
  readonly suspectedMajor?: string;
}

export type InspectionToMake = Omit<PlannedInspection, "taskId"> & { readonly taskId: string | undefined };

export interface Inspected {
  readonly enterprise: Listed;
  readonly inspection: InspectionToMake;
  readonly visitId: string;
  readonly day: string;
  readonly expertId: string;
  /** Those that stay open, in the order they were found. */
  readonly open: readonly OpenHazard[];
  readonly linkSecret: string;
}

export interface OpenHazard {
  readonly hazardId: string;
  readonly days: number;
  readonly find: Find;
}

export interface InspectionPlan {
  readonly found: readonly Found[];
  /** Why the enterprise would not sign; it is served all the same. */
  readonly refusesToSign?: string;
  readonly accompaniedBy?: "none";
}

/** Makes the visit of an inspection today; one without a task is beyond the plan, under a code made on the phone. */
export async function inspect(world: World, inspection: InspectionToMake, plan: InspectionPlan): Promise<Inspected> {
  const enterprise = listedOf(world, inspection.enterpriseId);
  const phone = await world.phoneOf(inspection.expertId);
  const day = world.today();
  const clock = clockOfVisit(day, enterprise.registerNo);
  const visit = phone.visit(newId());
  visit.act("visit.start", startArgs(visit.visitId, enterprise, inspection, clock(0)), clock(0));
  const companion = accompany(world, visit, enterprise, inspection, plan, clock(2));
  const photos: TakenPhoto[] = [];
  const items = lookThrough(world, phone, visit, enterprise, inspection, plan.found, clock(30));
  const open = plan.found.flatMap((found, index) => {
    const hazardId = newId();
    record({ world, phone, visit, enterprise, photos }, found, hazardId, index + 1, clock(32 + index));
    return found.fixedOnSite ? [] : [{ hazardId, days: found.days?.days ?? SCHEME_DAYS, find: found }];
  });
  if (items === 0) throw new Error("the checklist is empty");
  const person = { name: `${enterprise.principalName}（演示）`, role: "主要负责人" };
  visit.act("visit.finish", { visitId: visit.visitId, departedAt: clock(60), enterprisePerson: person }, clock(60));
  const signed = signers(phone.expert.name, companion, person.name, plan.refusesToSign);
  const { linkSecret } = visit.serve(signed, clock(62));
  await visit.send();
  uploadLater(world, phone.expert, photos);
  return { enterprise, inspection, visitId: visit.visitId, day, expertId: inspection.expertId, open, linkSecret };
}

const SCHEME_DAYS = 15;

/** The clock of a visit: morning or afternoon by the enterprise's number, minutes after arrival. */
function clockOfVisit(day: string, registerNo: number): (minutes: number) => string {
  const start = ["08:40", "10:10", "13:30", "15:00"][registerNo % 4];
  const arrived = Date.parse(instantAt(day, start)) + (registerNo % 17) * 60_000;
  return (minutes) => new Date(arrived + minutes * 60_000).toISOString();
}

function startArgs(visitId: string, enterprise: Listed, { taskId, code }: InspectionToMake, at: string) {
  const arrived = { at, ...enterprise.place, accuracy: 12 };
  const taskIds = taskId ? [taskId] : [];
  return { visitId, siteId: enterprise.siteId, taskIds, taskCode: code, kind: "inspection", arrived };
}

/** R8: mostly an officer, sometimes a member unit or the community, now and then nobody with its reason. */
function accompany(
  world: World,
  visit: VisitOnPhone,
  enterprise: Listed,
  { officerId }: InspectionToMake,
  { accompaniedBy }: InspectionPlan,
  at: string,
): string | undefined {
  const { visitId } = visit;
  const turn = enterprise.registerNo % 23;
  if (accompaniedBy === "none" || turn === 7) {
    const reason = "当天防汛值守，街道和社区都抽不出人";
    visit.act("visit.accompany", { visitId, by: "none", reason }, at);
    return undefined;
  }
  const community = world.cast.communities.find(({ id }) => id === enterprise.communityId);
  if (turn % 7 === 3 && community) {
    visit.act("visit.accompany", { visitId, by: "communityOfficer", name: community.officer.name }, at);
    return community.officer.name;
  }
  const unit = world.cast.memberUnits.find(({ membershipId }) => membershipId === officerId);
  const officer = [...world.cast.officers, world.cast.officeLead].find((one) => one.membershipId === officerId);
  const name = (unit ?? officer ?? world.cast.officeLead).name;
  visit.act("visit.accompany", { visitId, by: unit ? "memberUnit" : "officer", name }, at);
  return name;
}

/** R5: every item of the first visit's checklist, later those of some sections; answers how many were looked at. */
function lookThrough(
  world: World,
  phone: Phone,
  visit: VisitOnPhone,
  enterprise: Listed,
  { periodNo }: InspectionToMake,
  found: readonly Found[],
  at: string,
): number {
  const tags = enterprise.tag && isKnownTag(enterprise.tag) ? SITE_TAGS_OF[enterprise.tag] : [];
  const sections = checklistFor(phone.library, tags);
  const items = sections.flatMap((section) => section.items);
  const failed = new Set(found.map(({ itemCode }) => itemCode));
  const concerned = items.filter((item, index) => periodNo === 1 || index % 4 === periodNo % 4 || isTagged(item.code));
  const looked = [...new Set([...concerned.map(({ code }) => code), ...failed])];
  // R5 broken: one visit ticks a single item and calls it an inspection.
  const ticked = world.sabotage === "R5" && isChosen(world, enterprise, periodNo) ? [...failed, "XC-06-02"] : looked;
  const findings = [...new Set(ticked)].map((itemCode) => ({
    itemCode,
    result: failed.has(itemCode) ? "nonconform" : itemCode.charCodeAt(7) % 9 === 0 ? "notApplicable" : "conform",
  }));
  visit.act("finding.record", { visitId: visit.visitId, findings }, at);
  return findings.length;
}

const isTagged = (code: string): boolean =>
  Object.values(TAGGED).some((finds) => finds.some((one) => one.itemCode === code));

function isKnownTag(tag: string): tag is keyof typeof SITE_TAGS_OF {
  return Object.hasOwn(SITE_TAGS_OF, tag);
}

/** The one visit a sabotage falls on: the first period's at the last enterprise on ground (b). */
export function isChosen(world: World, enterprise: Listed, periodNo: number): boolean {
  return periodNo === 1 && world.listed.findLast(({ ground }) => ground === "b") === enterprise;
}

interface Recording {
  readonly world: World;
  readonly phone: Phone;
  readonly visit: VisitOnPhone;
  readonly enterprise: Listed;
  readonly photos: TakenPhoto[];
}

/** R7: place, text, photo or reason, advice, standard; the clauses are the item's own of that day. */
function record(recording: Recording, found: Found, hazardId: string, sequence: number, at: string): void {
  const { phone, visit, enterprise } = recording;
  const item = phone.library.items.get(found.itemCode);
  if (!item) throw new Error(`the catalogue has no ${found.itemCode}`);
  const place = found.places[(enterprise.registerNo + sequence) % found.places.length] ?? "厂区";
  const photos = found.withoutPhoto ? [] : [photoOf(recording, found, false, at)];
  visit.act(
    "hazard.record",
    {
      ...{ hazardId, visitId: visit.visitId, sequence, itemCode: found.itemCode, place, photos },
      ...{ description: item.typicalHazard, advice: item.advice, standard: item.standard },
      ...(found.withoutPhoto ? { noPhotoReason: found.withoutPhoto } : {}),
      severity: found.suspectedMajor ? "suspectedMajor" : "general",
      ...(found.suspectedMajor ? { severityCase: found.suspectedMajor } : {}),
      ...(found.days ? { deadlineDays: found.days.days, deadlineReason: found.days.reason } : {}),
    },
    at,
  );
  if (!found.fixedOnSite) return;
  const after = photoOf(recording, found, true, at);
  visit.act("hazard.fixOnSite", { hazardId, photos: [after], note: "企业当场整改，专家当面确认" }, at);
}

function photoOf({ world, enterprise, photos }: Recording, found: Find, after: boolean, at: string) {
  const taken = world.pool.take(found.scene, after, at, enterprise.place);
  photos.push(taken);
  return slotOf(taken);
}

/** A photo as a command names it. */
export function slotOf({ sha256, bytes, takenAt, lat, lng }: TakenPhoto) {
  return { slotId: newId(), sha256, bytes: bytes.length, takenAt, lat, lng, source: "camera" as const };
}

function signers(expert: string, companion: string | undefined, owner: string, refusal: string | undefined): Signer[] {
  const own: Signer = refusal
    ? { signer: "enterprise", name: owner, refused: true, refusalReason: refusal }
    : { signer: "enterprise", name: owner };
  return [
    { signer: "expert", name: expert },
    ...(companion ? [{ signer: "accompanying" as const, name: companion }] : []),
    own,
  ];
}

/** What an ordinary enterprise's inspection finds, the same for the same enterprise and period. */
export function ordinaryFinds(enterprise: Listed, periodNo: number, [least, most]: readonly [number, number]): Found[] {
  const draw = drawFrom(enterprise.registerNo * 10 + periodNo);
  const count = least + draw(most - least + 1);
  const tagged = enterprise.tag ? (TAGGED[enterprise.tag] ?? []) : [];
  const records = pickSome(RECORDS, Math.floor(count * 0.4), draw);
  const onSite = pickSome([...ON_SITE, ...tagged, ...tagged], count - records.length, draw);
  const found = [...records, ...onSite];
  return found.map((find, index) => ({ ...find, ...howItIs(find, index === found.length - 1, draw) }));
}

function howItIs(find: Find, isLast: boolean, draw: Draw): Partial<Found> {
  if (find.scene === "recordsFolder") return draw(2) === 0 ? { withoutPhoto: "documentsAbsent" } : {};
  if (isLast && draw(3) === 0) return { fixedOnSite: true };
  if (draw(9) === 0) return { days: { days: 5, reason: "现场有人作业，宜尽快消除" } };
  return {};
}

function pickSome(from: readonly Find[], count: number, draw: Draw): Find[] {
  const left = [...new Map(from.map((find) => [find.itemCode, find])).values()];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(draw(left.length), 1)).flat();
}
