// The register and the file of one enterprise over HTTP.
import type { FastifyInstance } from "fastify";
import { getEnterpriseFile, listEnterprises } from "#api/enterprises.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { asActor } from "../db/transaction.ts";
import { findEnterpriseFile } from "../queries/enterprise-file.ts";
import { REGISTER_PAGE, readRegister, registerChoices } from "../queries/enterprises.ts";
import type { Services } from "../services.ts";
import { notFound } from "./problems.ts";
import { registerMember } from "./register.ts";

export function registerEnterprises(app: FastifyInstance, services: Services): void {
  registerMember(app, services, listEnterprises, ({ actor, tenantId, query }) => {
    const { sort, page, ...filter } = query;
    const day = dayOf(services.clock.now());
    const slice = { sort, limit: REGISTER_PAGE, offset: (page - 1) * REGISTER_PAGE };
    return asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => {
        const { total, rows, periods } = await readRegister(tx, day, filter, slice);
        return {
          day,
          total,
          page,
          pageSize: REGISTER_PAGE,
          rows,
          periods: [...periods],
          ...(await registerChoices(tx)),
        };
      },
      { readOnly: true },
    );
  });
  registerMember(app, services, getEnterpriseFile, async ({ actor, tenantId, params, query }) => {
    const day = dayOf(services.clock.now());
    const file = await asActor(
      services.database,
      tenantId,
      actor,
      (tx) => findEnterpriseFile(tx, params.id, day, query.year),
      { readOnly: true },
    );
    if (!file) throw notFound();
    return file;
  });
}
