// R5: inspection by a catalogue whose items have their basis, by checklists that follow trade and risk.

import type { Reference } from "../reference-data.ts";
import { nameOf } from "../scope-days.ts";
import type { Row, Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

const FAMILIES = ["JC-", "XC-"] as const;
/** Fewer items than this are no inspection of a whole enterprise. */
const LEAST_ITEMS = 20;
/** What a site's tag brings onto its checklist: one item of these is looked at. */
const ITEMS_OF_TAG: Readonly<Record<string, readonly string[]>> = {
  锅炉: ["XC-01-07", "JC-10-01"],
  危化品: ["XC-11-01", "XC-11-03", "XC-11-04"],
  喷涂: ["XC-11-05", "XC-11-07", "XC-11-14"],
  有限空间: ["XC-08-01", "XC-08-02", "XC-08-03", "XC-08-04"],
  粉尘: ["XC-11-08", "XC-11-09", "XC-07-07"],
};

export function checkChecklists(tables: Tables, reference: Reference): Verdict {
  const findings = Map.groupBy(tables.findings, ({ visitId }) => visitId);
  const inspections = tables.visits.filter(({ kind, status }) => kind === "inspection" && status === "finished");
  const tags = new Map(tables.sites.map(({ id, tags: stored }) => [id, stored]));
  const faults: string[] = [];
  const checklists = new Set<string>();
  const sizes: number[] = [];
  for (const visit of inspections) {
    const own = findings.get(visit.id) ?? [];
    const codes = own.map(({ itemCode }) => itemCode);
    const who = `${visit.taskCode} at ${nameOf(tables, visit.enterpriseId)}`;
    faults.push(...narrowness(codes, tags.get(visit.siteId) ?? "").map((fault) => `${who} ${fault}`));
    faults.push(...baseless(codes, reference).map((code) => `${who}: item ${code} has no basis in the catalogue`));
    faults.push(
      ...unrecorded(tables, visit, own).map((code) => `${who}: ${code} does not conform and no hazard says so`),
    );
    checklists.add(codes.toSorted((a, b) => (a < b ? -1 : 1)).join(" "));
    sizes.push(codes.length);
  }
  if (checklists.size < 2 && inspections.length > 1) faults.push("every site got the same checklist");
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const text = `${number(inspections.length)} inspections looked at ${number(tables.findings.length)} items (${least} to ${most} each) by ${checklists.size} checklists, all of ${reference.items.size} catalogue items with basis`;
  return verdictOf("R5", text, ["findings", "visits", "sites"], faults);
}

function narrowness(codes: readonly string[], tags: string): string[] {
  const faults: string[] = [];
  if (codes.length < LEAST_ITEMS) faults.push(`looked at ${codes.length} items`);
  for (const family of FAMILIES)
    if (!codes.some((code) => code.startsWith(family))) faults.push(`looked at nothing of ${family}`);
  for (const [tag, items] of Object.entries(ITEMS_OF_TAG))
    if (tags.includes(`"${tag}"`) && !items.some((item) => codes.includes(item))) faults.push(`left ${tag} out`);
  return faults;
}

function baseless(codes: readonly string[], { items }: Reference): string[] {
  return codes.filter((code) => !items.get(code)?.hasBasis);
}

const hazardsOf = new WeakMap<Tables, ReadonlyMap<string, readonly Row<"hazards">[]>>();

function unrecorded(tables: Tables, visit: Row<"visits">, findings: readonly Row<"findings">[]): string[] {
  const byEnterprise = hazardsOf.get(tables) ?? Map.groupBy(tables.hazards, ({ enterpriseId }) => enterpriseId);
  hazardsOf.set(tables, byEnterprise);
  const known = new Set(byEnterprise.get(visit.enterpriseId)?.map(({ itemCode }) => itemCode));
  return findings
    .filter(({ result, itemCode }) => result === "nonconform" && !known.has(itemCode))
    .map((row) => row.itemCode);
}
