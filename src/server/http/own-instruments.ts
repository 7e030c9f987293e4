// The door of a tenant's own instruments.
import type { FastifyInstance } from "fastify";
import { listOwnInstruments } from "#api/own-instruments.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import { layeredLibrary } from "#domain/law/catalogue/layer.ts";
import { asActor } from "../db/transaction.ts";
import { readLayer } from "../library/tenant-layer.ts";
import { listOwn, readPlaces } from "../queries/own-instruments.ts";
import type { Services } from "../server-parts.ts";
import { registerMember } from "./register.ts";

export function registerOwnInstruments(app: FastifyInstance, services: Services): void {
  registerMember(app, services, listOwnInstruments, async ({ actor, tenantId }) => {
    const { library: shared } = await services.library();
    const day = dayOf(services.clock.now());
    const read = async (tx: Parameters<typeof readLayer>[0]) => {
      const library = layeredLibrary(shared, await readLayer(tx));
      return { day, places: await readPlaces(tx), rows: await listOwn(tx, library, day) };
    };
    return asActor(services.database, tenantId, actor, read, { readOnly: true });
  });
}
