// All desk acts by command. A test compares them with the domain's list: an act without a form would be a dead button.
import type { HazardPage } from "#api/hazards.ts";
import type { ActForm } from "./act-form.ts";
import { agencyForms, enforcementForms } from "./agency-forms.ts";
import { officeForms, superviseForm } from "./office-forms.ts";
import { routingForms } from "./routing-forms.ts";

export const deskForms: ReadonlyMap<string, ActForm> = new Map(
  [...officeForms, ...agencyForms, ...enforcementForms].map((form) => [form.command, form]),
);

/** The forms this person may fill in for this hazard now, the most pressing first. */
export function formsNow(page: HazardPage): readonly ActForm[] {
  const routing = page.routingActs.flatMap((command) => routingForms.get(command) ?? []);
  const first = routing.filter(({ command }) => URGENT.has(command));
  const desk = page.acts.flatMap((command) => deskForms.get(command) ?? []);
  const acts = [...first, ...desk, ...routing.filter((form) => !first.includes(form))];
  if (!page.maySupervise) return acts;
  const presses = page.hazard.status === "open" && acts.every((form) => !URGENT.has(form.command));
  return presses ? [superviseForm, ...acts] : [...acts, superviseForm];
}

const URGENT: ReadonlySet<string> = new Set([
  "severity.confirm",
  "listing.list",
  "listing.delist",
  "extension.decide",
  "referral.decide",
  "hazard.confirmVoid",
  "contest.settle",
  "referral.receive",
  "enforcement.conclude",
  "routing.take",
]);
