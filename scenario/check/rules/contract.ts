// R1: the subdistrict funds it by contract: parties, period, enterprises served, visits owed, prices, acceptance rules.
import { enteredOn, inScopeOn, nameOf } from "../scope-days.ts";
import type { Row, Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

export function checkContracts(tables: Tables): Verdict {
  const { contracts, contractEnterprises, visits, tasks, schemes } = tables;
  const [scheme] = schemes;
  const faults: string[] = contracts.length === 0 ? ["there is no contract"] : [];
  for (const contract of contracts) faults.push(...missingParts(contract));
  const named = new Map(contractEnterprises.map((row) => [`${row.contractId} ${row.enterpriseId}`, row]));
  const covers = (contract: Row<"contracts">, enterpriseId: string, day: string) => {
    const row = named.get(`${contract.id} ${enterpriseId}`);
    return row !== undefined && contract.startsOn <= day && day <= (row.servedUntil ?? contract.endsOn);
  };
  faults.push(...coveredTwice(tables));
  const inScope = scheme ? [...inScopeOn(tables, scheme.endsOn).keys()] : [];
  for (const id of inScope) {
    const from = enteredOn(tables, id) ?? "";
    const whole = contracts.some((one) => covers(one, id, from) && one.endsOn >= (scheme?.endsOn ?? ""));
    if (!whole) faults.push(`${nameOf(tables, id)} is in scope from ${from} and in no contract`);
  }
  for (const visit of visits) {
    const under = contracts.some(
      (one) => one.agencyId === visit.agencyId && covers(one, visit.enterpriseId, visit.inspectedOn),
    );
    if (!under) faults.push(`visit ${visit.taskCode} of ${visit.inspectedOn} is made under no contract`);
  }
  const owed = tasks.filter((task) => task.kind === "inspection" && task.state !== "cancelled").length;
  const bought = contracts.reduce((sum, { visitsOwed }) => sum + visitsOwed, 0);
  if (bought < owed) faults.push(`${bought} visits are bought, ${owed} inspections are owed`);
  const agencies = new Set(contracts.map(({ agencyId }) => agencyId)).size;
  const text = `${contracts.length} contracts with ${agencies} agency, ${number(named.size)} enterprises named of ${number(inScope.length)} in scope, ${number(bought)} visits bought for ${number(owed)} inspections owed, ${number(visits.length)} visits made under them`;
  return verdictOf("R1", text, ["contracts", "contractEnterprises", "scopeDecisions", "tasks", "visits"], faults);
}

/** An enterprise whose visits two contracts buy for one day is counted and owed twice. */
function coveredTwice(tables: Tables): string[] {
  const owing = new Map(tables.contracts.filter((one) => one.visitsOwed > 0).map((one) => [one.id, one]));
  const byEnterprise = Map.groupBy(tables.contractEnterprises, (row) => row.enterpriseId);
  return [...byEnterprise].flatMap(([id, rows]) => {
    const spans = rows.flatMap((row) => {
      const contract = owing.get(row.contractId);
      return contract ? [{ from: contract.startsOn, to: row.servedUntil ?? contract.endsOn }] : [];
    });
    const ordered = spans.toSorted((a, b) => a.from.localeCompare(b.from));
    const overlaps = ordered.some((span, index) => index > 0 && span.from <= (ordered[index - 1]?.to ?? ""));
    return overlaps ? [`${nameOf(tables, id)} is covered by two contracts at once`] : [];
  });
}

function missingParts(contract: Row<"contracts">): string[] {
  const {
    number: no,
    partyA,
    partyB,
    acceptanceRules,
    startsOn,
    endsOn,
    visitsOwed,
    amountFen,
    visitPriceFen,
  } = contract;
  const parts: readonly (readonly [string, boolean])[] = [
    ["parties", partyA !== "" && partyB !== "" && partyA !== partyB],
    ["period", startsOn < endsOn],
    ["visits owed", visitsOwed > 0],
    ["prices", amountFen > 0 && visitPriceFen > 0],
    ["acceptance rules", acceptanceRules.trim() !== ""],
  ];
  return parts.filter(([, isThere]) => !isThere).map(([part]) => `contract ${no} lacks ${part}`);
}
