// R8: someone of the subdistrict accompanies each inspection and signs its record, or nobody with a reason that is counted.
import type { Row, Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

const COMPANIONS = ["officer", "memberUnit", "communityOfficer"] as const;

export function checkAccompaniment(tables: Tables): Verdict {
  const inspections = tables.visits.filter(({ kind, status }) => kind === "inspection" && status === "finished");
  const records = new Map(
    tables.documents.flatMap(({ kind, visitId, id }) => (kind === "onSiteRecord" ? [[visitId, id]] : [])),
  );
  const signatures = Map.groupBy(tables.signatures, ({ documentId }) => documentId);
  const faults = inspections.flatMap((visit) => {
    const signed = signatures.get(records.get(visit.id) ?? "") ?? [];
    const fault = faultOf(visit, signed);
    return fault ? [`${visit.taskCode} ${fault}`] : [];
  });
  const count = (by: string) => number(inspections.filter(({ accompaniedBy }) => accompaniedBy === by).length);
  const text = `${number(inspections.length)} inspections: ${COMPANIONS.map((by) => `${by} ${count(by)}`).join(", ")}, none with its reason ${count("none")}`;
  return verdictOf("R8", text, ["visits", "documents", "signatures"], faults);
}

function faultOf(visit: Row<"visits">, signatures: readonly Row<"signatures">[]): string | undefined {
  const { accompaniedBy, accompaniedName, accompanimentReason } = visit;
  if (accompaniedBy === "none") return accompanimentReason?.trim() ? undefined : "went alone and gives no reason";
  if (!COMPANIONS.some((by) => by === accompaniedBy)) return "does not say who accompanied";
  if (!accompaniedName?.trim()) return "does not name who accompanied";
  const hasSigned = signatures.some(({ signer, name }) => signer === "accompanying" && name === accompaniedName);
  return hasSigned ? undefined : `is not signed by ${accompaniedName}, who accompanied`;
}
