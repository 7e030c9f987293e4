// An invented snapshot for tests and for looking at screens: one street, one expert, four enterprises, three old hazards.
// Nobody and nothing here exists.
import type { SnapshotAnswer } from "#api/sync.ts";
import { addDays, instantAt, type LocalDate } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";

export function sampleId(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
}

export const TENANT = sampleId(1);
export const AGENCY = sampleId(2);
export const EXPERT = sampleId(3);
export const SCHEME = sampleId(4);
export const COMMUNITY = sampleId(5);
const OTHER_EXPERT_VISIT = sampleId(90);

const FIRMS = [
  { name: "杭州立信紧固件厂（演示）", address: "工业园1号路6号", tags: ["gasCylinders"], trade: "紧固件制造" },
  { name: "杭州恒达机械有限公司（演示）", address: "工业园3号路8号", tags: ["crane", "forklift"], trade: "机械加工" },
  { name: "杭州瑞木家具厂（演示）", address: "东塘路22号", tags: ["coating", "combustibleDust"], trade: "家具制造" },
  { name: "杭州青岚湾新材料科技股份有限公司东塘分公司（演示）", address: "东塘路108号", tags: [], trade: "新材料" },
] as const;

const wall = (firm: number) => ({
  tenantId: TENANT,
  enterpriseId: sampleId(100 + firm),
  agencyId: AGENCY,
  madeByAgencyId: AGENCY,
  communityId: COMMUNITY,
});

function enterprise(firm: number, { name, trade }: (typeof FIRMS)[number]): Row<"enterprises"> {
  return {
    tenantId: TENANT,
    id: sampleId(100 + firm),
    registerNo: firm + 1,
    name,
    creditCode: null,
    communityId: COMMUNITY,
    agencyId: AGENCY,
    industry: trade,
    industryKind: "industrial",
    aboveScale: firm === 1,
    mainRevenueFen: null,
    revenueYear: null,
    employees: 46,
    principalName: "何先生",
    principalPhone: "13800000000",
    riskLevel: null,
    tags: "[]",
    mergedInto: null,
    renamedFrom: null,
    createdAt: instantAt("2026-03-01"),
  };
}

function site(firm: number, { address, tags }: (typeof FIRMS)[number]): Row<"sites"> {
  return {
    tenantId: TENANT,
    id: sampleId(200 + firm),
    enterpriseId: sampleId(100 + firm),
    agencyId: AGENCY,
    communityId: COMMUNITY,
    name: "厂区",
    address,
    landlordSiteId: null,
    lat: 30.1 + firm / 100,
    lng: 120.3,
    tags: JSON.stringify(tags),
  };
}

function task(n: number, firm: number, kind: Row<"tasks">["kind"], day: LocalDate): Row<"tasks"> {
  const letter = { inspection: "J", supervision: "D", reinspection: "F" }[kind];
  return {
    ...wall(firm),
    id: sampleId(300 + n),
    code: `2026-3-${String(firm + 1).padStart(4, "0")}-${letter}`,
    kind,
    schemeId: SCHEME,
    periodNo: 3,
    periodEndsOn: addDays(day, 40),
    siteId: sampleId(200 + firm),
    expertMembershipId: kind === "supervision" ? null : EXPERT,
    officerMembershipId: null,
    plannedOn: kind === "inspection" ? day : null,
    firstPlannedOn: kind === "inspection" ? day : null,
    replannedCount: 0,
    replanReason: null,
    windowFrom: kind === "reinspection" ? addDays(day, -2) : null,
    windowTo: kind === "reinspection" ? addDays(day, 8) : null,
    state: "owed",
    fulfilledOn: null,
    fulfilledBy: null,
    fulfilledRef: null,
    cancelledReason: null,
    replacedBy: null,
    createdAt: instantAt("2026-03-01"),
  };
}

interface OldHazard {
  readonly n: number;
  readonly firm: number;
  readonly place: string;
  readonly description: string;
  readonly standard: string;
  readonly due: LocalDate;
  readonly submitted: boolean;
}

function hazard(old: OldHazard, day: LocalDate): Row<"hazards"> {
  const foundOn = addDays(day, -16);
  return {
    ...wall(old.firm),
    agencyId: AGENCY,
    madeByAgencyId: AGENCY,
    id: sampleId(400 + old.n),
    number: `2026-2-${String(old.firm + 1).padStart(4, "0")}-J-0${old.n}`,
    visitId: OTHER_EXPERT_VISIT,
    siteId: sampleId(200 + old.firm),
    itemCode: "XC-03-05",
    family: "onSite",
    place: old.place,
    description: old.description,
    advice: "马上移走；箱前画1米黄线，线内不放东西",
    standard: old.standard,
    noPhotoReason: null,
    severity: "general",
    severityCase: null,
    suspectedAt: null,
    importedFrom: null,
    severityDueAt: null,
    stopUseAdvice: null,
    status: old.submitted ? "submitted" : "open",
    round: 1,
    failedRounds: 0,
    foundOn,
    foundPeriodNo: 2,
    clockStartedOn: foundOn,
    servedAt: instantAt(foundOn, "11:00"),
    acknowledgedAt: null,
    acknowledgedBy: null,
    deadlineRule: "scheme",
    deadlineDays: 15,
    deadlineReason: null,
    rectificationDue: old.due,
    submittedAt: old.submitted ? instantAt(addDays(day, -3), "09:20") : null,
    reinspectionDue: old.submitted ? addDays(day, 10) : null,
    holder: old.submitted ? "agency" : "enterprise",
    heldSince: instantAt(foundOn, "11:00"),
    refusedByEnterprise: false,
    contested: false,
    contestReason: null,
    listed: false,
    extensionPending: false,
    referralProposed: false,
    voidProposed: false,
    voidConfirmedByOffice: false,
    voidConfirmedByAgency: false,
    closedOn: null,
    closedHow: null,
    repeatOf: null,
  };
}

function photo(old: OldHazard, day: LocalDate): Row<"photoSlots"> {
  return {
    ...wall(old.firm),
    id: sampleId(500 + old.n),
    visitId: OTHER_EXPERT_VISIT,
    hazardId: sampleId(400 + old.n),
    purpose: "hazard",
    sha256: String(old.n).repeat(64),
    originalSha256: null,
    bytes: 300_000,
    takenAt: instantAt(addDays(day, -16), "09:52"),
    lat: null,
    lng: null,
    source: "camera",
    state: "stored",
    originalState: "none",
    storedAt: instantAt(addDays(day, -16), "12:00"),
    lostReason: null,
    lostByName: null,
    lostConfirmedByName: null,
    exif: null,
  };
}

function submission(old: OldHazard, day: LocalDate): Row<"hazardActs"> {
  const at = instantAt(addDays(day, -3), "09:20");
  return {
    ...wall(old.firm),
    id: sampleId(600 + old.n),
    hazardId: sampleId(400 + old.n),
    command: "rectification.submit",
    step: 3,
    round: 1,
    statusAfter: "submitted",
    actorName: "何先生",
    actorRole: "enterprisePrincipal",
    onBehalf: false,
    note: "纸箱已移走，地面画了黄线。",
    data: null,
    visitId: null,
    occurredAt: at,
    receivedAt: at,
  };
}

function scheme(day: LocalDate): Row<"schemes"> {
  return {
    tenantId: TENANT,
    id: SCHEME,
    name: "第三方安全生产服务方案",
    serviceYear: 2026,
    startsOn: addDays(day, -220),
    endsOn: addDays(day, 140),
    targetOn: addDays(day, 40),
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
}

function period(day: LocalDate): Row<"schemePeriods"> {
  const counts = { inspections: 1, supervisions: 1, reinspections: 1 };
  return {
    tenantId: TENANT,
    schemeId: SCHEME,
    no: 3,
    startsOn: addDays(day, -50),
    endsOn: addDays(day, 40),
    ...counts,
  };
}

function membership(): Row<"memberships"> {
  return {
    tenantId: TENANT,
    id: EXPERT,
    accountId: sampleId(9),
    role: "expert",
    displayName: "周工",
    title: "注册安全工程师",
    scopeKind: "agency",
    scopeId: AGENCY,
    divisionCode: null,
    validFrom: "2026-01-01",
    validTo: null,
    createdAt: instantAt("2026-01-01"),
  };
}

/** The snapshot of a day, as the server would answer it. */
export function sampleSnapshot(day: LocalDate, version = 7): SnapshotAnswer {
  const olds: readonly OldHazard[] = [
    {
      n: 1,
      firm: 1,
      place: "机加工车间东侧",
      description: "配电箱前堆放纸箱，箱门打不开",
      standard: "箱门能全开，箱前1米内无物，地面有黄线。",
      due: addDays(day, -1),
      submitted: true,
    },
    {
      n: 2,
      firm: 3,
      place: "二号仓库",
      description: "安全出口上锁",
      standard: "疏散门随时能从里面打开",
      due: addDays(day, -3),
      submitted: false,
    },
    {
      n: 3,
      firm: 3,
      place: "配料间",
      description: "油漆放在铁皮柜旁",
      standard: "易燃品存放在专用柜内",
      due: addDays(day, 2),
      submitted: false,
    },
  ];
  const tasks = FIRMS.map((_, firm) => task(firm, firm, "inspection", day));
  const rows: { [name: string]: readonly object[] } = {
    tenants: [
      { id: TENANT, name: "石埠街道", kind: "subdistrict", divisionCode: "330109", createdAt: instantAt("2026-01-01") },
    ],
    memberships: [membership()],
    agencyEngagements: [
      {
        tenantId: TENANT,
        agencyId: AGENCY,
        agencyName: "杭州安巡安全技术有限公司（演示）",
        validFrom: "2026-01-01",
        validTo: null,
      },
    ],
    communities: [{ tenantId: TENANT, id: COMMUNITY, name: "石埠社区", kind: "residentialCommunity" }],
    enterprises: FIRMS.map((firm, index) => enterprise(index, firm)),
    sites: FIRMS.map((firm, index) => site(index, firm)),
    schemes: [scheme(day)],
    schemePeriods: [period(day)],
    tasks: [...tasks, task(10, 1, "reinspection", day), task(11, 1, "supervision", day)],
    hazards: olds.map((old) => hazard(old, day)),
    photoSlots: olds.map((old) => photo(old, day)),
    hazardActs: olds.filter((old) => old.submitted).map((old) => submission(old, day)),
  };
  return {
    unchanged: false,
    version,
    day,
    now: instantAt(day, "07:32"),
    divisionCode: "330109",
    libraryVersion: 1,
    calendar: { exceptions: [], publishedYears: [2026] },
    // Rows hold text, numbers, booleans and null only, as they travel.
    rows: rows as SnapshotAnswer["rows"],
  };
}
