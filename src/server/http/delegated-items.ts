// Delegated items over HTTP.
import type { FastifyInstance } from "fastify";
import { listDelegatedItems } from "#api/delegated-items.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { isDelegatedOn } from "#domain/enforcement/delegated.ts";
import { asActor } from "../db/transaction.ts";
import { countReferralsUnder, readDelegatedItems } from "../queries/delegated-items.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";

export function registerDelegatedItems(app: FastifyInstance, services: Services): void {
  registerMember(app, services, listDelegatedItems, ({ actor, tenantId }) =>
    asActor(
      services.database,
      tenantId,
      actor,
      async (tx) => {
        const day = dayOf(services.clock.now());
        const counts = await countReferralsUnder(tx);
        const items = await readDelegatedItems(tx);
        return {
          day,
          rows: items.map(({ id, name, legalBasis, validFrom, validTo, setByName, endedByName, endedReason }) => ({
            ...{ id, name, legalBasis, validFrom, validTo, setByName, endedByName, endedReason },
            runs: isDelegatedOn({ validFrom, validTo }, day),
            referrals: counts.get(id) ?? 0,
          })),
        };
      },
      { readOnly: true },
    ),
  );
}
