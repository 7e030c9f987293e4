// A person's saved views over HTTP.
import type { FastifyInstance } from "fastify";
import { getSavedViews } from "#api/saved-views.ts";
import { asActor } from "../db/transaction.ts";
import { readSavedViews } from "../queries/saved-views.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";

export function registerSavedViews(app: FastifyInstance, services: Services): void {
  registerMember(app, services, getSavedViews, async ({ actor, tenantId, query }) => {
    const views = await asActor(services.database, tenantId, actor, (tx) => readSavedViews(tx, query.list), {
      readOnly: true,
    });
    return { views };
  });
}
