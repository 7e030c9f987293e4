// A hazard goes to a member unit, by rule or by a person, and the unit takes it or sends it back. The unit looks after it beside
// its holder: nothing here changes who has to act on the hazard, nor any of its dates.
import { z } from "zod";
import { actLine } from "../hazard/act.ts";
import { type Hazard, isOpen } from "../hazard/statuses.ts";
import { type Change, decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, many, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import { routingStateLabels } from "./labels.ts";
import type { HazardRouting } from "./rule.ts";
import { memberUnitCommands } from "./unit-commands.ts";

const routeHazard = defineCommand({
  name: "hazard.route",
  label: { zh: "派给成员单位", en: "Route to a member unit" },
  by: ["officer", "officeLead", "system"],
  args: z.object({
    routingId: z.uuid(),
    hazardId: z.uuid(),
    unitId: z.uuid(),
    /** The rule by which the system routes; a person gives a reason instead. */
    ruleId: z.uuid().nullish(),
    reason: optionalText(500),
  }),
  needs: (args) => ({
    known: one("hazardRoutings", { id: args.routingId }),
    before: many("hazardRoutings", { hazardId: args.hazardId }),
    hazard: one("hazards", { id: args.hazardId }),
    unit: one("memberUnits", { id: args.unitId }),
    rule: one("routingRules", { id: args.ruleId ?? undefined }),
  }),
  decide: ({ known, before, hazard, unit, rule }, args, context) => {
    if (!hazard) return refuse("hazard.not_found");
    if (!unit) return refuse("memberUnit.not_found");
    if (known) return refuse("routing.known");
    if (!isOpen(hazard)) return refuse("routing.hazard_over", { number: hazard.number });
    const standing = before.find(({ state }) => state !== "replaced");
    if (context.actor.role === "system") {
      if (!rule || rule.endedAt || rule.unitId !== unit.id) return refuse("routing.rule_not_found");
      if (standing) return refuse("routing.decided", { number: hazard.number });
    } else if (args.reason === null) return refuse("routing.reason_needed");
    if (standing?.unitId === unit.id && standing.state !== "sentBack")
      return refuse("routing.there_already", { number: hazard.number, unit: unit.name });
    const reason = args.reason ?? rule?.reason ?? "";
    const given = { id: args.routingId, unitId: unit.id, ruleId: rule?.id ?? null, turn: before.length + 1, reason };
    const routing = routingRow(hazard, given, context);
    const replaced = standing ? [update("hazardRoutings", standing, { state: "replaced" as const })] : [];
    const changes = [...replaced, insert("hazardRoutings", routing)];
    return ok(
      decided("hazards", hazard.id, [
        ...changes,
        line(hazard, "hazard.route", `${unit.name}：${routing.reason}`, context),
      ]),
    );
  },
});

function routingRow(
  hazard: Hazard,
  given: Pick<HazardRouting, "id" | "unitId" | "ruleId" | "turn" | "reason">,
  { tenantId, actor, receivedAt }: Context,
): HazardRouting {
  const { id: hazardId, enterpriseId, agencyId, madeByAgencyId, communityId } = hazard;
  return {
    ...given,
    ...{ tenantId, hazardId, enterpriseId, agencyId, madeByAgencyId, communityId },
    ...{ state: "asked", routedByName: actor.name, routedAt: receivedAt },
    ...{ answeredByName: null, answeredAt: null, answerReason: null },
  };
}

function line(hazard: Hazard, command: string, note: string | null, context: Context): Change {
  const rest = { step: null, statusAfter: hazard.status, data: {}, visitId: null, onBehalf: false };
  return actLine(hazard, context, { command, note, ...rest });
}

function answer(name: "routing.take" | "routing.sendBack") {
  const takes = name === "routing.take";
  return defineCommand({
    name,
    label: takes ? { zh: "成员单位接收", en: "Take" } : { zh: "成员单位退回", en: "Send back" },
    by: ["memberUnit"],
    args: z.object({ routingId: z.uuid(), reason: takes ? optionalText(500) : text(500) }),
    needs: (args, { actor }) => ({
      routing: one("hazardRoutings", { id: args.routingId }),
      own: one("memberUnitPeople", { membershipId: actor.kind === "member" ? actor.id : undefined }),
    }),
    needsMore: (_args, { routing }) => ({ hazard: one("hazards", { id: routing?.hazardId }) }),
    decide: ({ routing, own, hazard }, { reason }, context) => {
      if (!routing || !hazard || routing.state === "replaced") return refuse("routing.not_found");
      if (own?.unitId !== routing.unitId) return refuse("routing.not_your_unit");
      const isAnswered = takes ? routing.state !== "asked" : routing.state === "sentBack";
      if (isAnswered) {
        const state = routingStateLabels[routing.state].zh;
        return refuse("routing.answered", { byName: routing.answeredByName ?? "", state });
      }
      const set = {
        state: takes ? ("taken" as const) : ("sentBack" as const),
        ...{ answeredByName: context.actor.name, answeredAt: context.receivedAt, answerReason: reason },
      };
      const changes = [update("hazardRoutings", routing, set), line(hazard, name, reason, context)];
      return ok(decided("hazards", hazard.id, changes));
    },
  });
}

export const routingCommands: readonly AnyCommand[] = [
  ...memberUnitCommands,
  routeHazard,
  answer("routing.take"),
  answer("routing.sendBack"),
];
