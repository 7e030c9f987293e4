// What a story of hazards stands on: a scheme of 15 days and 10 working days with four periods, an enterprise's site, visits.
import type { Actor } from "#domain/access/roles.ts";
import { instantAt, type LocalDate } from "#domain/calendar/local-date.ts";
import { sha256Hex } from "#domain/kernel/derived-id.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { MemoryStore } from "./memory-store.ts";
import { agencyId, communityId, enterpriseId, idOf, siteId, tenantId } from "./story-context.ts";

const scheme: Row<"schemes"> = {
  tenantId,
  id: idOf("scheme"),
  name: "2026年度服务方案",
  serviceYear: 2026,
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
  targetOn: "2026-12-31",
  rectificationDays: 15,
  reinspectionWorkingDays: 10,
  reportWorkingDays: 3,
  majorNoticeHours: null,
  expertVisitsADay: null,
  officerVisitsADay: null,
  onePersonRelease: false,
  aboveScaleRevenueFen: 2_000_000_000,
  inScopeRevenueFen: 100_000_000,
  standardizationRevenueFen: 1_000_000_000,
  createdAt: instantAt("2026-03-01"),
};

export const periods: readonly Row<"schemePeriods">[] = [
  ["2026-04-01", "2026-06-30"],
  ["2026-07-01", "2026-09-30"],
  ["2026-10-01", "2026-12-31"],
  ["2027-01-01", "2027-03-31"],
].map(([startsOn = "", endsOn = ""], index) => ({
  tenantId,
  schemeId: scheme.id,
  no: index + 1,
  startsOn,
  endsOn,
  inspections: 1,
  supervisions: 1,
  reinspections: 1,
}));

/** A tenant's rows before the first visit. */
export function newGround(): MemoryStore {
  const store = new MemoryStore();
  store.put("schemes", scheme);
  for (const period of periods) store.put("schemePeriods", period);
  return store;
}

export function visitRow(
  name: string,
  expert: Actor,
  day: LocalDate,
  change: Partial<Row<"visits">> = {},
): Row<"visits"> {
  return {
    tenantId,
    id: idOf(name),
    kind: "inspection",
    taskCode: `SS-${name}`,
    siteId,
    enterpriseId,
    enterpriseName: "萧然五金厂",
    agencyId,
    madeByAgencyId: agencyId,
    communityId,
    expertMembershipId: expert.id,
    expertName: expert.name,
    inspectedOn: day,
    periodNo: null,
    status: "started",
    arrivedAt: instantAt(day, "09:00"),
    arrivedLat: null,
    arrivedLng: null,
    arrivedAccuracy: null,
    departedAt: null,
    departedLat: null,
    departedLng: null,
    departedAccuracy: null,
    accompaniedBy: null,
    accompaniedName: null,
    accompanimentReason: null,
    enterprisePerson: null,
    enterprisePersonRole: null,
    discardedPhotos: null,
    discardReasons: null,
    importedFrom: null,
    checkedItems: 0,
    ...change,
  };
}

let taken = 0;

/** So many photos as a command names them. */
export function photos(count: number, takenAt: string): readonly object[] {
  return Array.from({ length: count }, () => {
    taken += 1;
    return {
      slotId: idOf(`photo ${taken}`),
      sha256: sha256Hex(`photo ${taken}`),
      bytes: 300_000,
      takenAt,
      source: "camera",
    };
  });
}

/** What `hazard.record` says of the sample catalogue's item. */
export function recordArgs(
  hazard: string,
  visit: string,
  sequence: number,
  takenAt: string,
): Readonly<Record<string, unknown>> {
  return {
    hazardId: idOf(hazard),
    visitId: idOf(visit),
    sequence,
    itemCode: "XC-05-05",
    place: "二号车间后门",
    description: "后门上锁，门口堆放纸箱",
    advice: "打开门锁，清走纸箱",
    standard: "出口通道畅通",
    photos: photos(1, takenAt),
    severity: "general",
  };
}
