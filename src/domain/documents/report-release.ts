// report.review and report.release: two other persons of the agency than the expert. Review never changes a signed
// hazard: it takes the hazard as it stands now, and a correction is a command of its own, served again.
import { z } from "zod";
import { issueProof } from "../access/proof-row.ts";
import { dayOf } from "../calendar/local-date.ts";
import { type Decision, decided, update } from "../kernel/change.ts";
import { type Context, defineCommand, many, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Refused, type Result, refuse } from "../kernel/result.ts";
import { canonicalDigest } from "./canonical-digest.ts";
import { type InspectionReport, inspectionReportSchema } from "./inspection-report.ts";
import { changedHazards, type ReportRows, reportData } from "./report-data.ts";
import { DOCUMENT_COMMAND_LABELS, DOCUMENT_STATE_LABELS } from "./report-labels.ts";
import { missingBeforeRelease } from "./report-missing.ts";
import { isSamePerson, type LoadedReport, needsOfReport, reportRowsOf } from "./report-rows.ts";
import { type DocumentCommand, documentRow, mayOnDocument } from "./report-transitions.ts";

const reportArgs = z.object({ documentId: z.uuid() });

interface State extends LoadedReport {
  readonly document: Row<"documents"> | undefined;
  readonly visits: readonly Row<"visits">[];
}

interface OpenReport {
  readonly report: Row<"documents">;
  readonly rows: ReportRows;
}

export const reviewReport = defineCommand({
  name: "report.review",
  label: DOCUMENT_COMMAND_LABELS["report.review"],
  by: documentRow("report.review").by,
  args: reportArgs,
  needs: (args, { tenantId }) => needsOfDocument(args.documentId, tenantId),
  needsMore: (_args, { document }) => needsBehind(document),
  decide: (state, _args, context) => decideReview(state, context),
});

export const releaseReport = defineCommand({
  name: "report.release",
  label: DOCUMENT_COMMAND_LABELS["report.release"],
  by: documentRow("report.release").by,
  args: reportArgs,
  needs: (args, { tenantId }) => needsOfDocument(args.documentId, tenantId),
  needsMore: (_args, { document }) => needsBehind(document),
  decide: (state, _args, context) => decideRelease(state, context),
});

function needsOfDocument(documentId: string, tenantId: string) {
  return {
    document: one("documents", { id: documentId }),
    tenant: one("tenants", { id: tenantId }),
    schemes: many("schemes", { tenantId }),
    periods: many("schemePeriods", { tenantId }),
  };
}

function needsBehind(document: Row<"documents"> | undefined) {
  const { visitId, enterpriseId, madeByAgencyId, communityId } = document ?? {};
  return {
    visits: many("visits", { id: visitId ?? undefined }),
    ...needsOfReport({ visitId, enterpriseId, agencyId: madeByAgencyId, communityId }),
  };
}

function openReport(command: DocumentCommand, state: State): Result<OpenReport> {
  const { document } = state;
  const [visit] = state.visits;
  if (!document || !visit || document.kind !== "inspectionReport") return refuse("not_found");
  if (!mayOnDocument(command, document.state)) {
    const { zh, en } = DOCUMENT_STATE_LABELS[document.state];
    return refuse("report.wrong_state", { number: document.number, state: zh, stateEn: en });
  }
  return ok({ report: document, rows: reportRowsOf(state, visit) });
}

function decideReview(state: State, context: Context): Result<Decision> {
  const found = openReport("report.review", state);
  if (!found.ok) return found;
  const { report, rows } = found.value;
  if (isSamePerson(state.people, context.actor.id, rows.visit.expertMembershipId)) {
    return refuse("report.reviewer_is_expert", { number: report.number });
  }
  const data = reportData(rows, report, context.library);
  if (!data.ok) return data;
  const set = {
    ...frozen(data.value),
    state: "reviewed" as const,
    reviewedAt: context.receivedAt,
    reviewedByName: context.actor.name,
    reviewedByMembershipId: context.actor.id,
  };
  return ok(decided("documents", report.id, [update("documents", report, set)]));
}

function decideRelease(state: State, context: Context): Result<Decision> {
  const found = openReport("report.release", state);
  if (!found.ok) return found;
  const { report, rows } = found.value;
  const hands = refuseHands(report, rows, state.people, context);
  if (hands) return hands;
  const missing = missingBeforeRelease(rows);
  if (missing.length > 0) {
    return refuse("report.incomplete", {
      number: report.number,
      count: missing.length,
      missing: missing.map(({ label }) => label.zh).join("；"),
      missingEn: missing.map(({ label }) => label.en).join("; "),
    });
  }
  const data = reportData(rows, report, context.library);
  if (!data.ok) return data;
  const changed = report.state === "reviewed" ? changedSince(report, data.value) : [];
  if (changed.length > 0) {
    return refuse("report.changed_since_review", { number: report.number, hazards: changed.join("、") });
  }
  const released: Row<"documents"> = {
    ...report,
    ...(report.state === "draft" ? frozen(data.value) : {}),
    state: "issued",
    releasedAt: context.receivedAt,
    releasedByName: context.actor.name,
    releasedByMembershipId: context.actor.id,
    onePersonRelease: isOneHand(report, rows, state.people, context),
  };
  const { data: text, dataDigest, releasedAt, releasedByName, releasedByMembershipId, onePersonRelease } = released;
  const set = {
    state: "issued" as const,
    data: text,
    dataDigest,
    releasedAt,
    releasedByName,
    releasedByMembershipId,
    onePersonRelease,
  };
  const proof = issueProof(released, dayOf(context.receivedAt), context);
  return ok(decided("documents", report.id, [update("documents", report, set), proof]));
}

/** One person has two of the three parts: found it, reviewed it, releases it; or nobody reviewed. */
function isOneHand(report: Row<"documents">, rows: ReportRows, people: State["people"], { actor }: Context): boolean {
  if (report.state === "draft") return true;
  return [rows.visit.expertMembershipId, report.reviewedByMembershipId].some((id) =>
    isSamePerson(people, actor.id, id),
  );
}

/** Only the scheme may let one person do it; then it is marked on the report. */
function refuseHands(
  report: Row<"documents">,
  rows: ReportRows,
  people: State["people"],
  context: Context,
): Refused | undefined {
  if (rows.scheme?.onePersonRelease) return undefined;
  const { number } = report;
  if (isSamePerson(people, context.actor.id, rows.visit.expertMembershipId)) {
    return refuse("report.reviewer_is_expert", { number });
  }
  if (report.state === "draft") return refuse("report.not_reviewed", { number });
  if (isOneHand(report, rows, people, context)) return refuse("report.one_person", { number });
  return undefined;
}

function frozen(data: InspectionReport): Pick<Row<"documents">, "data" | "dataDigest"> {
  return { data: JSON.stringify(data), dataDigest: canonicalDigest(data) };
}

function changedSince(report: Row<"documents">, now: InspectionReport): readonly string[] {
  return changedHazards(inspectionReportSchema.parse(JSON.parse(report.data)), now);
}
