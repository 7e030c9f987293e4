// Member units and routing rules over HTTP.
import type { FastifyInstance } from "fastify";
import { listMemberUnits, previewRouting } from "#api/member-units.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { asActor } from "../db/transaction.ts";
import { readMemberUnits } from "../queries/member-units.ts";
import { previewOf } from "../queries/routing.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";

const readOnly = { readOnly: true };

export function registerMemberUnits(app: FastifyInstance, services: Services): void {
  const { database, clock } = services;
  registerMember(app, services, listMemberUnits, ({ actor, tenantId }) =>
    asActor(database, tenantId, actor, (tx) => readMemberUnits(tx, dayOf(clock.now())), readOnly),
  );
  registerMember(app, services, previewRouting, ({ actor, tenantId, body }) =>
    asActor(database, tenantId, actor, (tx) => previewOf(tx, body), readOnly),
  );
}
