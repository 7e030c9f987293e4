// Opens an instance for one verb on the configured data folder or database, and closes it whatever happens.

import { systemClock } from "#server/clock.ts";
import { readConfig } from "#server/config.ts";
import { type Instance, openInstance } from "#server/instance.ts";

export async function withInstance<T>(work: (instance: Instance) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const instance = await openInstance({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    ownerUrl: config.databaseOwnerUrl,
    publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
    clock: systemClock,
    extraFonts: config.extraFonts,
  });
  try {
    return await work(instance);
  } finally {
    await instance.close();
  }
}

/** The value behind `--name`, or undefined. */
export function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
}
