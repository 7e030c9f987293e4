// Invented rows for the tests of visits, documents and links. Nobody and nothing here exists; ids are made by counting.
import { type Actor, type Role, roleScope } from "#domain/access/roles.ts";
import { instantAt } from "#domain/calendar/local-date.ts";
import type { Entity, Row } from "#domain/kernel/entities.ts";
import { buildLibrary } from "#domain/law/library.ts";
import type { CatalogueItemRow } from "#domain/law/library-rows.ts";

export function id(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
}

export function sha(n: number): string {
  return n.toString(16).padStart(64, "0");
}

export const TENANT = id(1);
export const AGENCY = id(2);
export const ENTERPRISE = id(3);
export const SITE = id(4);
export const COMMUNITY = id(5);
export const SCHEME = id(6);
export const VISIT = id(10);
export const LINK = id(60);
/** Monday, 23 November 2026, ten in the morning. */
export const NOW = instantAt("2026-11-23", "10:00");

const WALL = {
  tenantId: TENANT,
  enterpriseId: ENTERPRISE,
  agencyId: AGENCY,
  madeByAgencyId: AGENCY,
  communityId: COMMUNITY,
} as const;

function scopeOf(role: Role): string | null {
  const scope = roleScope[role];
  if (scope === "agency") return AGENCY;
  if (scope === "community") return COMMUNITY;
  return scope === "enterprise" ? ENTERPRISE : null;
}

/** One person a role; membership ids are 200 and on. */
export function actor(role: Role, membership = 200): Actor {
  const base = { id: id(membership), role, name: `${role}甲`, scopeId: scopeOf(role) };
  if (role === "linkHolder") return { ...base, kind: "link", linkId: LINK };
  return { ...base, kind: role === "system" ? "system" : "member" };
}

export const EXPERT = actor("expert", 201);
export const REVIEWER = actor("agencyReviewer", 202);
export const LEAD = actor("agencyLead", 203);
export const OFFICER = actor("officer", 204);
export const SYSTEM = actor("system", 205);

function item(code: string, level2: string): CatalogueItemRow {
  return {
    code,
    family: "onSite",
    level1: "现场管理",
    level2,
    item: "配电箱前不堆物",
    typicalHazard: "配电箱前堆放纸箱",
    advice: "清走纸箱",
    standard: "箱前留出通道",
    severityDefault: "general",
    version: 1,
  };
}

export const LIBRARY = buildLibrary({
  version: 1,
  instruments: [{ id: "安全生产法", title: "安全生产法", kind: "law", divisionCode: "000000" }],
  versions: [
    {
      instrumentId: "安全生产法",
      version: 1,
      docNumber: "主席令第88号",
      effectiveFrom: "2021-09-01",
      effectiveTo: null,
      replacedBy: null,
      source: "原文",
      certainty: "V",
    },
  ],
  articles: [
    {
      instrumentId: "安全生产法",
      version: 1,
      article: "36",
      nature: "duty",
      topic: "设备",
      keywords: "安全设备",
      summary: "安全设备经常性维护、保养并定期检测。",
      verified: true,
    },
  ],
  items: [item("XC-01-01", "用电安全"), item("XC-01-02", "用电安全"), item("XC-02-01", "消防安全")],
  citations: [{ itemCode: "XC-01-01", position: 1, instrumentId: "安全生产法", article: "36", role: "direct" }],
});

export type Rows = { [E in Entity]?: Row<E>[] };

export function membership(n: number, role: Row<"memberships">["role"], account = n): Row<"memberships"> {
  return {
    tenantId: TENANT,
    id: id(n),
    accountId: id(account + 1000),
    role,
    scopeKind: "agency",
    scopeId: AGENCY,
    displayName: `${role}甲`,
    divisionCode: null,
    title: "注册安全工程师",
    validFrom: "2026-01-01",
    validTo: null,
    createdAt: NOW,
  };
}

export function task(n: number, set: Partial<Row<"tasks">> = {}): Row<"tasks"> {
  return {
    ...WALL,
    id: id(n),
    code: `T${n}`,
    kind: "inspection",
    schemeId: SCHEME,
    periodNo: 3,
    periodEndsOn: "2026-12-31",
    siteId: SITE,
    expertMembershipId: null,
    officerMembershipId: null,
    plannedOn: null,
    firstPlannedOn: null,
    replannedCount: 0,
    replanReason: null,
    windowFrom: null,
    windowTo: null,
    state: "owed",
    fulfilledOn: null,
    fulfilledBy: null,
    fulfilledRef: null,
    cancelledReason: null,
    replacedBy: null,
    createdAt: NOW,
    ...set,
  };
}

export function visit(set: Partial<Row<"visits">> = {}): Row<"visits"> {
  return {
    ...WALL,
    id: VISIT,
    kind: "inspection",
    taskCode: "T31",
    siteId: SITE,
    enterpriseName: "恒达机械",
    agencyId: AGENCY,
    madeByAgencyId: AGENCY,
    expertMembershipId: EXPERT.id,
    expertName: EXPERT.name,
    inspectedOn: "2026-11-23",
    periodNo: 3,
    status: "started",
    arrivedAt: instantAt("2026-11-23", "09:00"),
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
    ...set,
  };
}

export const FINISHED = {
  status: "finished",
  departedAt: NOW,
  accompaniedBy: "officer",
  accompaniedName: "陆科员",
  enterprisePerson: "何先生",
  enterprisePersonRole: "主要负责人",
} as const satisfies Partial<Row<"visits">>;

export function hazard(n: number, set: Partial<Row<"hazards">> = {}): Row<"hazards"> {
  return {
    ...WALL,
    agencyId: AGENCY,
    madeByAgencyId: AGENCY,
    id: id(n),
    number: `T31-${n}`,
    visitId: VISIT,
    siteId: SITE,
    itemCode: "XC-01-01",
    family: "onSite",
    place: "一车间配电箱",
    description: "配电箱前堆放纸箱",
    advice: "清走纸箱",
    standard: "箱前留出通道",
    noPhotoReason: null,
    severity: "general",
    severityCase: null,
    suspectedAt: null,
    importedFrom: null,
    severityDueAt: null,
    stopUseAdvice: null,
    status: "open",
    round: 1,
    failedRounds: 0,
    foundOn: "2026-11-23",
    foundPeriodNo: 3,
    deadlineRule: "scheme",
    deadlineDays: 15,
    deadlineReason: null,
    clockStartedOn: null,
    servedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    rectificationDue: null,
    submittedAt: null,
    reinspectionDue: null,
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
    holder: "enterprise",
    heldSince: NOW,
    ...set,
  };
}

export function citation(hazardN: number, set: Partial<Row<"hazardCitations">> = {}): Row<"hazardCitations"> {
  return {
    ...WALL,
    hazardId: id(hazardN),
    position: 1,
    instrumentId: "安全生产法",
    title: "安全生产法",
    article: "36",
    role: "direct",
    state: "inForce",
    nature: "duty",
    summary: "安全设备经常性维护。",
    verified: true,
    wordsSha256: sha(1),
    version: 1,
    docNumber: "主席令第88号（2021修正）",
    ...set,
  };
}

export function photo(n: number, hazardN: number, set: Partial<Row<"photoSlots">> = {}): Row<"photoSlots"> {
  return {
    ...WALL,
    id: id(n),
    visitId: VISIT,
    hazardId: id(hazardN),
    purpose: "hazard",
    sha256: sha(n),
    originalSha256: null,
    bytes: 1000,
    takenAt: instantAt("2026-11-23", "09:41"),
    lat: null,
    lng: null,
    source: "camera",
    state: "expected",
    originalState: "none",
    storedAt: null,
    lostReason: null,
    lostByName: null,
    lostConfirmedByName: null,
    exif: null,
    ...set,
  };
}

/** The ground every story stands on: tenant, scheme of 2026 with four quarters, one enterprise with one site. */
export function ground(scheme: Partial<Row<"schemes">> = {}): Rows {
  const quarters = [
    ["2026-04-01", "2026-06-30"],
    ["2026-07-01", "2026-09-30"],
    ["2026-10-01", "2026-12-31"],
    ["2027-01-01", "2027-03-31"],
  ] as const;
  return {
    tenants: [{ id: TENANT, kind: "subdistrict", name: "蜀山街道", divisionCode: "330109", createdAt: NOW }],
    schemes: [{ ...SCHEME_ROW, ...scheme }],
    schemePeriods: quarters.map(([startsOn, endsOn], index) => ({
      tenantId: TENANT,
      schemeId: SCHEME,
      no: index + 1,
      startsOn,
      endsOn,
      inspections: 1,
      supervisions: 1,
      reinspections: 1,
    })),
    communities: [{ tenantId: TENANT, id: COMMUNITY, name: "湖头社区", kind: "residentialCommunity" }],
    agencyEngagements: [
      { tenantId: TENANT, agencyId: AGENCY, agencyName: "湘湖安全技术服务", validFrom: "2026-01-01", validTo: null },
    ],
    enterprises: [ENTERPRISE_ROW],
    sites: [
      {
        tenantId: TENANT,
        id: SITE,
        enterpriseId: ENTERPRISE,
        agencyId: AGENCY,
        communityId: COMMUNITY,
        name: "一号厂区",
        address: "创业路88号",
        landlordSiteId: null,
        lat: null,
        lng: null,
        tags: "[]",
      },
    ],
    memberships: [membership(201, "expert"), membership(202, "agencyReviewer"), membership(203, "agencyLead")],
  };
}

const SCHEME_ROW: Row<"schemes"> = {
  tenantId: TENANT,
  id: SCHEME,
  name: "企业安全生产社会化服务",
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
  createdAt: NOW,
};

const ENTERPRISE_ROW: Row<"enterprises"> = {
  tenantId: TENANT,
  id: ENTERPRISE,
  registerNo: 1,
  name: "恒达机械",
  creditCode: null,
  agencyId: AGENCY,
  communityId: COMMUNITY,
  industry: "金属制品业",
  industryKind: "industrial",
  aboveScale: false,
  employees: 40,
  mainRevenueFen: null,
  revenueYear: null,
  principalName: "何先生",
  principalPhone: null,
  riskLevel: null,
  tags: "[]",
  mergedInto: null,
  renamedFrom: null,
  createdAt: NOW,
};
