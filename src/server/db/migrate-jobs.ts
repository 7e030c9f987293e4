// Makes and upgrades the job queue's own schema as the owner, so that at run time the application role needs no right to
// change tables (pg-boss runs there with `migrate: false`).
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { PgBoss } from "pg-boss";

export const JOBS_SCHEMA = "pgboss";

const BACKGROUND_WORK_TAKES_AT_MOST_MS = 10 * 60_000;

export interface MigrateJobsOptions {
  readonly client: pg.Client;
  readonly ownerUrl: string;
  readonly appRole: string;
}

/** Brings the job queue's schema up to the installed pg-boss and lets the application role use it. */
export async function migrateJobs({ client, ownerUrl, appRole }: MigrateJobsOptions): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    migrate: true,
    supervise: false,
    schedule: false,
    max: 2,
  });
  const failures: unknown[] = [];
  boss.on("error", (error) => failures.push(error));
  await boss.start();
  try {
    await waitForIndexes(client, failures);
  } finally {
    await boss.stop();
  }
  await grantJobs(client, appRole);
}

/** An upgrade may build indexes in the background; only the owner can, so it is waited for here. */
async function waitForIndexes(client: pg.Client, failures: readonly unknown[]): Promise<void> {
  const giveUpAt = Date.now() + BACKGROUND_WORK_TAKES_AT_MOST_MS;
  for (;;) {
    const { rowCount } = await client.query(
      `select from ${JOBS_SCHEMA}.bam where status in ('pending', 'in_progress')`,
    );
    if (rowCount === 0) return;
    if (failures.length > 0) throw failures[0];
    if (Date.now() > giveUpAt)
      throw new Error("The job queue's indexes were not finished within ten minutes. Migrate again.");
    await sleep(200);
  }
}

async function grantJobs(client: pg.Client, appRole: string): Promise<void> {
  const role = pg.escapeIdentifier(appRole);
  await client.query(`grant usage on schema ${JOBS_SCHEMA} to ${role}`);
  await client.query(`grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${role}`);
  await client.query(`grant execute on all functions in schema ${JOBS_SCHEMA} to ${role}`);
}
