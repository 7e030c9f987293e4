// A tiny export made by hand in which every rule holds: three enterprises in scope, one out, two periods, four hazards. Tests break it.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { type Reference, readReferenceData } from "./reference-data.ts";
import { addDays, type Row, type TableName } from "./tables.ts";

export type Sample = { [T in TableName]: { -readonly [C in keyof Row<T>]: Row<T>[C] }[] };
export const reference: Reference = readReferenceData();

const AGENCY = "agency";
const COMMUNITY = "community";
const IN_SCOPE = ["E1", "E2", "E3"] as const;
const PERIODS = [
  { no: 1, startsOn: "2026-04-01", endsOn: "2026-06-30", day: "2026-04-10" },
  { no: 2, startsOn: "2026-07-01", endsOn: "2026-09-30", day: "2026-07-10" },
] as const;

/** A fresh copy each time; the journal's last day is 2026-10-20. */
export function sampleExport(): Sample {
  return {
    ...office(),
    ...services(),
    ...visitsMade(),
    ...hazardsFound(),
    ...papers(),
    ...watchKept(),
    tasks: IN_SCOPE.flatMap((id) => PERIODS.flatMap((period) => tasksOf(id, period))),
  };
}

export const AS_OF = "2026-10-20";

type Office = "schemes" | "schemePeriods" | "enterprises" | "sites" | "scopeDecisions" | "standardizations";

function office(): Pick<Sample, Office> {
  const enterprise = (
    id: string,
    registerNo: number,
    aboveScale: boolean,
    industryKind: string,
    mainRevenueFen: number,
  ) => ({
    ...{ id, registerNo, name: `${id}（演示）`, aboveScale, industryKind, mainRevenueFen, communityId: COMMUNITY },
  });
  const decision = (enterpriseId: string, ground: string, evidence: string) => ({
    ...{ id: `decision ${enterpriseId}`, enterpriseId, decision: "in", ground, effectiveFrom: "2026-04-01" },
    ...{ evidence, decidedAt: "2026-03-23T01:00:00.000Z", decidedByName: "officer" },
  });
  const graded = (enterpriseId: string) => ({
    ...{ enterpriseId, state: "graded", effectiveFrom: "2026-05-01", validTo: null },
    recordedAt: "2026-05-01T01:00:00.000Z",
  });
  return {
    schemes: [
      {
        ...{ id: "scheme", serviceYear: 2026, startsOn: "2026-04-01", endsOn: "2026-09-30", targetOn: "2026-09-30" },
        ...{ rectificationDays: 15, onePersonRelease: false, inScopeRevenueFen: 100_000_000 },
        ...{ aboveScaleRevenueFen: 2_000_000_000, standardizationRevenueFen: 1_000_000_000 },
      },
    ],
    schemePeriods: PERIODS.map(({ no, startsOn, endsOn }) => ({
      ...{ schemeId: "scheme", no, startsOn, endsOn, inspections: 1, supervisions: 1, reinspections: 1 },
    })),
    enterprises: [
      enterprise("E1", 1, true, "industrial", 3_000_000_000),
      enterprise("E2", 2, false, "industrial", 1_000_000_000),
      enterprise("E3", 3, false, "retail", 60_000_000_000),
      enterprise("E4", 4, false, "industrial", 99_999_999),
    ],
    sites: IN_SCOPE.map((id) => ({ id: `site ${id}`, enterpriseId: id, tags: "[]" })),
    scopeDecisions: [
      decision("E1", "a", "按名册"),
      decision("E2", "b", "按名册"),
      decision("E3", "d", "第2次会议纪要"),
    ],
    standardizations: [graded("E1"), graded("E2")],
  };
}

function services(): Pick<Sample, "contracts" | "contractEnterprises" | "serviceRecords" | "batches"> {
  const talk = (kind: string, audience: string) => ({
    ...{ kind, audience, title: `${kind} ${audience}`, heldOn: "2026-05-10", place: "hall", attendees: 20 },
    ...{ summary: "said", agencyId: AGENCY },
  });
  const batch = (enterpriseId: string, decidedKind: string) => ({
    ...{ enterpriseId, state: "decided", decidedKind, decidedByName: "lead", advisedByName: "agency" },
  });
  return {
    contracts: [
      {
        ...{ id: "contract", agencyId: AGENCY, number: "1", partyA: "A", partyB: "B", startsOn: "2026-04-01" },
        ...{ endsOn: "2026-09-30", visitsOwed: 6, amountFen: 600, visitPriceFen: 100, acceptanceRules: "each" },
      },
    ],
    contractEnterprises: IN_SCOPE.map((enterpriseId) => ({ contractId: "contract", enterpriseId })),
    serviceRecords: ["technical", "management", "education"].flatMap((kind) => [
      talk(kind, "subdistrict"),
      talk(kind, "enterprise"),
    ]),
    batches: [batch("E1", "upgrade"), batch("E2", "suspend"), batch("E3", "eliminate")],
  };
}

const inspectionId = (enterpriseId: string, period: number) => `inspection ${enterpriseId} ${period}`;

function visitsMade(): Pick<Sample, "visits" | "visitTasks" | "findings" | "supervisions"> {
  const inspections = IN_SCOPE.flatMap((id) =>
    PERIODS.map(({ no, day }) => visitOf(id, inspectionId(id, no), "inspection", day)),
  );
  const looks = [
    ["E1", "2026-04-28"],
    ["E1", "2026-06-20"],
    ["E1", "2026-07-05"],
    ["E2", "2026-04-28"],
    ["E3", "2026-04-28"],
  ] as const;
  const reinspections = looks.map(([id, day]) => visitOf(id, `look ${id} ${day}`, "reinspection", day));
  const codes = [...reference.items.keys()];
  const asked = [
    ...codes.filter((code) => code.startsWith("JC-04")),
    ...codes.filter((code) => code.startsWith("XC-05")),
  ];
  return {
    visits: [...inspections, ...reinspections],
    visitTasks: [],
    findings: inspections.flatMap(({ id, enterpriseId }) =>
      [...asked, ...(enterpriseId === "E1" ? ["XC-02-01", "JC-06-01"] : ["JC-06-01"])].map((itemCode) => ({
        ...{ visitId: id, itemCode, result: "conform" },
      })),
    ),
    supervisions: IN_SCOPE.map((enterpriseId) => ({
      ...{ id: `supervision ${enterpriseId}`, enterpriseId, taskId: `supervision ${enterpriseId} 1`, hazardIds: "[]" },
      occurredAt: "2026-04-17T01:00:00.000Z",
    })),
  };
}

function visitOf(enterpriseId: string, id: string, kind: string, inspectedOn: string): Sample["visits"][number] {
  return {
    ...{ id, kind, status: "finished", enterpriseId, agencyId: AGENCY, siteId: `site ${enterpriseId}`, taskCode: id },
    ...{ inspectedOn, expertMembershipId: "expert", accompaniedBy: "officer", accompaniedName: "officer" },
    accompanimentReason: null,
  };
}

/** Period 1 by supervision and re-inspection, period 2 with nothing open. */
function tasksOf(enterpriseId: string, { no, endsOn, day }: (typeof PERIODS)[number]): Sample["tasks"] {
  const task = (kind: string, by: string, ref: string, on: string) => ({
    ...{ id: `${kind} ${enterpriseId} ${no}`, code: `2026-${no}-${enterpriseId}-${kind}`, kind, periodNo: no },
    ...{ periodEndsOn: endsOn, enterpriseId, state: "fulfilled", plannedOn: kind === "inspection" ? day : null },
    ...{ firstPlannedOn: kind === "inspection" ? day : null, replannedCount: 0, replanReason: null, windowTo: null },
    ...{ fulfilledOn: on, fulfilledBy: by, fulfilledRef: ref },
  });
  const inspection = task("inspection", "visit", inspectionId(enterpriseId, no), day);
  if (no === 2)
    return [
      inspection,
      task("supervision", "nothingOpen", inspectionId(enterpriseId, no), day),
      task("reinspection", "nothingOpen", inspectionId(enterpriseId, no), day),
    ];
  return [
    inspection,
    task("supervision", "supervision", `supervision ${enterpriseId}`, "2026-04-17"),
    task("reinspection", "visit", `look ${enterpriseId} 2026-04-28`, "2026-04-28"),
  ];
}

type Closing = readonly [enterpriseId: string, rule: string, days: number, due: string, closedOn: string, how: string];

/** By scheme and carried over, by expert, extended, and through enforcement. */
const HAZARDS: readonly Closing[] = [
  ["E1", "scheme", 15, "2026-04-25", "2026-07-05", "reinspected"],
  ["E2", "expert", 3, "2026-04-13", "2026-04-28", "reinspected"],
  ["E3", "extension", 25, "2026-05-05", "2026-04-28", "reinspected"],
  ["E1", "scheme", 15, "2026-04-25", "2026-06-20", "finalReinspection"],
];

type OfFollowing = "hazards" | "hazardActs" | "hazardChanges" | "reminders";
type OfHazards = OfFollowing | "hazardCitations" | "photoSlots" | "extensions" | "referrals";

function hazardsFound(): Pick<Sample, OfHazards> {
  const made = HAZARDS.map(hazardOf);
  const extension = { stepsTaken: "ordered", daysNeeded: 20, reason: "made to measure", interimProtection: "locked" };
  const answered = { decidedByName: "lead", decisionReason: "because" };
  return {
    hazards: made.map(({ hazard }) => hazard),
    hazardActs: made.flatMap(({ acts }) => acts),
    hazardChanges: made.flatMap(({ changes }) => changes),
    reminders: made.flatMap(({ hazard }) => remindersOf(hazard)),
    hazardCitations: made.map(({ hazard }) => ({
      ...{
        hazardId: hazard.id,
        instrumentId: "安全生产法",
        article: "20",
        role: "direct",
        state: "inForce",
        nature: "duty",
      },
    })),
    photoSlots: made.flatMap(({ photos }) => photos),
    extensions: [
      { hazardId: "H3", state: "granted", grantedUntil: "2026-05-05", ...extension, ...answered },
      { hazardId: "H1", state: "declined", grantedUntil: null, ...extension, ...answered },
    ],
    referrals: [
      { hazardId: "H4", state: "concluded", ground: "overdue", resultKind: "orderIssued", resultDocumentNumber: "1" },
    ],
  };
}

function hazardOf(
  [enterpriseId, deadlineRule, deadlineDays, rectificationDue, closedOn, closedHow]: Closing,
  index: number,
) {
  const id = `H${index + 1}`;
  const visitId = inspectionId(enterpriseId, 1);
  const lookId = `look ${enterpriseId} ${closedOn}`;
  const hazard: Sample["hazards"][number] = {
    ...{ id, number: id, visitId, enterpriseId, itemCode: "XC-05-05", family: "onSite", place: "hall" },
    ...{ description: "exit blocked", advice: "clear it", standard: "exits are clear", noPhotoReason: null },
    ...{ status: "closed", round: 1, foundOn: "2026-04-10", deadlineRule, deadlineDays, deadlineReason: "why" },
    ...{ clockStartedOn: "2026-04-10", servedAt: "2026-04-10T03:00:00.000Z", acknowledgedAt: null },
    ...{ rectificationDue, closedOn, closedHow, severity: id === MAJOR ? "major" : "general", listed: false },
    ...{ holder: "nobody", heldSince: at(closedOn), contested: false, voidProposed: false, referralProposed: false },
    ...{ extensionPending: false, communityId: COMMUNITY, agencyId: AGENCY },
  };
  const act = (command: string, step: number | null, day: string, statusAfter: string, of: string | null) => ({
    ...{ hazardId: id, command, step, statusAfter, visitId: of, occurredAt: at(day), receivedAt: at(day) },
  });
  const acts = [
    act("hazard.record", 1, "2026-04-10", "open", visitId),
    act("onSiteRecord.serve", 2, "2026-04-10", "open", visitId),
    act("supervision.record", 3, "2026-04-17", "open", null),
    ...(closedHow === "finalReinspection"
      ? [act("enforcement.conclude", 5, addDays(closedOn, -5), "awaitingFinalReinspection", null)]
      : []),
    act("reinspection.pass", 4, closedOn, "closed", lookId),
    ...(id === MAJOR
      ? [
          act("severity.confirm", null, "2026-04-11", "open", null),
          act("listing.list", null, "2026-04-13", "open", null),
          act("listing.delist", null, addDays(closedOn, 1), "closed", null),
        ]
      : []),
  ];
  const changes = [
    ...[{ hazardId: id, receivedAt: at("2026-04-10"), status: "open", holder: "enterprise", rectificationDue }],
    { hazardId: id, receivedAt: at(closedOn), status: "closed", holder: "nobody", heldSince: at(closedOn) },
  ];
  const photo = (purpose: string, of: string) => ({
    ...{ id: `${id} ${purpose}`, hazardId: id, visitId: of, purpose, state: "stored", lostConfirmedByName: null },
  });
  return { hazard, acts, changes, photos: [photo("hazard", visitId), photo("reinspection", lookId)] };
}

const at = (day: string) => `${day}T10:30:00.000Z`;

/** The one that is confirmed as major. */
const MAJOR = "H3";
/** Days after the due date; the enterprise's are each missed from the next one on. */
const STEPS = [
  ["enterprise", -3, 0],
  ["enterprise", 0, 1],
  ["enterprise", 1, undefined],
  ["community", 3, undefined],
  ["office", 7, undefined],
  ["leadingGroup", 10, undefined],
] as const;

/** Found on 10 April, told from the morning after on and up to the morning of the day it is closed. */
function remindersOf({ id, rectificationDue, closedOn }: Sample["hazards"][number]): Sample["reminders"] {
  const dueOn = rectificationDue ?? "";
  return STEPS.flatMap(([told, afterDays, untilDays]) => {
    const reached = addDays(dueOn, afterDays);
    const day = reached > "2026-04-11" ? reached : "2026-04-11";
    const isMissed = untilDays !== undefined && day >= addDays(dueOn, untilDays);
    return isMissed || day > (closedOn ?? "")
      ? []
      : [{ hazardId: id, holder: "enterprise", dueOn, told, afterDays, day }];
  });
}

type Watch = "treatmentPlans" | "registerEntries" | "keyEnterprises" | "enforcementChecks" | "climbingRules";

function watchKept(): Pick<Sample, Watch> {
  const plan = { responsible: "owner", measures: "vent it", fundsFen: 100, contingencyPlan: "cut the power" };
  const entry = (enterpriseId: string, kind: string, dueOn: string, dueTerm: string | null) => ({
    ...{ enterpriseId, kind, subject: kind, state: "standing", headcount: 9, happenedOn: "2026-05-31", dueOn, dueTerm },
  });
  const watched = {
    extraVisits: 0,
    enteredOn: "2026-04-14",
    leftOn: "2026-06-01",
    leftReason: "done",
    leftByName: "lead",
  };
  const ladder = { before: 3, again: 1, community: 3, office: 7, leadingGroup: 10 };
  const officers = [{ certificateNo: "1" }, { certificateNo: "2" }];
  return {
    treatmentPlans: [{ hazardId: MAJOR, ...plan, finishOn: "2026-04-20", enteredAt: at("2026-04-12") }],
    registerEntries: IN_SCOPE.flatMap((id) => [
      entry(id, "emergencyPlan", "2029-05-31", null),
      entry(id, "drill", "2026-11-30", "drill"),
    ]),
    keyEnterprises: [{ id: "watch", enterpriseId: "E3", grounds: ["majorHazard"], reason: "major", ...watched }],
    enforcementChecks: [{ keyEnterpriseId: "watch", checkedOn: "2026-05-06", outcome: "in order", officers }],
    climbingRules: [
      {
        ...{ validFrom: "2026-04-01", changedAt: at("2026-03-23") },
        ladders: { enterprise: ladder, agency: { ...ladder, community: null, leadingGroup: null } },
      },
    ],
  };
}

function papers(): Pick<Sample, "documents" | "signatures"> {
  const visits = IN_SCOPE.flatMap((id) => PERIODS.map(({ no }) => ({ id, visitId: inspectionId(id, no), no })));
  const documents = visits.flatMap(({ id, visitId, no }) => {
    const found = no === 1 ? HAZARDS.filter(([enterpriseId]) => enterpriseId === id) : [];
    const data = { form: "x", number: visitId, hazards: found.map(() => ({ advice: "clear it", standard: "clear" })) };
    return ["onSiteRecord", "inspectionReport"].map((kind) => documentOf(kind, id, visitId, data));
  });
  const records = documents.filter(({ kind }) => kind === "onSiteRecord");
  const signatures = records.flatMap(({ id, dataDigest }) =>
    ["expert", "accompanying", "enterprise"].map((signer) => ({
      ...{ documentId: id, signer, name: signer === "accompanying" ? "officer" : signer, refused: false },
      ...{ refusalReason: null, digest: dataDigest },
    })),
  );
  return { documents, signatures };
}

function documentOf(kind: string, enterpriseId: string, visitId: string, data: object): Sample["documents"][number] {
  const { number: _, ...signed } = { number: "", ...data };
  const dataDigest = createHash("sha256")
    .update(canonicalize(signed) ?? "")
    .digest("hex");
  return {
    ...{ id: `${kind} ${visitId}`, kind, number: `${kind} ${visitId}`, state: "issued", visitId, enterpriseId },
    ...{ data: JSON.stringify(data), dataDigest, dueOn: "2026-12-31", reviewedByMembershipId: "reviewer" },
    ...{ releasedByMembershipId: "lead", releasedAt: "2026-07-13T10:00:00.000Z", onePersonRelease: false },
  };
}
