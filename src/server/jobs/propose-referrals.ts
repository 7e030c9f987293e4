// What has gone on too long is put before the office: the system proposes a referral, a person decides. One command a hazard;
// its id is derived from hazard and occasion, so that a run that was cut off or comes twice proposes nothing twice.
import { type SqlBool, sql } from "kysely";
import { addDays, type LocalDate } from "#domain/calendar/local-date.ts";
import { type DueReferral, referralDue } from "#domain/climbing/referral-ground.ts";
import { failedRoundsForReferral } from "#domain/enforcement/statuses.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import type { Hazards, Referrals } from "#domain/rows.generated.ts";
import type { WritePath } from "../commands/handle.ts";
import { issueAll } from "../commands/issue.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "../queries/visibility.ts";

const JOB = "propose-referrals";

interface Candidate {
  readonly hazard: Hazards;
  readonly due: DueReferral;
}

/** The hazards for which a ground stands on `day`; `afterDays` null leaves overdue ones alone. */
export async function referralsDue(
  tx: Transaction,
  afterDays: number | null,
  day: LocalDate,
): Promise<readonly Candidate[]> {
  const overdue =
    afterDays === null ? sql<SqlBool>`false` : sql<SqlBool>`h.rectification_due <= ${addDays(day, -afterDays)}::date`;
  const hazards = await tx.db
    .selectFrom("hazards as h")
    .selectAll("h")
    .where(visible(tx, "hazards", "h"))
    .where("h.status", "=", "open")
    .where("h.holder", "=", "enterprise")
    .where(sql<SqlBool>`(h.refused_by_enterprise or h.failed_rounds >= ${failedRoundsForReferral} or ${overdue})`)
    .orderBy("h.id")
    .execute();
  if (hazards.length === 0) return [];
  const proposed = Map.groupBy(await proposedFor(tx, hazards), (row) => row.hazardId);
  return hazards.flatMap((hazard) => {
    const due = referralDue(hazard, proposed.get(hazard.id) ?? [], afterDays, day);
    return due ? [{ hazard, due }] : [];
  });
}

function proposedFor(tx: Transaction, hazards: readonly Hazards[]): Promise<Referrals[]> {
  const ids = hazards.map(({ id }) => id);
  return tx.db
    .selectFrom("referrals as r")
    .selectAll("r")
    .where(visible(tx, "referrals", "r"))
    .where(sql<SqlBool>`r.hazard_id = any(${ids}::uuid[])`)
    .execute();
}

/** Proposes them; answers how many were taken. One that has changed meanwhile is refused by the rule itself and left. */
export async function proposeReferrals(
  path: WritePath,
  tenantId: string,
  candidates: readonly Candidate[],
): Promise<number> {
  const acts = candidates.map(({ hazard, due: { ground, reason, occasion } }) => ({
    id: derivedId(hazard.id, `propose ${occasion}`),
    name: "referral.propose",
    args: { hazardId: hazard.id, referralId: derivedId(hazard.id, `referral ${occasion}`), ground, reason },
  }));
  const outcomes = await issueAll(path, JOB, tenantId, acts);
  return outcomes.filter(({ status }) => status === "accepted").length;
}
