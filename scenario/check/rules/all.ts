// Every rule in order: those that are recomputed, and those that wait for what is not built yet.
import type { Reference } from "../reference-data.ts";
import type { Tables } from "../tables.ts";
import { laterVerdict, type Verdict } from "../verdict.ts";
import { checkAccompaniment } from "./accompaniment.ts";
import { checkChecklists } from "./checklists.ts";
import { checkContracts } from "./contract.ts";
import { checkDeadlines } from "./deadlines.ts";
import { checkFiveFixes } from "./five-fixes.ts";
import { checkFiveSteps } from "./five-steps.ts";
import { checkHazardParts } from "./hazard-parts.ts";
import { checkKeyHazards } from "./key-hazards.ts";
import { checkReports } from "./reports.ts";
import { checkResponsibility } from "./responsibility.ts";
import { checkScope } from "./scope.ts";
import { checkServiceKinds } from "./service-kinds.ts";
import { checkTargets } from "./targets.ts";
import { checkYearOfVisits } from "./year-of-visits.ts";

const later = (rule: string, waitsFor: string) => () => laterVerdict(rule, waitsFor);

const RULES: readonly ((tables: Tables, reference: Reference) => Verdict)[] = [
  checkContracts,
  checkServiceKinds,
  checkScope,
  checkTargets,
  checkChecklists,
  checkReports,
  checkHazardParts,
  checkAccompaniment,
  checkFiveSteps,
  checkYearOfVisits,
  later("R11", "the bulletin of a phase"),
  checkDeadlines,
  checkFiveFixes,
  checkResponsibility,
  later("R15", "Safety Month and its activities"),
  later("R16", "the public page"),
  later("R17", "registers of training, certificates, special equipment and occupational health"),
  checkKeyHazards,
];

export function checkAll(tables: Tables, reference: Reference): readonly Verdict[] {
  return RULES.map((rule) => rule(tables, reference));
}
