// R2: technical, management, publicity and education; for the subdistrict and for enterprises. An inspection is the technical one.
import type { Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

const KINDS = ["technical", "management", "education"] as const;
const AUDIENCES = ["subdistrict", "enterprise"] as const;

export function checkServiceKinds({ serviceRecords, visits, contracts }: Tables): Verdict {
  const contracted = new Set(contracts.map(({ agencyId }) => agencyId));
  const faults = serviceRecords.flatMap(({ title, place, summary, heldOn, attendees, agencyId }) => {
    const isWhole = [title, place, summary, heldOn].every((part) => part.trim() !== "") && attendees > 0;
    const isContracted = agencyId !== null && contracted.has(agencyId);
    return isWhole && isContracted ? [] : [`“${title}” lacks place, people, summary or an agency under contract`];
  });
  const inspections = visits.filter(({ kind, status }) => kind === "inspection" && status === "finished").length;
  const counts = KINDS.flatMap((kind) =>
    AUDIENCES.map((audience) => {
      const talks = serviceRecords.filter((row) => row.kind === kind && row.audience === audience).length;
      const services = talks + (kind === "technical" && audience === "enterprise" ? inspections : 0);
      if (services === 0) faults.push(`no ${kind} service for the ${audience}`);
      return `${kind} ${audience} ${number(services)}`;
    }),
  );
  return verdictOf("R2", counts.join(", "), ["serviceRecords", "visits", "contracts"], faults);
}
