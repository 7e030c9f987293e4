// The member unit beside a hazard's holder: who was asked, what they said, and what this person may do about it.
import { sql } from "kysely";
import type { HazardRoutingLine } from "#api/hazard-hangings.ts";
import type { HazardPage } from "#api/hazards.ts";
import { findCommand } from "#domain/commands.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import type { Hazards } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

type Routing = Pick<HazardPage, "routings" | "units" | "routingActs">;

export async function routingOf(tx: Transaction, hazard: Hazards): Promise<Routing> {
  const routings = await readRoutings(tx, hazard.id);
  const units = await tx.db
    .selectFrom("memberUnits")
    .select(["id", "name"])
    .where(visible(tx, "memberUnits"))
    .orderBy("name")
    .execute();
  const [standing] = routings.filter(({ state }) => state !== "replaced");
  if (!isOpen(hazard)) return { routings, units: [], routingActs: [] };
  const may = (name: string) => findCommand(name)?.by.includes(tx.actor.role) ?? false;
  const own = standing && may("routing.take") ? await isOwnUnit(tx, standing.unitId) : false;
  return {
    routings,
    units,
    routingActs: [
      ...(may("hazard.route") && units.length > 0 ? (["hazard.route"] as const) : []),
      ...(own && standing?.state === "asked" ? (["routing.take"] as const) : []),
      ...(own && standing && standing.state !== "sentBack" ? (["routing.sendBack"] as const) : []),
    ],
  };
}

async function readRoutings(tx: Transaction, hazardId: string): Promise<HazardRoutingLine[]> {
  const { rows } = await sql<HazardRoutingLine>`
    select r.id, r.unit_id, u.name as unit_name, r.state, r.rule_id is not null as by_rule, r.reason, r.routed_by_name, r.routed_at,
      r.answered_by_name, r.answered_at, r.answer_reason
    from hazard_routings r
    join member_units u on u.tenant_id = r.tenant_id and u.id = r.unit_id and ${visible(tx, "memberUnits", "u")}
    where ${visible(tx, "hazardRoutings", "r")} and r.hazard_id = ${hazardId}::uuid
    order by r.state = 'replaced', r.routed_at desc, r.id desc`.execute(tx.db);
  return rows;
}

async function isOwnUnit(tx: Transaction, unitId: string): Promise<boolean> {
  const placed = await tx.db
    .selectFrom("memberUnitPeople")
    .select("unitId")
    .where(visible(tx, "memberUnitPeople"))
    .where("membershipId", "=", tx.actor.id)
    .executeTakeFirst();
  return placed?.unitId === unitId;
}
