// `bihuan migrate`: for operators who migrate apart from starting.
import { readConfig } from "#server/config.ts";
import { migrate } from "#server/db/migrate.ts";

export async function run(): Promise<number> {
  const { databaseUrl, databaseOwnerUrl } = readConfig(process.env);
  if (!databaseUrl || !databaseOwnerUrl)
    throw new Error(
      "Set DATABASE_OWNER_URL (the tables' owner) and DATABASE_URL (the application role). The embedded database migrates itself at start.",
    );
  const { applied } = await migrate({
    ownerUrl: databaseOwnerUrl,
    appRole: decodeURIComponent(new URL(databaseUrl).username),
  });
  console.log(applied.length ? `Applied ${applied.length} migrations:\n${applied.join("\n")}` : "Nothing to migrate.");
  return 0;
}
