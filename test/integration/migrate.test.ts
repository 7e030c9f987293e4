import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assertApplicationRole } from "#server/db/check-role.ts";
import { findFreePort } from "#server/db/embedded/credentials.ts";
import { MIGRATIONS_DIRECTORY, migrate, readMigrations } from "#server/db/migrate.ts";
import { JOBS_SCHEMA } from "#server/db/migrate-jobs.ts";
import { onDatabase, roleOf } from "./setup/address.ts";
import type { TestDatabase } from "./setup/cloned-database.ts";
import { createTestDatabase } from "./setup/database.ts";
import { hasPostgres15, startPostgres15 } from "./setup/external-server.ts";

async function asRole<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  return asRole(url, async (client) => (await client.query<{ answer: T }>(sql)).rows.map((row) => row.answer));
}

/** Sends a job and works it as the application would at run time, with no right to change tables. */
async function workOneJob(url: string): Promise<unknown> {
  const boss = new PgBoss({ connectionString: url, schema: JOBS_SCHEMA, migrate: false, reindex: false });
  const errors: unknown[] = [];
  boss.on("error", (error) => errors.push(error));
  await boss.start();
  await boss.createQueue("letters");
  await boss.send("letters", { id: 1 });
  const [job] = await boss.fetch<{ id: number }>("letters");
  await boss.complete("letters", job?.id ?? "");
  await boss.supervise();
  await boss.stop();
  expect(errors).toEqual([]);
  return job?.data;
}

describe("migrations of one's own", () => {
  let server: TestDatabase;
  let ownerUrl = "";
  let appRole = "";
  let directory = "";

  beforeAll(async () => {
    server = await createTestDatabase();
  });
  afterAll(() => server.drop());

  beforeEach(async () => {
    appRole = roleOf(server.appUrl);
    await asRole(server.ownerUrl, (client) => client.query("create database migrate_test template template0"));
    ownerUrl = onDatabase(server.ownerUrl, "migrate_test");
    directory = await mkdtemp(join(tmpdir(), "bihuan-migrations-"));
    await mkdir(join(directory, "grants"));
    await write("1-letters.sql", "create table letters (id int primary key);\ninsert into letters values (1);");
    await write("2-words.sql", "create table words (id int references letters);");
    await write("grants/app-role.sql", "grant select on letters to :app_role; select 'x'::text;");
  });
  afterEach(async () => {
    await asRole(server.ownerUrl, (client) => client.query("drop database migrate_test with (force)"));
    await rm(directory, { recursive: true, force: true });
  });

  function write(name: string, sql: string): Promise<void> {
    return writeFile(join(directory, name), sql);
  }
  const run = () => migrate({ ownerUrl, appRole, directory });

  it("are applied once, in order of name, and the grants every time", async () => {
    expect(await run()).toEqual({ applied: ["1-letters.sql", "2-words.sql"] });
    await asRole(ownerUrl, (client) => client.query(`revoke select on letters from ${pg.escapeIdentifier(appRole)}`));
    await write("3-more.sql", "insert into letters values (2);");
    expect(await run()).toEqual({ applied: ["3-more.sql"] });
    expect(
      await ask(onDatabase(server.appUrl, "migrate_test"), "select id as answer from letters order by id"),
    ).toEqual([1, 2]);
  });

  it("may be started by several servers at once", async () => {
    const all = await Promise.all([run(), run(), run()]);
    expect(all.flatMap((one) => one.applied).sort()).toEqual(["1-letters.sql", "2-words.sql"]);
  });

  it("leave nothing of a file that fails, and name its line", async () => {
    await write("3-wrong.sql", "create table half (id int);\n\nselect * from nowhere;");
    await expect(run()).rejects.toThrow(
      /3-wrong\.sql failed in line 3: relation "nowhere" does not exist\. Nothing of this file was kept/,
    );
    expect(await ask(ownerUrl, "select name as answer from schema_migrations order by name")).toEqual([
      "1-letters.sql",
      "2-words.sql",
    ]);
    expect(await ask(ownerUrl, "select to_regclass('half') as answer")).toEqual([null]);
  });

  it("are refused when an applied file was changed, but not for its line ends", async () => {
    await run();
    await write("1-letters.sql", "create table letters (id int primary key);\r\ninsert into letters values (1);");
    expect(await run()).toEqual({ applied: [] });
    await write("1-letters.sql", "create table letters (id bigint primary key);");
    await expect(run()).rejects.toThrow('"1-letters.sql" was changed after this database had applied it');
  });

  it("are refused when an applied file is missing", async () => {
    await run();
    await rm(join(directory, "2-words.sql"));
    await expect(run()).rejects.toThrow('brought up to "2-words.sql", but this version of Bihuan has no such file');
  });

  it("want two roles that both exist", async () => {
    await expect(migrate({ ownerUrl, appRole: roleOf(ownerUrl), directory })).rejects.toThrow("They must be two");
    await expect(migrate({ ownerUrl, appRole: "nobody there", directory })).rejects.toThrow(
      'create role "nobody there" login',
    );
  });

  it("may be none at all", async () => {
    await rm(directory, { recursive: true });
    await mkdir(directory);
    expect(await run()).toEqual({ applied: [] });
  });
});

describe("the product's own migrations", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("are all in the cloned database", async () => {
    const names = (await readMigrations(MIGRATIONS_DIRECTORY)).map((migration) => migration.name);
    expect(
      await ask(database.ownerUrl, 'select name as answer from schema_migrations order by name collate "C"'),
    ).toEqual(names);
  });

  it("let the application role work jobs without owning anything", async () => {
    expect(await workOneJob(database.appUrl)).toEqual({ id: 1 });
    await asRole(database.appUrl, (client) => assertApplicationRole(client));
  });

  it("are two separate databases for two test files", async () => {
    const other = await createTestDatabase();
    await ask(database.ownerUrl, "create table mine as select 1 as answer");
    expect(await ask(other.ownerUrl, "select to_regclass('mine') as answer")).toEqual([null]);
    await other.drop();
  });
});

describe("the role the server works as", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await ask(database.ownerUrl, "create table owned (id int)");
  });
  afterAll(() => database.drop());

  it("may not own tables", async () => {
    const check = asRole(database.ownerUrl, (client) => assertApplicationRole(client));
    await expect(check).rejects.toThrow(
      /role ".*" of DATABASE_URL owns tables \(.*\), so row security would not keep tenants apart/,
    );
  });
});

describe.runIf(hasPostgres15)("a PostgreSQL 15 of the operator's", () => {
  it("is migrated, serves the application role, and no other role passes the check", async () => {
    const server = await startPostgres15(await findFreePort());
    try {
      const { applied } = await migrate({ ownerUrl: server.ownerUrl, appRole: roleOf(server.appUrl) });
      expect(applied).toEqual((await readMigrations(MIGRATIONS_DIRECTORY)).map((migration) => migration.name));
      expect(await workOneJob(server.appUrl)).toEqual({ id: 1 });
      await asRole(server.appUrl, (client) => assertApplicationRole(client));

      await asRole(server.adminUrl, (client) => client.query('alter role "office app" bypassrls'));
      await expect(asRole(server.appUrl, (client) => assertApplicationRole(client))).rejects.toThrow(
        "may bypass row security",
      );
      await asRole(server.adminUrl, (client) =>
        client.query('alter role "office app" nobypassrls; grant office_owner to "office app"'),
      );
      await expect(asRole(server.appUrl, (client) => assertApplicationRole(client))).rejects.toThrow("owns tables");
      await expect(asRole(server.adminUrl, (client) => assertApplicationRole(client))).rejects.toThrow(
        "is a superuser",
      );
    } finally {
      await server.stop();
    }
  });
});
