// The member units themselves, who belongs to each, and the rules; all the office's.
import { z } from "zod";
import { decided, insert, remove, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { fitsEverything, matchSchema } from "./rule.ts";

const office = ["officer", "officeLead"] as const;

const setUnit = defineCommand({
  name: "memberUnit.set",
  label: { zh: "设成员单位", en: "Set member unit" },
  by: [...office],
  args: z.object({ unitId: z.uuid(), name: text(60), duty: text(200) }),
  needs: (args) => ({
    known: one("memberUnits", { id: args.unitId }),
    namesake: one("memberUnits", { name: args.name }),
  }),
  decide: ({ known, namesake }, { unitId: id, name, duty }, { tenantId, actor, receivedAt }) => {
    if (namesake && namesake.id !== id) return refuse("memberUnit.name_taken", { name });
    const set = { name, duty, setByName: actor.name, setAt: receivedAt };
    const change = known ? update("memberUnits", known, set) : insert("memberUnits", { tenantId, id, ...set });
    return ok(decided("memberUnits", id, [change]));
  },
});

/** One person belongs to one unit; null takes them out of theirs. */
const placePerson = defineCommand({
  name: "memberUnit.place",
  label: { zh: "排成员单位的人", en: "Place in a member unit" },
  by: [...office],
  args: z.object({ membershipId: z.uuid(), unitId: z.uuid().nullable() }),
  needs: (args) => ({
    membership: one("memberships", { id: args.membershipId }),
    unit: one("memberUnits", { id: args.unitId ?? undefined }),
    placed: one("memberUnitPeople", { membershipId: args.membershipId }),
  }),
  decide: ({ membership, unit, placed }, { membershipId, unitId }, { tenantId, actor, receivedAt }) => {
    if (membership?.role !== "memberUnit")
      return refuse("memberUnit.not_its_role", { name: membership?.displayName ?? "" });
    if (unitId === null)
      return ok(decided("memberUnitPeople", membershipId, placed ? [remove("memberUnitPeople", placed)] : []));
    if (!unit) return refuse("memberUnit.not_found");
    const set = { unitId, placedByName: actor.name, placedAt: receivedAt };
    const change = placed
      ? update("memberUnitPeople", placed, set)
      : insert("memberUnitPeople", { tenantId, membershipId, ...set });
    return ok(decided("memberUnitPeople", membershipId, [change]));
  },
});

/** With `replaces`, the changed form of a rule: the earlier one ends in the same decision. */
const setRule = defineCommand({
  name: "routingRule.set",
  label: { zh: "设派单规则", en: "Set routing rule" },
  by: [...office],
  args: matchSchema.extend({
    ruleId: z.uuid(),
    replacesRuleId: z.uuid().nullish(),
    unitId: z.uuid(),
    position: z.int().min(1).max(999),
    reason: text(500),
  }),
  needs: (args) => ({
    known: one("routingRules", { id: args.ruleId }),
    before: one("routingRules", { id: args.replacesRuleId ?? undefined }),
    unit: one("memberUnits", { id: args.unitId }),
  }),
  decide: ({ known, before, unit }, args, { tenantId, actor, receivedAt }) => {
    if (!unit) return refuse("memberUnit.not_found");
    if (known) return refuse("routing.rule_known");
    if (args.replacesRuleId && !before) return refuse("routing.rule_not_found");
    if (before?.endedAt) return refuse("routing.rule_ended", { byName: before.endedByName ?? "" });
    if (fitsEverything(args)) return refuse("routing.fits_everything");
    const { ruleId: id, unitId, position, family, level2, itemCodes, tags, reason } = args;
    const row = {
      ...{ tenantId, id, unitId, position, family, level2, reason },
      ...{ itemCodes: JSON.stringify([...new Set(itemCodes)]), tags: JSON.stringify([...new Set(tags)]) },
      ...{ setByName: actor.name, setAt: receivedAt, endedAt: null, endedByName: null, endedReason: null },
    };
    const end = { endedAt: receivedAt, endedByName: actor.name, endedReason: reason };
    const ended = before ? [update("routingRules", before, end)] : [];
    return ok(decided("routingRules", id, [...ended, insert("routingRules", row)]));
  },
});

const endRule = defineCommand({
  name: "routingRule.end",
  label: { zh: "停用派单规则", en: "End routing rule" },
  by: [...office],
  args: z.object({ ruleId: z.uuid(), reason: text(500) }),
  needs: (args) => ({ rule: one("routingRules", { id: args.ruleId }) }),
  decide: ({ rule }, { reason }, { actor, receivedAt }) => {
    if (!rule) return refuse("routing.rule_not_found");
    if (rule.endedAt) return refuse("routing.rule_ended", { byName: rule.endedByName ?? "" });
    const set = { endedAt: receivedAt, endedByName: actor.name, endedReason: reason };
    return ok(decided("routingRules", rule.id, [update("routingRules", rule, set)]));
  },
});

export const memberUnitCommands: readonly AnyCommand[] = [setUnit, placePerson, setRule, endRule];
