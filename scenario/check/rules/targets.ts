// R4: service coverage of those in scope and standardization of industrial enterprises from the line, on 8 May and on the target's day.
import { inScopeOn, nameOf } from "../scope-days.ts";
import type { Row, Tables } from "../tables.ts";
import { laterVerdict, rate, type Verdict, verdictOf } from "../verdict.ts";

interface Rate {
  readonly done: readonly string[];
  readonly missing: readonly string[];
}

export function checkTargets(tables: Tables): Verdict {
  const [scheme] = tables.schemes;
  if (!scheme) return verdictOf("R4", "no scheme", ["schemes"], ["there is no scheme"]);
  if (tables.asOf < scheme.targetOn) return laterVerdict("R4", `${scheme.targetOn}; the export ends on ${tables.asOf}`);
  const days = [`${scheme.serviceYear}-05-08`, scheme.targetOn];
  const parts = days.map((day) => {
    const [coverage, standardization] = [coverageOn(tables, day), standardizationOn(tables, scheme, day)];
    const inWords = (name: string, { done, missing }: Rate) =>
      `${name} ${rate(done.length, done.length + missing.length)}`;
    return `${day.slice(5)}: ${inWords("coverage", coverage)}, ${inWords("standardization", standardization)}`;
  });
  const [coverage, standardization] = [
    coverageOn(tables, scheme.targetOn),
    standardizationOn(tables, scheme, scheme.targetOn),
  ];
  const faults = [
    ...coverage.missing.map((id) => `${nameOf(tables, id)} was not inspected by ${scheme.targetOn}`),
    ...standardization.missing.map((id) => `${nameOf(tables, id)} is not graded on ${scheme.targetOn}`),
  ];
  return verdictOf("R4", parts.join("; "), ["scopeDecisions", "visits", "standardizations", "enterprises"], faults);
}

function coverageOn(tables: Tables, day: string): Rate {
  const inspected = new Set(
    tables.visits
      .filter((visit) => visit.kind === "inspection" && visit.status === "finished" && visit.inspectedOn <= day)
      .map(({ enterpriseId }) => enterpriseId),
  );
  return split([...inScopeOn(tables, day).keys()], (id) => inspected.has(id));
}

function standardizationOn(tables: Tables, scheme: Row<"schemes">, day: string): Rate {
  const owing = tables.enterprises.filter(
    (one) => one.industryKind === "industrial" && (one.mainRevenueFen ?? 0) >= scheme.standardizationRevenueFen,
  );
  return split(
    owing.map(({ id }) => id),
    (id) => isGradedOn(tables, id, day),
  );
}

/** The newest row effective by the day says graded, and its certificate runs. */
function isGradedOn({ standardizations }: Tables, enterpriseId: string, day: string): boolean {
  const rows = standardizations.filter((row) => row.enterpriseId === enterpriseId && row.effectiveFrom <= day);
  const order = (row: Row<"standardizations">) => `${row.effectiveFrom} ${row.recordedAt}`;
  const last = rows.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).at(-1);
  return last?.state === "graded" && (last.validTo === null || last.validTo >= day);
}

function split(ids: readonly string[], isDone: (id: string) => boolean): Rate {
  return { done: ids.filter(isDone), missing: ids.filter((id) => !isDone(id)) };
}
