// R3: who is in scope and on which ground, recomputed from figures and dated decisions for given days. Nobody leaves silently.
import { inScopeOn, nameOf } from "../scope-days.ts";
import { addDays, type Row, type Tables } from "../tables.ts";
import { type Verdict, verdictOf } from "../verdict.ts";

type Scheme = Row<"schemes">;
const GROUNDS = ["a", "b", "c", "d"] as const;

export function checkScope(tables: Tables): Verdict {
  const { schemes, scopeDecisions, enterprises } = tables;
  const [scheme] = schemes;
  if (!scheme) return verdictOf("R3", "no scheme", ["schemes"], ["there is no scheme"]);
  const faults = [...figureFaults(tables, scheme), ...evidenceFaults(tables), ...silentFaults(tables)];
  const changed = scopeDecisions.map(({ effectiveFrom }) => effectiveFrom).filter((day) => day > scheme.startsOn);
  const days = [
    scheme.startsOn,
    `${scheme.serviceYear}-05-08`,
    ...changed.flatMap((day) => [addDays(day, -1), day]),
    scheme.targetOn,
  ];
  const known = [...new Set(days)].filter((day) => day <= tables.asOf).toSorted((a, b) => (a < b ? -1 : 1));
  const lines = known.map((day) => countsOn(tables, day));
  const text = `${enterprises.length} enterprises; ${mergeEqual(known, lines).join("; ")}`;
  return verdictOf("R3", text, ["enterprises", "scopeDecisions", "schemes"], faults);
}

function countsOn(tables: Tables, day: string): string {
  const grounds = [...inScopeOn(tables, day).values()].map(({ ground }) => ground);
  const counts = GROUNDS.map((ground) => `${ground} ${grounds.filter((one) => one === ground).length}`);
  return `${grounds.length} in by ${counts.join(" ")}, ${tables.enterprises.length - grounds.length} out`;
}

/** Days with the same counts share one line. */
function mergeEqual(days: readonly string[], lines: readonly string[]): string[] {
  const merged = Map.groupBy(days, (_, index) => lines[index] ?? "");
  return [...merged].map(([line, same]) => `${same.map((day) => day.slice(5)).join(" ")}: ${line}`);
}

/** Ground (a): stated above scale. (b): industrial, below scale, from the line on. */
function groundOf(enterprise: Row<"enterprises">, scheme: Scheme): "a" | "b" | undefined {
  const { aboveScale, industryKind, mainRevenueFen } = enterprise;
  const revenue = mainRevenueFen ?? 0;
  if (aboveScale === true) return "a";
  if (industryKind !== "industrial") return undefined;
  if (aboveScale === null && revenue >= scheme.aboveScaleRevenueFen) return "a";
  return revenue >= scheme.inScopeRevenueFen ? "b" : undefined;
}

function figureFaults(tables: Tables, scheme: Scheme): string[] {
  const inScope = inScopeOn(tables, scheme.endsOn);
  return tables.enterprises.flatMap((enterprise) => {
    const expected = groundOf(enterprise, scheme);
    const decided = inScope.get(enterprise.id)?.ground;
    if (expected && !decided) return [`${nameOf(tables, enterprise.id)} meets (${expected}) and is not in scope`];
    const byFigures = decided === "a" || decided === "b";
    if (byFigures && decided !== expected)
      return [`${nameOf(tables, enterprise.id)} is in by (${decided}) against its figures`];
    return [];
  });
}

/** (c) and (d) and every leaving stand on evidence; (d) on minutes. */
function evidenceFaults(tables: Tables): string[] {
  return tables.scopeDecisions.flatMap((decision) => {
    const { ground, evidence, enterpriseId, effectiveFrom, decidedByName } = decision;
    const who = nameOf(tables, enterpriseId);
    if (evidence.trim() === "") return [`${who}: the decision of ${effectiveFrom} has no evidence`];
    if (ground === "d" && !evidence.includes("纪要")) return [`${who}: in by (d) without minutes`];
    return decidedByName === "" ? [`${who}: nobody decided on ${effectiveFrom}`] : [];
  });
}

/** Whoever is served was in scope on that day; whoever was in stays until a decision says out. */
function silentFaults(tables: Tables): string[] {
  const inOn = new Map<string, ReturnType<typeof inScopeOn>>();
  return tables.visits.flatMap(({ enterpriseId, inspectedOn, kind, taskCode }) => {
    if (kind !== "inspection") return [];
    const scope = inOn.get(inspectedOn) ?? inScopeOn(tables, inspectedOn);
    inOn.set(inspectedOn, scope);
    return scope.has(enterpriseId) ? [] : [`${nameOf(tables, enterpriseId)} is inspected (${taskCode}) out of scope`];
  });
}
