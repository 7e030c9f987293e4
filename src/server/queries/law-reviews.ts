// What changes of law touched in a tenant: open first by age, settled by when they were.
import { sql } from "kysely";
import type { LawReview } from "#api/law-reviews.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

export const REVIEW_PAGE = 50;

export async function readLawReviews(tx: Transaction, state: LawReview["state"], page: number) {
  const { rows } = await sql<LawReview & { total: number }>`
    select r.id, r.instrument_id, r.title, r.version, r.effective_from, r.subject_kind, r.subject_id, r.subject_name, r.clause,
      r.becomes, r.change, r.state, r.note, r.opened_at, r.settled_at, r.settled_by_name, count(*) over () as total
    from law_reviews r where ${visible(tx, "lawReviews", "r")} and r.state = ${state}
    order by coalesce(r.settled_at, r.opened_at) desc, r.subject_name, r.id
    limit ${REVIEW_PAGE} offset ${(page - 1) * REVIEW_PAGE}`.execute(tx.db);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}

export async function countLawReviews(tx: Transaction) {
  const { rows } = await sql<{ open: number; settled: number }>`
    select count(*) filter (where r.state = 'open')::integer as open, count(*) filter (where r.state = 'settled')::integer as settled
    from law_reviews r where ${visible(tx, "lawReviews", "r")}`.execute(tx.db);
  return rows[0] ?? { open: 0, settled: 0 };
}
