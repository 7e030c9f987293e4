// Entering and leaving the scheme's scope by dated decision (R3): by a person, or computed from the register in bulk.
import { z } from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import { type DecidedEvent, decided } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, type Many, many, type One, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { optionalText } from "../kernel/text.ts";
import { faultOfRecomputed, faultOfVerdict, figuresOf, insertVerdict } from "./decide.ts";
import { decisionGroundSchema, scopeDecisionKindSchema } from "./grounds.ts";

const verdictSchema = z.object({
  decisionId: z.uuid(),
  enterpriseId: z.uuid(),
  decision: scopeDecisionKindSchema,
  ground: decisionGroundSchema,
  effectiveFrom: localDateSchema,
  evidence: optionalText(2000),
});

const decideScope = defineCommand({
  name: "scope.decide",
  label: { zh: "认定纳入", en: "Decide scope" },
  by: ["officer", "officeLead", "system"],
  args: verdictSchema,
  needs: (args) => ({
    enterprise: one("enterprises", { id: args.enterpriseId }),
    decisions: many("scopeDecisions", { enterpriseId: args.enterpriseId }),
  }),
  decide: ({ enterprise, decisions }, args, { tenantId, actor, receivedAt }) => {
    if (!enterprise) return refuse("enterprise.not_found");
    if (enterprise.mergedInto) return refuse("enterprise.merged", { name: enterprise.name });
    const fault = faultOfVerdict(args, decisions);
    if (fault) return fault;
    return ok(decided("scopeDecisions", args.decisionId, [insertVerdict(args, tenantId, actor.name, receivedAt)]));
  },
});

const enterpriseKey = (id: string): `enterprise ${string}` => `enterprise ${id}`;
const decisionsKey = (id: string): `decisions ${string}` => `decisions ${id}`;

type RecomputeNeeds = {
  scheme: One<"schemes">;
  [enterprise: `enterprise ${string}`]: One<"enterprises">;
  [decisions: `decisions ${string}`]: Many<"scopeDecisions">;
};

/** Grounds (a) and (b), and leaving for want of both, from the register's figures and the scheme's thresholds. One event a decision. */
const recomputeScope = defineCommand({
  name: "scope.recompute",
  label: { zh: "按名册重算纳入", en: "Recompute scope" },
  by: ["officer", "officeLead", "system"],
  args: z.object({
    schemeId: z.uuid(),
    operationId: z.uuid().nullish(),
    decisions: z
      .array(verdictSchema.extend({ ground: z.enum(["a", "b", "none"]) }))
      .min(1)
      .max(200),
  }),
  needs: (args) => {
    const needs: RecomputeNeeds = { scheme: one("schemes", { id: args.schemeId }) };
    for (const { enterpriseId } of args.decisions) {
      needs[enterpriseKey(enterpriseId)] = one("enterprises", { id: enterpriseId });
      needs[decisionsKey(enterpriseId)] = many("scopeDecisions", { enterpriseId });
    }
    return needs;
  },
  decide: (state, args, { tenantId, actor, receivedAt }) => {
    if (!state.scheme) return refuse("scheme.not_found");
    const events: DecidedEvent[] = [];
    const seen = new Set<string>();
    for (const { evidence, ...given } of args.decisions) {
      const enterprise = state[enterpriseKey(given.enterpriseId)];
      const decisions = state[decisionsKey(given.enterpriseId)] ?? [];
      if (!enterprise) return refuse("enterprise.not_found");
      if (seen.has(enterprise.id)) return refuse("scope.twice", { name: enterprise.name });
      seen.add(enterprise.id);
      const verdict = { ...given, evidence: evidence ?? figuresOf(enterprise) };
      const fault =
        faultOfVerdict(verdict, decisions) ?? faultOfRecomputed(verdict, enterprise, state.scheme, decisions);
      if (fault?.problem.code === "scope.unchanged" || fault?.problem.code === "scope.not_in") continue;
      if (fault) return fault;
      const changes = [insertVerdict(verdict, tenantId, actor.name, receivedAt)];
      events.push({ subject: { type: "scopeDecisions", id: verdict.decisionId }, changes });
    }
    return ok({ events });
  },
});

export const scopeCommands: readonly AnyCommand[] = [decideScope, recomputeScope];
