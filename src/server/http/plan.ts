// The plan board over HTTP.
import type { FastifyInstance } from "fastify";
import { getPlanBoard, getPlanCandidates } from "#api/plan.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { asActor } from "../db/transaction.ts";
import { readPlanBoard } from "../queries/plan-board.ts";
import { readPlanCandidates } from "../queries/plan-candidates.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";

const readOnly = { readOnly: true };

export function registerPlan(app: FastifyInstance, services: Services): void {
  registerMember(app, services, getPlanBoard, async ({ actor, tenantId, query }) => {
    const { calendar } = await services.writePath.rulesOf(tenantId);
    const question = { ...query, day: dayOf(services.clock.now()), calendar };
    return asActor(services.database, tenantId, actor, (tx) => readPlanBoard(tx, question), readOnly);
  });
  registerMember(app, services, getPlanCandidates, ({ actor, tenantId, query }) =>
    asActor(
      services.database,
      tenantId,
      actor,
      (tx) => readPlanCandidates(tx, dayOf(services.clock.now()), query.year),
      readOnly,
    ),
  );
}
