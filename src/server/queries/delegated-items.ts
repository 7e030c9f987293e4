// Delegated items: all that were ever recorded, and those of a day.
import { sql } from "kysely";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { delegatedWords, isDelegatedOn } from "#domain/enforcement/delegated.ts";
import type { DelegatedItems } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

/** The newest first. */
export function readDelegatedItems(tx: Transaction): Promise<DelegatedItems[]> {
  return tx.db
    .selectFrom("delegatedItems")
    .selectAll()
    .where(visible(tx, "delegatedItems"))
    .orderBy("validFrom", "desc")
    .orderBy("id", "desc")
    .execute();
}

export async function delegatedOn(tx: Transaction, day: LocalDate) {
  const items = await readDelegatedItems(tx);
  return items.filter((item) => isDelegatedOn(item, day)).map((item) => ({ id: item.id, words: delegatedWords(item) }));
}

/** How many referrals were decided under each item. */
export async function countReferralsUnder(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{
    id: string;
    count: number;
  }>`select r.delegated_item_id as id, count(*)::integer as count from referrals r
    where ${visible(tx, "referrals", "r")} and r.delegated_item_id is not null group by 1`.execute(tx.db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
