// Databases that stand ready to be cloned, and clones of them: real commits, nothing rolled back, nothing shared.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { migrate } from "#server/db/migrate.ts";
import { onDatabase, roleOf } from "./address.ts";

interface Urls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export interface TestDatabase extends Urls {
  /** Ends every connection still open and removes the database. */
  drop(): Promise<void>;
}

const IN_USE = "55006";
const NOT_ALLOWED = "42501";
const TRIES = 50;

/** Makes a migrated database; answers its name. */
export async function makeMigrated({ ownerUrl, appUrl }: Urls): Promise<string> {
  const name = newName("template");
  await onServer(ownerUrl, (client) => client.query(`create database ${name} template template0`));
  await migrate({ ownerUrl: onDatabase(ownerUrl, name), appRole: roleOf(appUrl) });
  return name;
}

/** A database like `template`, under a name of its own. */
export async function cloneDatabase({ ownerUrl, appUrl }: Urls, template: string): Promise<TestDatabase> {
  const name = newName("test");
  await onServer(ownerUrl, (client) => clone(client, name, template));
  return {
    ownerUrl: onDatabase(ownerUrl, name),
    appUrl: onDatabase(appUrl, name),
    drop: () => dropDatabase(ownerUrl, name),
  };
}

export function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  return onServer(ownerUrl, (client) => drop(client, name));
}

const newName = (kind: string) => `bihuan_${kind}_${randomBytes(8).toString("hex")}`;

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
