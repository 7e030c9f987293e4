// hazard.record: a hazard with R7's parts, found on the expert's own visit. The rule and the days are kept;
// the date follows from service or acknowledgement.
import { chooseDeadline, type Deadline, schemeOn } from "../calendar/rectification-deadline.ts";
import { type Decision, decided, insert } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { wallColumnsOf } from "../kernel/wall-columns.ts";
import { satisfiesR7 } from "../law/citations.ts";
import type { CatalogueItem } from "../law/library.ts";
import { expectPhoto } from "../visit/photo-slot.ts";
import { actedAt, actLine } from "./act.ts";
import type { RecordArgs } from "./args.ts";
import { citationRows, citedClauses } from "./cited-clauses.ts";
import { refusedBy } from "./guard.ts";
import { holderOf } from "./holder.ts";
import { isOwnStartedVisit } from "./own-started-visit.ts";
import { severityClock } from "./severity-clock.ts";
import type { Hazard } from "./statuses.ts";
import { transitionsOf } from "./transitions.ts";

interface State {
  readonly hazard: Hazard | undefined;
  /** The one `repeatOf` names. */
  readonly earlier: Hazard | undefined;
  readonly visit: Row<"visits"> | undefined;
  readonly ofVisit: readonly Hazard[];
  readonly schemes: readonly Row<"schemes">[];
  readonly periods: readonly Row<"schemePeriods">[];
}

interface Found {
  readonly visit: Row<"visits">;
  readonly item: CatalogueItem;
  readonly number: string;
  readonly periodNo: number | null;
  readonly deadline: Deadline;
  readonly scheme: Row<"schemes">;
}

export function recordHazard(state: State, args: RecordArgs, context: Context): Result<Decision> {
  const found = whatWasFound(state, args, context);
  if (!found.ok) return found;
  const { visit, item } = found.value;
  const clauses = citedClauses(item.code, args.citations, visit.inspectedOn, context);
  if (!clauses.ok) return clauses;
  const [transition] = transitionsOf("hazard.record");
  if (!transition) return refuse("hazard.not_found");
  const supplied = {
    ...args,
    deadlineDays: found.value.deadline.deadlineDays,
    clauseInForce: satisfiesR7(clauses.value),
    visitStarted: isOwnStartedVisit(visit, visit.siteId, context),
  };
  const refused = refusedBy(transition, supplied, context);
  if (refused) return refused;
  if (args.severity === "suspectedMajor" && !args.severityCase) return refuse("severity.needs_case");
  const hazard = hazardOf(found.value, args, context);
  const photos = args.photos.map((photo) => expectPhoto(photo, "hazard", { ...hazard, hazardId: hazard.id }));
  const line = actLine(hazard, context, {
    command: transition.command,
    step: transition.step,
    statusAfter: hazard.status,
    note: args.description,
    data: {
      number: hazard.number,
      severity: hazard.severity,
      deadlineDays: hazard.deadlineDays,
      ...(state.earlier ? { repeatOf: state.earlier.number } : {}),
    },
    visitId: visit.id,
    onBehalf: false,
  });
  const citations = citationRows(hazard.id, wallColumnsOf(hazard), clauses.value);
  return ok(decided("hazards", hazard.id, [insert("hazards", hazard), ...citations, ...photos, line]));
}

function whatWasFound(state: State, args: RecordArgs, context: Context): Result<Found> {
  const { visit } = state;
  if (!visit) return refuse("hazard.visit_not_found");
  if (state.hazard) return refuse("hazard.already_recorded", { number: state.hazard.number });
  const item = context.library.items.get(args.itemCode);
  if (!item) return refuse("hazard.item_unknown", { item: args.itemCode });
  if (args.repeatOf && !isRepeatable(state.earlier, visit, args)) return refuse("hazard.no_such_earlier");
  const number = freeNumber(visit.taskCode, args.sequence, state.ofVisit);
  if (!number) return refuse("hazard.number_taken", { number: numberOf(visit.taskCode, args.sequence) });
  const scheme = schemeOn(state.schemes, visit.inspectedOn);
  if (!scheme) return refuse("hazard.no_scheme", { day: visit.inspectedOn });
  const deadline = chooseDeadline(scheme.rectificationDays, args.deadlineDays, args.deadlineReason);
  if (!deadline.ok) return deadline;
  const period = state.periods.find(
    (row) => row.schemeId === scheme.id && row.startsOn <= visit.inspectedOn && visit.inspectedOn <= row.endsOn,
  );
  return ok({ visit, item, number, periodNo: visit.periodNo ?? period?.no ?? null, deadline: deadline.value, scheme });
}

/** Found before, of the same item, at the same enterprise, on another visit. */
function isRepeatable(earlier: Hazard | undefined, visit: Row<"visits">, args: RecordArgs): boolean {
  if (!earlier || earlier.status === "voided") return false;
  if (earlier.enterpriseId !== visit.enterpriseId || earlier.itemCode !== args.itemCode) return false;
  return earlier.visitId !== visit.id && earlier.foundOn <= visit.inspectedOn;
}

const LAST_SEQUENCE = 99;

/** The number asked for, or the next one free: two phones in one visit both count from one and know nothing of each other. */
function freeNumber(taskCode: string, asked: number, ofVisit: readonly Hazard[]): string | undefined {
  const taken = new Set(ofVisit.map((other) => other.number));
  for (let sequence = asked; sequence <= LAST_SEQUENCE; sequence += 1) {
    const number = numberOf(taskCode, sequence);
    if (!taken.has(number)) return number;
  }
  return undefined;
}

function numberOf(taskCode: string, sequence: number): string {
  return `${taskCode}-${String(sequence).padStart(2, "0")}`;
}

function hazardOf(found: Found, args: RecordArgs, context: Context): Hazard {
  const { visit, item } = found;
  const recorded = { ...untouchedHazard, ...found.deadline, severity: args.severity };
  return {
    ...recorded,
    tenantId: context.tenantId,
    id: args.hazardId,
    number: found.number,
    visitId: visit.id,
    siteId: visit.siteId,
    enterpriseId: visit.enterpriseId,
    agencyId: visit.agencyId,
    madeByAgencyId: visit.madeByAgencyId,
    communityId: visit.communityId,
    itemCode: item.code,
    family: item.family,
    place: args.place,
    description: args.description,
    advice: args.advice,
    standard: args.standard,
    noPhotoReason: args.photos.length > 0 ? null : (args.noPhotoReason ?? null),
    severityCase: args.severity === "suspectedMajor" ? args.severityCase : null,
    ...suspicionOf(found, args, context),
    importedFrom: null,
    foundOn: visit.inspectedOn,
    foundPeriodNo: found.periodNo,
    repeatOf: args.repeatOf ?? null,
    holder: holderOf(recorded),
    heldSince: actedAt(context),
  };
}

/** A suspicion starts the clock of those who are told (design §2, domain: 2 hours unless the scheme says otherwise). */
function suspicionOf({ scheme }: Found, args: RecordArgs, context: Context) {
  if (args.severity === "general") return { suspectedAt: null, severityDueAt: null, stopUseAdvice: null };
  return { ...severityClock(scheme, actedAt(context)), stopUseAdvice: args.stopUseAdvice };
}

/** A hazard on which nothing has happened yet. */
export const untouchedHazard = {
  status: "open",
  round: 1,
  failedRounds: 0,
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
} as const satisfies Partial<Hazard>;
