// A major hazard is a listed case with conditions: the expert suspects, a person of the office ticks every condition
// and confirms. Nothing else ever makes a hazard major (design §2 "What the law adds").
import { dayOf } from "../calendar/local-date.ts";
import { schemeForClock } from "../calendar/rectification-deadline.ts";
import type { Decision } from "../kernel/change.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { actedAt, actOn, type Hanging } from "./act.ts";
import type { ConfirmSeverityArgs, SetBackArgs, SuspectArgs } from "./args.ts";
import { guard } from "./guard.ts";
import { severityLabels } from "./labels.ts";
import { caseWords, findListedCase, unmetConditions } from "./major-cases.ts";
import { severityClock } from "./severity-clock.ts";
import type { Hazard, Severity } from "./statuses.ts";

interface State extends Hanging {
  readonly hazard: Hazard | undefined;
}

interface Suspecting extends State {
  readonly schemes: readonly Row<"schemes">[];
}

export function suspectMajor(state: Suspecting, args: SuspectArgs, context: Context): Result<Decision> {
  const allowed = guard("severity.suspect", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const wrong = refusedUnless(hazard, ["general"]);
  if (wrong) return wrong;
  const at = actedAt(context);
  const set = {
    severity: "suspectedMajor" as const,
    severityCase: args.severityCase,
    stopUseAdvice: args.stopUseAdvice,
    ...severityClock(schemeForClock(state.schemes, dayOf(at)), at),
  };
  const advice = args.stopUseAdvice ? { stopUseAdvice: args.stopUseAdvice } : {};
  const act = { set, note: args.reason, data: { severityCase: args.severityCase, ...advice } };
  return ok(actOn(hazard, transition, act, state, context));
}

export function confirmMajor(state: State, args: ConfirmSeverityArgs, context: Context): Result<Decision> {
  const allowed = guard("severity.confirm", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const wrong = refusedUnless(hazard, ["suspectedMajor"]);
  if (wrong) return wrong;
  const listed = findListedCase(context.library, args.severityCase);
  if (!listed) return refuse("severity.case_not_listed", { number: hazard.number, case: args.severityCase });
  const unmet = unmetConditions(listed, args.conditions);
  if (unmet.length > 0) {
    const params = { case: caseWords(listed), count: unmet.length, conditions: unmet.join("；") };
    return refuse("severity.condition_unmet", params);
  }
  const set = { severity: "major" as const, severityCase: caseWords(listed), severityDueAt: null };
  const act = { set, note: args.reason, data: { caseId: listed.id, conditions: listed.conditions } };
  return ok(actOn(hazard, transition, act, state, context));
}

/** Back to general, with a reason. A listed hazard is delisted on proof first (R18). */
export function setSeverityBack(state: State, args: SetBackArgs, context: Context): Result<Decision> {
  const allowed = guard("severity.setBack", state.hazard, args, context);
  if (!allowed.ok) return allowed;
  const { hazard, transition } = allowed.value;
  const wrong = refusedUnless(hazard, ["suspectedMajor", "major"]);
  if (wrong) return wrong;
  if (hazard.listed) return refuse("severity.listed", { number: hazard.number });
  const set = { severity: "general" as const, severityCase: null, severityDueAt: null };
  const act = { set, note: args.reason, data: { was: hazard.severity, severityCase: hazard.severityCase } };
  return ok(actOn(hazard, transition, act, state, context));
}

function refusedUnless(hazard: Hazard, from: readonly Severity[]) {
  if (from.includes(hazard.severity)) return undefined;
  const now = severityLabels[hazard.severity];
  return refuse("severity.wrong_severity", {
    number: hazard.number,
    severityZh: now.zh,
    severityEn: now.en,
    fromZh: from.map((severity) => `“${severityLabels[severity].zh}”`).join("或"),
    fromEn: from.map((severity) => severityLabels[severity].en).join(" or "),
  });
}
