// Which accepted commands wake a job, enqueued in the command's own transaction. Job data is { tenantId, id } and nothing else.
import type pg from "pg";
import type { JournalEntry } from "../journal/append.ts";

export const jobsOfCommands: Readonly<Record<string, readonly string[]>> = {
  "onSiteRecord.serve": ["document.render", "report.draft"],
  "report.release": ["document.render"],
  "referral.decide": ["referral.package"],
};

export interface JobQueue {
  /** Inserts jobs on the given connection, so they exist exactly when the transaction commits. */
  enqueue(
    client: pg.ClientBase,
    jobs: readonly { readonly name: string; readonly data: { readonly tenantId: string; readonly id: string } }[],
  ): Promise<void>;
}

export async function enqueueFor(
  queue: JobQueue,
  client: pg.ClientBase,
  tenantId: string,
  journal: readonly JournalEntry[],
): Promise<void> {
  const jobs = journal.flatMap((entry) =>
    (jobsOfCommands[entry.command] ?? []).map((name) => ({ name, data: { tenantId, id: entry.event.subject.id } })),
  );
  if (jobs.length) await queue.enqueue(client, jobs);
}
