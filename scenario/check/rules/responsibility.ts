// R14: every open hazard is in exactly one hand, recomputed from its flags and since its last change of hands; it is on its own
// enterprise's, community's and agency's list and on no other; and what is due climbs on the days the rules say, night by night.

import { nightsOf, type Told } from "../climbing-nights.ts";
import { inScopeOn } from "../scope-days.ts";
import type { Row, Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

type Hazard = Row<"hazards">;
const OVER: ReadonlySet<string> = new Set(["closed", "voided"]);
const CLIMBS = ["enterprise", "agency", "community", "office", "leadingGroup"] as const;

export function checkResponsibility(tables: Tables): Verdict {
  const histories = Map.groupBy(tables.hazardChanges, ({ hazardId }) => hazardId);
  const faults = tables.hazards.flatMap((hazard) => [
    ...handFaults(hazard, histories.get(hazard.id) ?? []),
    ...listFaults(tables, hazard),
  ]);
  faults.push(...climbingFaults(tables));
  const told = (party: string) => tables.reminders.filter((one) => one.told === party).length;
  for (const party of CLIMBS)
    if (party !== "agency" && told(party) === 0) faults.push(`nothing ever reached the ${party}`);
  const open = tables.hazards.filter(({ status }) => !OVER.has(status)).length;
  const hands = tables.hazardChanges.filter(({ holder }) => holder !== undefined && holder !== "nobody").length;
  const climbed = CLIMBS.map((party) => `${party} ${number(told(party))}`).join(", ");
  const text = `${number(hands)} times a hazard passed into a hand, each into one; ${number(open)} open at the end; told of what is due or overdue: ${climbed}`;
  return verdictOf("R14", text, ["hazards", "hazardChanges", "enterprises", "climbingRules", "reminders"], faults);
}

/** Whose turn it is, first match. */
function holderOf(hazard: Hazard): string {
  const { status, contested, voidProposed, referralProposed, extensionPending, severity } = hazard;
  if (OVER.has(status)) return "nobody";
  if (contested || voidProposed) return "agencyLead";
  if (referralProposed || extensionPending || severity === "suspectedMajor") return "officer";
  if (status === "open") return "enterprise";
  return status === "referred" ? "enforcementOfficer" : "agency";
}

function handFaults(hazard: Hazard, history: readonly Row<"hazardChanges">[]): string[] {
  const { number: no, holder, heldSince } = hazard;
  const expected = holderOf(hazard);
  if (holder !== expected) return [`${no} is with ${holder}; by its state it is ${expected}'s turn`];
  const last = history.findLast((change) => change.holder !== undefined);
  if (last?.holder !== holder) return [`${no} is with ${holder} by no event`];
  return last.heldSince === heldSince ? [] : [`${no}: since ${heldSince}, the journal says ${last.heldSince}`];
}

/** Each side's list is a cut by one of these: the enterprise's community, the agency whose contract holds it. */
function listFaults(tables: Tables, hazard: Hazard): string[] {
  const enterprise = tables.enterprises.find(({ id }) => id === hazard.enterpriseId);
  if (!enterprise) return [`${hazard.number} is of no enterprise`];
  const faults: string[] = [];
  if (hazard.communityId !== enterprise.communityId) faults.push(`${hazard.number} is on another community's list`);
  const agencies = new Set(tables.contracts.map(({ agencyId }) => agencyId));
  const isServed = inScopeOn(tables, hazard.foundOn).has(hazard.enterpriseId);
  if (isServed && !agencies.has(hazard.agencyId ?? ""))
    faults.push(`${hazard.number} is on no contracted agency's list`);
  return faults;
}

const keyOf = ({ hazardId, holder, dueOn, told, afterDays }: Told) =>
  [hazardId, holder, dueOn, told, afterDays].join(" ");

/** What was told against what had to be, both ways and to the day. */
function climbingFaults(tables: Tables): string[] {
  const numbers = new Map(tables.hazards.map(({ id, number: no }) => [id, no]));
  const due = new Map(nightsOf(tables).map((one) => [keyOf(one), one]));
  const told = new Map(tables.reminders.map((one) => [keyOf(one), one]));
  const inWords = ({ hazardId, told: party, afterDays, day }: Told) =>
    `${numbers.get(hazardId)}: ${party} at ${afterDays} days, on ${day}`;
  return [
    ...[...due].flatMap(([key, one]) => (told.get(key)?.day === one.day ? [] : [`never told ${inWords(one)}`])),
    ...[...told].flatMap(([key, one]) => (due.has(key) ? [] : [`told without need ${inWords(one)}`])),
  ];
}
