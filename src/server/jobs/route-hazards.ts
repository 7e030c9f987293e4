// Open hazards that a rule sends to a member unit and that nobody has routed yet. One command a hazard under an id that follows
// from the hazard, so that a run that was cut off or comes twice routes nothing twice.
import { derivedId } from "#domain/kernel/derived-id.ts";
import { issueAll, systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import { readRoutingRules, routableHazards } from "../queries/routing.ts";
import type { Services } from "../server-parts.ts";

const JOB = "route-hazards";
/** The next run takes the rest. */
const MOST_AT_ONCE = 2_000;

/** Answers how many were routed. */
export async function routeHazards({ database, writePath }: Services, tenantId: string): Promise<number> {
  const acts = await asActor(
    database,
    tenantId,
    systemActor(JOB),
    async (tx) => {
      const rules = await readRoutingRules(tx);
      const unitOf = new Map(rules.map(({ id, unitId }) => [id, unitId]));
      const found = await routableHazards(tx, rules, MOST_AT_ONCE);
      return found.map(({ hazardId, ruleId }) => ({
        id: derivedId(hazardId, `route by rule ${ruleId}`),
        name: "hazard.route",
        args: { routingId: derivedId(hazardId, "first routing"), hazardId, ruleId, unitId: unitOf.get(ruleId) },
      }));
    },
    { readOnly: true },
  );
  if (acts.length === 0) return 0;
  const outcomes = await issueAll(writePath, JOB, tenantId, acts);
  return outcomes.filter(({ status }) => status === "accepted").length;
}
