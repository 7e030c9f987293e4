// The overview over HTTP.
import type { FastifyInstance } from "fastify";
import { getOverview } from "#api/overview.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { asActor } from "../db/transaction.ts";
import { readOverview } from "../queries/overview.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";

export function registerOverview(app: FastifyInstance, services: Services): void {
  registerMember(app, services, getOverview, ({ actor, tenantId, query }) =>
    asActor(services.database, tenantId, actor, (tx) => readOverview(tx, dayOf(services.clock.now()), query), {
      readOnly: true,
    }),
  );
}
