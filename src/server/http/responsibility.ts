// The responsibility table over HTTP.
import type { FastifyInstance } from "fastify";
import { getResponsibility } from "#api/responsibility.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { asActor } from "../db/transaction.ts";
import { readResponsibility } from "../queries/responsibility.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";

export function registerResponsibility(app: FastifyInstance, services: Services): void {
  registerMember(app, services, getResponsibility, ({ actor, tenantId, query }) =>
    asActor(
      services.database,
      tenantId,
      actor,
      (tx) => readResponsibility(tx, dayOf(services.clock.now()), query.community),
      { readOnly: true },
    ),
  );
}
