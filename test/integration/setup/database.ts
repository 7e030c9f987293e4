// One database per test file, cloned from the migrated one: real commits, nothing rolled back, nothing shared.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { inject } from "vitest";
import { onDatabase } from "./address.ts";

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Ends every connection still open and removes the database. */
  drop(): Promise<void>;
}

const IN_USE = "55006";
const NOT_ALLOWED = "42501";
const TRIES = 50;

/** Clones the migrated database; call it in `beforeAll` and `drop` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { ownerUrl, appUrl, template } = inject("testServer");
  const name = `bihuan_test_${randomBytes(8).toString("hex")}`;
  await onServer(ownerUrl, (client) => clone(client, name, template));
  return {
    ownerUrl: onDatabase(ownerUrl, name),
    appUrl: onDatabase(appUrl, name),
    drop: () => onServer(ownerUrl, (client) => drop(client, name)),
  };
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The owner may end its own connections, and not PostgreSQL's cleaning, which ends by itself. */
async function drop(client: pg.Client, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.query(`drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      const passes = error instanceof pg.DatabaseError && (error.code === IN_USE || error.code === NOT_ALLOWED);
      if (!passes || tries === TRIES) throw error;
      await sleep(100);
    }
  }
}

/** PostgreSQL refuses while anyone, be it its own cleaning, is connected to the template; that passes. */
async function clone(client: pg.Client, name: string, template: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.query(`create database ${name} template ${template}`);
      return;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== IN_USE || tries === TRIES) throw error;
      await sleep(100);
    }
  }
}
