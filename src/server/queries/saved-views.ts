// A person's own saved views of one list.
import type { SavedView } from "#api/saved-views.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

export function readSavedViews(tx: Transaction, list: string): Promise<SavedView[]> {
  return tx.db
    .selectFrom("savedViews")
    .select(["id", "list", "name", "query"])
    .where(visible(tx, "savedViews"))
    .where("list", "=", list)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
}
