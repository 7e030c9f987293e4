// The scheme with what hangs on it over HTTP: contracts, service records, the three batches, the scope; rollups for observers.
import type { FastifyInstance } from "fastify";
import { listBatches } from "#api/batches.ts";
import { listContracts, listServed } from "#api/contracts.ts";
import { listRollups } from "#api/rollups.ts";
import { listSchemes } from "#api/schemes.ts";
import { listScopeDecisions, previewScope } from "#api/scope-decisions.ts";
import { listServiceRecords } from "#api/service-records.ts";
import { dayOf, type LocalDate } from "#domain/calendar/local-date.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { countBatches, readBatches } from "../queries/batches.ts";
import { engagedAgencies, readContracts, readServed } from "../queries/contracts.ts";
import { definitions } from "../queries/measures.ts";
import { readRollups } from "../queries/rollups.ts";
import { readSchemes } from "../queries/schemes.ts";
import { countInScope, readScopeDecisions, readScopePreview, SCOPE_PAGE } from "../queries/scope-decisions.ts";
import { countServiceKinds, readServiceRecords, SERVICE_PAGE } from "../queries/service-records.ts";
import type { Services } from "../server-parts.ts";
import { type MemberCall, registerMember } from "./register.ts";

export function registerScheme(app: FastifyInstance, services: Services): void {
  const reading = <T>(
    { tenantId, actor }: MemberCall<unknown, unknown, unknown>,
    read: (tx: Transaction, day: LocalDate) => Promise<T>,
  ) => asActor(services.database, tenantId, actor, (tx) => read(tx, dayOf(services.clock.now())), { readOnly: true });
  registerMember(app, services, listSchemes, (call) =>
    reading(call, async (tx, day) => ({ day, schemes: await readSchemes(tx) })),
  );
  registerMember(app, services, listContracts, async (call) => {
    const { name } = await tenantOf(services, call.tenantId);
    return reading(call, async (tx, day) => ({
      day,
      contracts: await readContracts(tx),
      agencies: await engagedAgencies(tx, day),
      tenantName: name,
    }));
  });
  registerMember(app, services, listServed, (call) =>
    reading(call, async (tx, day) => ({ enterprises: await readServed(tx, day) })),
  );
  registerMember(app, services, listServiceRecords, (call) =>
    reading(call, async (tx, day) => {
      const { page, ...filter } = call.query;
      const found = await readServiceRecords(tx, filter, page);
      const kinds = await countServiceKinds(tx, filter);
      return { day, page, pageSize: SERVICE_PAGE, ...found, kinds, agencies: await engagedAgencies(tx, day) };
    }),
  );
  registerMember(app, services, listBatches, (call) =>
    reading(call, async (tx, day) => ({
      day,
      rows: await readBatches(tx, call.query),
      counts: await countBatches(tx),
    })),
  );
  registerScope(app, services, reading);
}

type Reading = <T>(
  call: MemberCall<unknown, unknown, unknown>,
  read: (tx: Transaction, day: LocalDate) => Promise<T>,
) => Promise<T>;

function registerScope(app: FastifyInstance, services: Services, reading: Reading): void {
  registerMember(app, services, listScopeDecisions, (call) =>
    reading(call, async (tx, day) => {
      const { page, ...filter } = call.query;
      const found = await readScopeDecisions(tx, day, filter, page);
      return { day, page, pageSize: SCOPE_PAGE, ...found, inScope: await countInScope(tx, day) };
    }),
  );
  registerMember(app, services, previewScope, (call) => reading(call, (tx) => readScopePreview(tx, call.query.day)));
  registerMember(app, services, listRollups, (call) =>
    reading(call, async (tx) => ({ rows: await readRollups(tx), definitions: { ...definitions } })),
  );
}

function tenantOf({ database }: Services, tenantId: string) {
  return database.global.selectFrom("tenants").select("name").where("id", "=", tenantId).executeTakeFirstOrThrow();
}
