// Member units with their people, their figures, and every rule that ever routed to them.
import { sql } from "kysely";
import type { z } from "zod";
import type { listMemberUnits, MemberUnit, RoutingRuleRow, UnitPerson } from "#api/member-units.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { readTags } from "#domain/organization/tags.ts";
import { matchOf, standingRules } from "#domain/routing/rule.ts";
import type { Transaction } from "../db/transaction.ts";
import { isOpen, isOverdue } from "./measures.ts";
import { readRoutingRules } from "./routing.ts";
import { visible } from "./visibility.ts";

type Answer = z.output<typeof listMemberUnits.response>;

export async function readMemberUnits(tx: Transaction, day: LocalDate): Promise<Answer> {
  const units = await readUnits(tx, day);
  return {
    day,
    units,
    people: await readPeople(tx, day),
    rules: await readRules(tx, units),
    choices: await readChoices(tx),
  };
}

interface FoundUnit {
  readonly id: string;
  readonly name: string;
  readonly duty: string;
  readonly hazards: number;
  readonly overdue: number;
  readonly asked: number;
}

async function readUnits(tx: Transaction, day: LocalDate): Promise<MemberUnit[]> {
  const { rows } = await sql<FoundUnit>`
    select u.id, u.name, u.duty, count(h.id)::integer as hazards, count(h.id) filter (where ${isOverdue("h", day)})::integer as overdue,
      count(h.id) filter (where r.state = 'asked')::integer as asked
    from member_units u
    left join hazard_routings r on r.tenant_id = u.tenant_id and r.unit_id = u.id and r.state in ('asked', 'taken') and ${visible(tx, "hazardRoutings", "r")}
    left join hazards h on h.tenant_id = r.tenant_id and h.id = r.hazard_id and ${visible(tx, "hazards", "h")} and ${isOpen("h")}
    where ${visible(tx, "memberUnits", "u")} group by u.id, u.name, u.duty order by u.name`.execute(tx.db);
  return rows.map(({ id, name, duty, hazards, overdue, asked }) => {
    const figure = (count: number, more: Record<string, string>) => ({
      count,
      rows: { list: "hazards" as const, filter: { state: "open", unit: id, ...more } },
    });
    return {
      ...{ id, name, duty },
      hazards: figure(hazards, {}),
      overdue: figure(overdue, { overdue: "1" }),
      asked: figure(asked, { unitState: "asked" }),
    };
  });
}

async function readPeople(tx: Transaction, day: LocalDate): Promise<UnitPerson[]> {
  const { rows } = await sql<UnitPerson>`select m.id as membership_id, m.display_name as name, p.unit_id
    from memberships m
    left join member_unit_people p on p.tenant_id = m.tenant_id and p.membership_id = m.id and ${visible(tx, "memberUnitPeople", "p")}
    where ${visible(tx, "memberships", "m")} and m.role = 'memberUnit' and m.valid_from <= ${day}::date
      and (m.valid_to is null or m.valid_to >= ${day}::date) order by m.display_name, m.id`.execute(tx.db);
  return rows;
}

async function readRules(tx: Transaction, units: readonly MemberUnit[]): Promise<RoutingRuleRow[]> {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const rules = await readRoutingRules(tx);
  const ended = rules.filter(({ endedAt }) => endedAt !== null);
  return [...standingRules(rules), ...ended].map((rule) => {
    const { id, unitId, position, reason, setByName, setAt, endedAt, endedByName, endedReason } = rule;
    const end = endedAt === null ? null : { at: endedAt, byName: endedByName ?? "", reason: endedReason ?? "" };
    return {
      ...matchOf(rule),
      id,
      unitId,
      unitName: names.get(unitId) ?? "",
      position,
      reason,
      setByName,
      setAt,
      ended: end,
    };
  });
}

/** Second levels of the catalogue, and the tags that sites and enterprises carry. */
async function readChoices(tx: Transaction): Promise<Answer["choices"]> {
  const level2 = await sql<{ level2: string }>`select distinct level2 from catalogue_items order by level2`.execute(
    tx.db,
  );
  const tags = await sql<{ tags: string }>`select distinct tags from sites s where ${visible(tx, "sites", "s")}
    union select distinct tags from enterprises e where ${visible(tx, "enterprises", "e")}`.execute(tx.db);
  const words = new Set(tags.rows.flatMap((row) => [...readTags(row.tags)]));
  return { level2: level2.rows.map((row) => row.level2), tags: [...words].sort((a, b) => a.localeCompare(b, "zh")) };
}
