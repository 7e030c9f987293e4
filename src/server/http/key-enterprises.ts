// Key-hazard enterprises over HTTP.
import type { FastifyInstance } from "fastify";
import { listKeyEnterprises } from "#api/key-enterprises.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { asActor } from "../db/transaction.ts";
import { countKeyEnterprises, readKeyEnterprises } from "../queries/key-enterprises.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";

export function registerKeyEnterprises(app: FastifyInstance, services: Services): void {
  registerMember(app, services, listKeyEnterprises, ({ actor, tenantId, query }) =>
    asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => ({
        day: dayOf(services.clock.now()),
        rows: await readKeyEnterprises(tx, query.left === "yes"),
        ...(await countKeyEnterprises(tx)),
      }),
      { readOnly: true },
    ),
  );
}
