// Which events wake a job, enqueued in the command's own transaction. Job data is { tenantId, id } and nothing else.
import type pg from "pg";
import type { Entity } from "#domain/kernel/entities.ts";
import type { JournalEntry } from "../journal/append.ts";

interface Wake {
  readonly command: string;
  readonly subject: Entity;
  readonly job: string;
}

const wakes: readonly Wake[] = [
  { command: "visit.finish", subject: "visits", job: "report.draft" },
  { command: "onSiteRecord.serve", subject: "documents", job: "document.render" },
  { command: "report.release", subject: "documents", job: "document.render" },
  // A record waits for the pictures of its signatures; each photo that arrives may be the last one.
  { command: "photo.store", subject: "photoSlots", job: "document.renderWaiting" },
  { command: "law.release", subject: "instrumentVersions", job: "law.review" },
  { command: "law.amend", subject: "instrumentVersions", job: "law.review" },
];

export const jobNames: readonly string[] = [...new Set(wakes.map((wake) => wake.job))];

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
    wakes
      .filter((wake) => wake.command === entry.command && wake.subject === entry.event.subject.type)
      .map((wake) => ({ name: wake.job, data: { tenantId, id: entry.event.subject.id } })),
  );
  if (jobs.length) await queue.enqueue(client, jobs);
}
