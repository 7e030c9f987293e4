// Which events wake a job, enqueued in the command's own transaction. Job data is { tenantId, id } and nothing else.
import type pg from "pg";
import type { Entity } from "#domain/kernel/entities.ts";
import type { JournalEntry } from "../journal/append.ts";

interface Wake {
  readonly command: string;
  readonly subject: Entity;
  readonly job: string;
  /** Only these of the events; all without it. */
  readonly only?: (entry: JournalEntry) => boolean;
}

/** Most hazards are general: one that is recorded wakes nobody unless it is suspected to be major. */
function suspects({ event }: JournalEntry): boolean {
  return event.changes.some(
    (change) => change.op === "insert" && change.entity === "hazards" && change.row.severity === "suspectedMajor",
  );
}

const wakes: readonly Wake[] = [
  { command: "visit.finish", subject: "visits", job: "report.draft" },
  { command: "onSiteRecord.serve", subject: "documents", job: "document.render" },
  { command: "report.release", subject: "documents", job: "document.render" },
  // A record waits for the pictures of its signatures; each photo that arrives may be the last one.
  { command: "photo.store", subject: "photoSlots", job: "document.renderWaiting" },
  // Whoever must hear of it at once; the job reads from the rows what there is to tell.
  { command: "hazard.record", subject: "hazards", job: "message.hazard", only: suspects },
  { command: "severity.suspect", subject: "hazards", job: "message.hazard" },
  { command: "extension.request", subject: "hazards", job: "message.hazard" },
  { command: "extension.decide", subject: "hazards", job: "message.hazard" },
  { command: "referral.propose", subject: "hazards", job: "message.hazard" },
  { command: "tip.report", subject: "tips", job: "message.tip" },
  { command: "law.release", subject: "instrumentVersions", job: "law.review" },
  { command: "law.amend", subject: "instrumentVersions", job: "law.review" },
  { command: "ownInstrument.save", subject: "tenantInstruments", job: "law.reviewOwn" },
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
      .filter(
        (wake) =>
          wake.command === entry.command && wake.subject === entry.event.subject.type && (wake.only?.(entry) ?? true),
      )
      .map((wake) => ({ name: wake.job, data: { tenantId, id: entry.event.subject.id } })),
  );
  if (jobs.length) await queue.enqueue(client, jobs);
}
