// The deadlines of a tenant on a day: who must be told, and what is put before the office. Safe to run at any time and twice.
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { laddersOn } from "#domain/climbing/ladders.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import { readClimbingRules } from "../queries/climbing-rules.ts";
import type { Services } from "../server-parts.ts";
import { proposeReferrals, referralsDue } from "./propose-referrals.ts";
import { writeReminders } from "./remind.ts";

export interface DeadlineWork {
  /** Rows written to `reminders`. */
  readonly reminders: number;
  /** Referrals proposed. */
  readonly proposed: number;
}

export async function runDeadlines(
  { database, writePath }: Pick<Services, "database" | "writePath">,
  tenantId: string,
  day: LocalDate,
): Promise<DeadlineWork> {
  const { reminders, candidates } = await asActor(database, tenantId, systemActor("deadlines"), async (tx) => {
    const ladders = laddersOn(await readClimbingRules(tx), day);
    return {
      reminders: await writeReminders(tx, ladders, day),
      candidates: await referralsDue(tx, ladders.referralAfterDays, day),
    };
  });
  return { reminders, proposed: await proposeReferrals(writePath, tenantId, candidates) };
}
