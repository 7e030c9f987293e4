// Entries of registers: the ledger over all enterprises, and the books of one for its own pages.
import { type SqlBool, sql } from "kysely";
import { z } from "zod";
import type { RegisterFilter, RegisterRow, registerDues } from "#api/enterprise-registers.ts";
import { addDays, type LocalDate } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { isRegisterKind } from "#domain/registers/kinds.ts";
import type { Transaction } from "../db/transaction.ts";
import { like } from "./hazard-filter.ts";
import { communitiesOf } from "./scheme-on-day.ts";
import { type Condition, visible } from "./visibility.ts";

export const REGISTER_PAGE = 50;

type Due = (typeof registerDues)[number];
type Entry = Row<"registerEntries">;
interface Found extends Entry {
  readonly enterpriseName: string;
  readonly communityName: string | null;
  readonly total: number;
}

/** Which entries a word for the next day means; the list, its counts and its sheet read this. */
function dueCondition(due: Due, day: LocalDate): Condition {
  const within = (days: number) => sql<SqlBool>`r.due_on between ${day}::date and ${addDays(day, days)}::date`;
  switch (due) {
    case "past":
      return sql<SqlBool>`r.due_on < ${day}::date`;
    case "d30":
      return within(30);
    case "d90":
      return within(90);
    case "missing":
      return sql<SqlBool>`r.due_source = 'unknown'`;
    default:
      return due satisfies never;
  }
}

function conditions(tx: Transaction, { state, due: _, ...cut }: RegisterFilter): Condition[] {
  const found: Condition[] = [visible(tx, "registerEntries", "r"), visible(tx, "enterprises", "e")];
  if (state !== "all") found.push(sql<SqlBool>`r.state = ${state ?? "standing"}`);
  if (cut.kind) found.push(sql<SqlBool>`r.kind = ${cut.kind}`);
  if (cut.enterprise) found.push(sql<SqlBool>`r.enterprise_id = ${cut.enterprise}::uuid`);
  if (cut.community) found.push(sql<SqlBool>`r.community_id = ${cut.community}::uuid`);
  if (cut.text) found.push(like(cut.text, ["r.subject", "r.number", "e.name"]));
  return found;
}

const tables = sql`register_entries r join enterprises e on e.tenant_id = r.tenant_id and e.id = r.enterprise_id`;

export async function readRegisters(
  tx: Transaction,
  day: LocalDate,
  filter: RegisterFilter,
  slice: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; rows: RegisterRow[] }> {
  const cuts = [...conditions(tx, filter), ...(filter.due ? [dueCondition(filter.due, day)] : [])];
  const { rows } = await sql<Found>`
    select r.*, e.name as enterprise_name, c.name as community_name, count(*) over ()::integer as total
    from ${tables}
    left join communities c on c.tenant_id = r.tenant_id and c.id = r.community_id and ${visible(tx, "communities", "c")}
    where ${sql.join(cuts, sql` and `)}
    order by r.due_on nulls last, e.name, r.kind, r.id
    limit ${slice.limit} offset ${slice.offset}`.execute(tx.db);
  return { total: rows[0]?.total ?? 0, rows: rows.flatMap(rowOf) };
}

export async function countRegisters(tx: Transaction, day: LocalDate, filter: RegisterFilter) {
  const counted = (due: Due) => sql`count(*) filter (where ${dueCondition(due, day)})::integer`;
  const { rows } = await sql<{ all: number; past: number; d30: number; d90: number; missing: number }>`
    select count(*)::integer as "all", ${counted("past")} as past, ${counted("d30")} as d30, ${counted("d90")} as d90,
      ${counted("missing")} as missing
    from ${tables} where ${sql.join(conditions(tx, { ...filter, state: undefined }), sql` and `)}`.execute(tx.db);
  return rows[0] ?? { all: 0, past: 0, d30: 0, d90: 0, missing: 0 };
}

export async function registerChoices(tx: Transaction, enterpriseId: string | undefined) {
  const named = enterpriseId
    ? await tx.db
        .selectFrom("enterprises")
        .select("name")
        .where(visible(tx, "enterprises"))
        .where("id", "=", enterpriseId)
        .executeTakeFirst()
    : undefined;
  return { communities: await communitiesOf(tx), enterpriseName: named?.name ?? null };
}

/** The books of one enterprise, the next day first; struck ones left out. */
export function booksOf(tx: Transaction, enterpriseId: string): Promise<Entry[]> {
  return tx.db
    .selectFrom("registerEntries")
    .selectAll()
    .where(visible(tx, "registerEntries"))
    .where("enterpriseId", "=", enterpriseId)
    .where("state", "!=", "struck")
    .orderBy(sql`due_on nulls last`)
    .orderBy("happenedOn")
    .orderBy("id")
    .execute();
}

/** One entry of these books, struck out or not. */
export function entryOf(tx: Transaction, enterpriseId: string, entryId: string): Promise<Entry | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(entryId)) return Promise.resolve(undefined);
  return tx.db
    .selectFrom("registerEntries")
    .selectAll()
    .where(visible(tx, "registerEntries"))
    .where("enterpriseId", "=", enterpriseId)
    .where("id", "=", entryId)
    .executeTakeFirst();
}

const slotIdsSchema = z.array(z.string());

export function slotIdsOf({ photoSlotIds }: Pick<Entry, "photoSlotIds">): readonly string[] {
  return slotIdsSchema.parse(JSON.parse(photoSlotIds));
}

function rowOf(found: Found): RegisterRow[] {
  if (!isRegisterKind(found.kind)) return [];
  const { tenantId: _tenant, agencyId: _agency, madeByAgencyId: _maker, communityId: _community, ...row } = found;
  return [{ ...row, kind: found.kind, photos: [...slotIdsOf(found)] }];
}
