// The one guard before every decision on a hazard. It reads the table and nothing else: is the hazard there, may this
// role do this in this status, is everything supplied that the row requires, does the agency keep to advising.
import { roleLabels, roleScope } from "../access/roles.ts";
import type { Context } from "../kernel/command.ts";
import type { Label } from "../kernel/label.ts";
import { ok, type Refused, type Result, refuse } from "../kernel/result.ts";
import { forbiddenOrderWords } from "../law/own-words.ts";
import { hazardCommandLabels, statusLabels, statusNextLabels } from "./labels.ts";
import { missingRequirements, requirementProblems, type Supplied } from "./requirements.ts";
import type { Hazard, HazardStatus } from "./statuses.ts";
import { findTransition, type HazardCommand, rolesOf, type Transition, transitionsOf } from "./transitions.ts";

export interface Allowed {
  readonly hazard: Hazard;
  readonly transition: Transition;
}

/** The hazard and its row of the table, or the refusal. `outcome` is the answer given, for commands with several. */
export function guard(
  command: HazardCommand,
  hazard: Hazard | undefined,
  supplied: Supplied,
  context: Context,
  outcome?: string,
): Result<Allowed> {
  if (!hazard) return refuse("hazard.not_found");
  const transition = findTransition(command, hazard.status, outcome);
  if (!transition) return wrongStatus(command, hazard, outcome);
  const refused = refusedBy(transition, supplied, context);
  return refused ?? ok({ hazard, transition });
}

/** Who, what is required and the agency's words: the part of the guard that also holds before there is a hazard. */
export function refusedBy(transition: Transition, supplied: Supplied, context: Context): Refused | undefined {
  if (!transition.by.includes(context.actor.role)) return wrongRole(transition.command);
  const [missing] = missingRequirements(transition.requires, supplied);
  if (missing) return refuse(requirementProblems[missing], wordsOf(transition.command));
  if (roleScope[context.actor.role] === "agency" && saysOrder(supplied)) return refuse("hazard.agency_orders");
  return undefined;
}

function wrongStatus(command: HazardCommand, hazard: Hazard, outcome: string | undefined): Refused {
  const from = transitionsOf(command).flatMap((row) => (row.outcome === outcome ? row.from : []));
  const next = statusNextLabels[hazard.status];
  return refuse("hazard.wrong_status", {
    number: hazard.number,
    status: hazard.status,
    ...wordsOf(command),
    statusZh: statusLabels[hazard.status].zh,
    statusEn: statusLabels[hazard.status].en,
    fromZh: listed(from, "zh"),
    fromEn: listed(from, "en"),
    nextZh: next.zh,
    nextEn: next.en,
  });
}

function wrongRole(command: HazardCommand): Refused {
  const roles = rolesOf(command);
  return refuse("hazard.wrong_role", {
    ...wordsOf(command),
    rolesZh: roles.map((role) => roleLabels[role].zh).join("、"),
    rolesEn: roles.map((role) => roleLabels[role].en).join(", "),
  });
}

function wordsOf(command: HazardCommand): Readonly<Record<"commandZh" | "commandEn", string>> {
  return { commandZh: hazardCommandLabels[command].zh, commandEn: hazardCommandLabels[command].en };
}

function listed(statuses: readonly HazardStatus[], language: keyof Label): string {
  const words = [...new Set(statuses)].map((status) => statusLabels[status][language]);
  return language === "zh" ? words.map((word) => `“${word}”`).join("或") : words.join(" or ");
}

/** An agency advises and never orders: true when any text among the arguments says 责令 in its own words. */
export function saysOrder(value: unknown): boolean {
  if (typeof value === "string") return forbiddenOrderWords(value).length > 0;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(saysOrder);
}
