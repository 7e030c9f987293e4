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
  readonly #rows: ReadonlyMap<Entity, readonly object[]>;
  readonly #kind: VisitPlan["kind"];
  #next = 0;

  constructor(
    tenant: BenchTenant,
    rules: TenantRules,
    rows: ReadonlyMap<Entity, readonly object[]>,
    kind: VisitPlan["kind"],
  ) {
    this.#tenant = tenant;
    this.#rules = rules;
    this.#rows = rows;
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
    for (const entity of CARRIED) putAll(copy, entity, this.#rows.get(entity) ?? [], enterpriseId);
    return copy;
  }
}

/** Rows of this enterprise, and those that bound none. */
function putAll(copy: MemoryStore, entity: Entity, rows: readonly object[], enterpriseId: string): void {
  const column = entity === "enterprises" ? "id" : "enterpriseId";
  for (const row of rows) {
    const values: Readonly<Record<string, unknown>> = { ...row };
    const bounded = entity === "enterprises" || "enterpriseId" in values;
    if (!bounded || values[column] === enterpriseId) copy.put(entity, row as Row<typeof entity>);
  }
}

export async function openSupply(
  services: Services,
  tenant: BenchTenant,
  kind: VisitPlan["kind"],
): Promise<VisitSupply> {
  const rules = await services.writePath.rulesOf(tenant.tenantId);
  const rows = await asActor(services.database, tenant.tenantId, systemActor("bench"), async ({ db }) => {
    const read = new Map<Entity, readonly object[]>();
    for (const entity of CARRIED) {
      const column = entity === "tenants" ? "id" : "tenantId";
      read.set(
        entity,
        await db
          .selectFrom(entity)
          .selectAll()
          .where(column as never, "=", tenant.tenantId as never)
          .execute(),
      );
    }
    return read;
  });
  return new VisitSupply(tenant, rules, rows, kind);
}
