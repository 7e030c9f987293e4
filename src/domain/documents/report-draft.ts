// report.draft: made automatically after a visit, or by hand; due within the scheme's working days of the visit's end.
import { z } from "zod";
import { dayOf } from "../calendar/local-date.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import { type Decision, decided, insert } from "../kernel/change.ts";
import { type Context, defineCommand, many, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { wallColumnsOf } from "../kernel/wall-columns.ts";
import { canonicalDigest } from "./canonical-digest.ts";
import { reportData } from "./report-data.ts";
import { DOCUMENT_COMMAND_LABELS } from "./report-labels.ts";
import { type LoadedReport, needsOfReport, reportRowsOf } from "./report-rows.ts";
import { documentRow } from "./report-transitions.ts";

const draftReportArgs = z.object({ documentId: z.uuid(), visitId: z.uuid() });
type Args = z.output<typeof draftReportArgs>;

interface State extends LoadedReport {
  readonly visit: Row<"visits"> | undefined;
  readonly document: Row<"documents"> | undefined;
}

export const draftReport = defineCommand({
  name: "report.draft",
  label: DOCUMENT_COMMAND_LABELS["report.draft"],
  by: documentRow("report.draft").by,
  args: draftReportArgs,
  needs: (args, { tenantId }) => ({
    visit: one("visits", { id: args.visitId }),
    document: one("documents", { id: args.documentId }),
    tenant: one("tenants", { id: tenantId }),
    schemes: many("schemes", { tenantId }),
    periods: many("schemePeriods", { tenantId }),
  }),
  needsMore: (args, { visit }) =>
    needsOfReport({
      visitId: args.visitId,
      enterpriseId: visit?.enterpriseId,
      agencyId: visit?.madeByAgencyId,
      communityId: visit?.communityId,
    }),
  decide: (state, args, context) => decideDraft(state, args, context),
});

function decideDraft(state: State, args: Args, context: Context): Result<Decision> {
  const { visit } = state;
  if (!visit) return refuse("not_found");
  if (visit.status !== "finished") return refuse("report.visit_not_finished", { enterprise: visit.enterpriseName });
  if (state.document) return refuse("row.exists");
  const reports = state.documents.filter((row) => row.kind === "inspectionReport");
  const live = reports.find((row) => row.state !== "void");
  if (live) return refuse("report.already_drafted", { number: live.number });
  const rows = reportRowsOf(state, visit);
  if (!rows.scheme) return refuse("report.no_scheme", { day: visit.inspectedOn });
  const draft = {
    number: reportNumber(visit.taskCode, reports.length),
    draftedByName: context.actor.name,
    draftedAt: context.receivedAt,
  };
  const data = reportData(rows, draft, context.library);
  if (!data.ok) return data;
  const finishedOn = dayOf(visit.departedAt ?? visit.arrivedAt);
  const document: Row<"documents"> = {
    ...wallColumnsOf(visit),
    ...draft,
    id: args.documentId,
    kind: "inspectionReport",
    state: "draft",
    visitId: visit.id,
    hazardId: null,
    formVersion: data.value.formVersion,
    data: JSON.stringify(data.value),
    dataDigest: canonicalDigest(data.value),
    pdfSha256: null,
    templateVersion: null,
    dueOn: addWorkingDays(finishedOn, rows.scheme.reportWorkingDays, context.calendar),
    reviewedAt: null,
    reviewedByName: null,
    reviewedByMembershipId: null,
    releasedAt: null,
    releasedByName: null,
    releasedByMembershipId: null,
    onePersonRelease: false,
    voidReason: null,
  };
  return ok(decided("documents", document.id, [insert("documents", document)]));
}

/** 'R' and the task's code; one that was voided keeps its number, so the next counts on. */
function reportNumber(taskCode: string, before: number): string {
  return before === 0 ? `R${taskCode}` : `R${taskCode}-${before + 1}`;
}
