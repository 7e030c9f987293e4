// What the actor's own hazards teach the suggestions. A query and not a table: voiding a hazard takes its lesson back.
import { type Lesson, lessonsFrom } from "#domain/law/suggestion/lessons.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

/** Enough for a year of one agency; the newest count. */
const NEWEST = 5_000;

export async function readSuggestionLessons(tx: Transaction): Promise<readonly Lesson[]> {
  const accepted = await tx.db
    .selectFrom("hazards")
    .select(["itemCode", "description"])
    .where(visible(tx, "hazards"))
    .where("status", "!=", "voided")
    .orderBy("id", "desc")
    .limit(NEWEST)
    .execute();
  return lessonsFrom(accepted);
}
