// Prepares visits to be sent: takes the enterprises of a subdistrict one after the other, each visited once.

import type { Entity, Row } from "#domain/kernel/entities.ts";
import { systemActor } from "#server/commands/issue.ts";
import type { TenantRules } from "#server/commands/rules.ts";
import { asActor } from "#server/db/transaction.ts";
import type { Services } from "#server/server-parts.ts";
import { MemoryStore } from "../test/stories/memory-store.ts";
import type { BenchPerson, BenchTenant } from "./bench-subdistricts.ts";
import type { Prepared } from "./http-clients.ts";
import { type VisitPlan, type VisitRequest, visitRequest } from "./visit-texts.ts";

export interface PreparedVisit extends Prepared, VisitRequest {
  readonly tenantId: string;
}

const CARRIED = [
  "tenants",
  "agencyEngagements",
  "communities",
  "schemes",
  "schemePeriods",
  "memberships",
  "enterprises",
  "sites",
  "tasks",
] as const;

export class VisitSupply {
  readonly #tenant: BenchTenant;
  readonly #rules: TenantRules;
  readonly #carried: Carried;
  readonly #kind: VisitPlan["kind"];
  #next = 0;

  constructor(tenant: BenchTenant, rules: TenantRules, carried: Carried, kind: VisitPlan["kind"]) {
    this.#tenant = tenant;
    this.#rules = rules;
    this.#carried = carried;
    this.#kind = kind;
  }

  /** The next visit, made by this expert. */
  take(expert: BenchPerson, at: string): PreparedVisit {
    const enterpriseId = this.#tenant.enterpriseIds[this.#next];
    this.#next += 1;
    if (!enterpriseId) throw new Error("no enterprise is left to visit");
    const copy = this.#copyOf(enterpriseId);
    const [site] = copy.rows("sites");
    const task = copy.find("tasks", { kind: this.#kind, periodNo: 1 });
    const member = copy.find("memberships", { id: expert.membershipId });
    if (!site || !task || !member) throw new Error("the plan lacks a task, a site or an expert");
    const { tenantId, officer } = this.#tenant;
    const plan = { tenantId, expert: member, site, task, accompanying: officer.name, at, kind: this.#kind };
    const request = visitRequest(plan, copy, this.#rules);
    const body = Buffer.from(JSON.stringify({ commands: request.texts }));
    return { ...request, tenantId, cookie: expert.cookie, body };
  }

  #copyOf(enterpriseId: string): MemoryStore {
    const copy = new MemoryStore();
    for (const part of [this.#carried.get(enterpriseId), this.#carried.get(EVERYBODY)])
      for (const { entity, row } of part ?? []) copy.put(entity, row as Row<typeof entity>);
    return copy;
  }
}

/** Enterprise → the rows a phone carries of it; those that bound none under `EVERYBODY`. */
type Carried = ReadonlyMap<string, readonly { readonly entity: Entity; readonly row: object }[]>;
const EVERYBODY = "";

function boundTo(entity: Entity, row: Readonly<Record<string, unknown>>): string {
  const id = entity === "enterprises" ? row.id : row.enterpriseId;
  return typeof id === "string" ? id : EVERYBODY;
}

export async function openSupply(
  services: Services,
  tenant: BenchTenant,
  kind: VisitPlan["kind"],
): Promise<VisitSupply> {
  const rules = await services.writePath.rulesOf(tenant.tenantId);
  const carried = await asActor(services.database, tenant.tenantId, systemActor("bench"), async ({ db }) => {
    const found: { entity: Entity; row: object; of: string }[] = [];
    for (const entity of CARRIED) {
      const column = entity === "tenants" ? "id" : "tenantId";
      const rows = await db
        .selectFrom(entity)
        .selectAll()
        .where(column as never, "=", tenant.tenantId as never)
        .execute();
      for (const row of rows) found.push({ entity, row, of: boundTo(entity, { ...row }) });
    }
    return Map.groupBy(found, (one) => one.of);
  });
  return new VisitSupply(tenant, rules, carried, kind);
}
