// R6: each enterprise gets its own report with rectification advice, released by two others; the record of the visit is signed, and its
// digest is what the signatures bind.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import { dayOf, type Row, type Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

type Document = Row<"documents">;
type Visit = Row<"visits">;

const reportSchema = z.object({
  enterprise: z.object({ name: z.string().min(1) }).optional(),
  hazards: z.array(z.object({ advice: z.string().min(1), standard: z.string().min(1) })),
});

interface Facts {
  readonly scheme: Row<"schemes"> | undefined;
  readonly documents: ReadonlyMap<string | null, readonly Document[]>;
  readonly hazards: ReadonlyMap<string, readonly Row<"hazards">[]>;
  readonly signatures: ReadonlyMap<string, readonly Row<"signatures">[]>;
}

export function checkReports(tables: Tables): Verdict {
  const facts: Facts = {
    scheme: tables.schemes[0],
    documents: Map.groupBy(tables.documents, ({ visitId }) => visitId),
    hazards: Map.groupBy(tables.hazards, ({ visitId }) => visitId),
    signatures: Map.groupBy(tables.signatures, ({ documentId }) => documentId),
  };
  const inspections = tables.visits.filter(({ kind, status }) => kind === "inspection" && status === "finished");
  const faults = inspections.flatMap((visit) => [...reportFaults(visit, facts), ...recordFaults(visit, facts)]);
  const issued = tables.documents.filter(({ kind, state }) => kind === "inspectionReport" && state === "issued");
  const doubled = issued.length - new Set(issued.map((one) => one.number)).size;
  if (doubled > 0) faults.push(`${doubled} reports share a number`);
  const late = issued.filter(({ releasedAt, dueOn }) => releasedAt && dueOn && dayOf(releasedAt) > dueOn).length;
  const family = (name: string) =>
    tables.hazards.filter((hazard) => hazard.family === name && hazard.status !== "voided").length;
  const text = `${number(inspections.length)} inspections, ${number(issued.length)} reports released by two (${late} after their day), ${number(tables.signatures.length)} signatures bind their records; hazards: records ${number(family("records"))}, on site ${number(family("onSite"))}`;
  return verdictOf("R6", text, ["visits", "documents", "signatures", "hazards"], faults);
}

function reportFaults(visit: Visit, { scheme, documents, hazards }: Facts): string[] {
  const reports = (documents.get(visit.id) ?? []).filter(
    ({ kind, state }) => kind === "inspectionReport" && state !== "void",
  );
  const [report] = reports;
  if (!report || reports.length > 1) return [`${visit.taskCode} has ${reports.length} reports`];
  if (report.state !== "issued") return [`report ${report.number} is not released`];
  const faults: string[] = [];
  if (report.enterpriseId !== visit.enterpriseId) faults.push(`report ${report.number} is another enterprise's`);
  const hands = new Set([visit.expertMembershipId, report.reviewedByMembershipId, report.releasedByMembershipId]);
  const isAllowed = report.onePersonRelease && scheme?.onePersonRelease;
  if (!isAllowed && (hands.has(null) || hands.size < 3))
    faults.push(`report ${report.number} was not reviewed and released by two others`);
  const data = reportSchema.safeParse(JSON.parse(report.data));
  const found = (hazards.get(visit.id) ?? []).filter(({ status }) => status !== "voided").length;
  if (!data.success) faults.push(`report ${report.number} lacks advice or standard of a hazard`);
  else if (data.data.hazards.length !== found)
    faults.push(`report ${report.number} lists ${data.data.hazards.length} of ${found} hazards`);
  return faults;
}

function recordFaults(visit: Visit, { documents, signatures }: Facts): string[] {
  const record = (documents.get(visit.id) ?? []).find(
    ({ kind, state }) => kind === "onSiteRecord" && state === "issued",
  );
  if (!record) return [`${visit.taskCode} has no signed on-site record`];
  const signed = signatures.get(record.id) ?? [];
  const faults: string[] = [];
  for (const signer of ["expert", "enterprise"])
    if (!signed.some((one) => one.signer === signer && (!one.refused || one.refusalReason)))
      faults.push(`record ${record.number}: the ${signer} neither signed nor refused with a reason`);
  if (digestOf(record.data) !== record.dataDigest)
    faults.push(`record ${record.number}: its data are not what its digest says`);
  if (signed.some(({ digest }) => digest !== record.dataDigest))
    faults.push(`record ${record.number}: a signature binds other data`);
  return faults;
}

/** SHA-256 over the RFC 8785 bytes of the form's data without its number. */
function digestOf(data: string): string {
  const { number: _, ...signed } = z.record(z.string(), z.unknown()).parse(JSON.parse(data));
  return createHash("sha256")
    .update(canonicalize(signed) ?? "")
    .digest("hex");
}
