// Jobs live in PostgreSQL and are enqueued in the command's own transaction. pg-boss is the wake-up; what is due is asked of
// the rows, with today's date as argument. Every job is safe to run twice and changes state only by commands.
import { createHash } from "node:crypto";
import type pg from "pg";
import { PgBoss } from "pg-boss";
import type { JobQueue } from "../commands/jobs-of-events.ts";
import { JOBS_SCHEMA } from "../db/migrate-jobs.ts";
import type { Database } from "../db/pool.ts";

export interface JobData {
  readonly tenantId: string;
  readonly id: string;
}
export type JobHandler = (data: JobData) => Promise<void>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface RunningQueue extends JobQueue {
  /** Runs jobs until none is ready, the signal or a stop comes; answers how many ran. */
  drain(handlers: JobHandlers, stopping?: AbortSignal): Promise<number>;
  /** Gives back what a killed process had taken and never finished, and drops what was done long ago. */
  recover(): Promise<void>;
  /** Begins no further job and waits for those that run; later drains run nothing. */
  stop(): Promise<void>;
}

/** A report of forty photos takes seconds: what has run for five minutes has lost its process. */
const QUEUE = { retryLimit: 5, retryBackoff: true, expireInSeconds: 300 };

/** Opens the queue with the application role's rights; the owner made its schema before. */
export async function openQueue(database: Database, names: readonly string[]): Promise<RunningQueue> {
  const executeSql = (text: string, values?: unknown[]) => database.pool.query(text, values);
  const boss = new PgBoss({
    db: { executeSql },
    schema: JOBS_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  boss.on("error", (error) => console.error(`job queue: ${error.message}`));
  await boss.start();
  for (const name of names) if (!(await boss.getQueue(name))) await boss.createQueue(name, QUEUE);
  const stopping = new AbortController();
  const draining = new Set<Promise<number>>();
  return {
    async enqueue(client: pg.ClientBase, jobs) {
      const db = {
        executeSql: (text: string, values?: unknown[]) => client.query({ name: nameOf(text), text, values }),
      };
      await Promise.all(jobs.map((job) => boss.send(job.name, { ...job.data }, { db })));
    },
    drain(handlers, signal) {
      const either = AbortSignal.any([stopping.signal, ...(signal ? [signal] : [])]);
      const drained = drain(boss, handlers, either).finally(() => draining.delete(drained));
      draining.add(drained);
      return drained;
    },
    async recover() {
      if (!stopping.signal.aborted) await boss.supervise();
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled(draining);
      await boss.stop({ graceful: false });
    },
  };
}

/** One job is taken at a time, so that a stop leaves none that was taken and never run. */
async function drain(boss: PgBoss, handlers: JobHandlers, stopping: AbortSignal): Promise<number> {
  let ran = 0;
  for (const [name, handler] of Object.entries(handlers))
    while (!stopping.aborted) {
      const [job] = await boss.fetch<JobData>(name);
      if (!job) break;
      ran += await runJob(boss, name, job.id, () => handler(job.data));
    }
  return ran;
}

/** The queue's own statements are few and long: prepared once a connection. */
const nameOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

async function runJob(boss: PgBoss, name: string, id: string, run: () => Promise<void>): Promise<number> {
  try {
    await run();
    await boss.complete(name, id);
    return 1;
  } catch (error) {
    console.error(`job ${name} ${id} failed`, error);
    await boss.fail(name, id, { message: error instanceof Error ? error.message : String(error) });
    return 0;
  }
}
