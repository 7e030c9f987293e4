// `bihuan serve`: the real thing, without demonstration data.
import { readConfig } from "#server/config.ts";
import { serve } from "#server/main.ts";

export async function run(): Promise<number> {
  const config = readConfig(process.env);
  const instance = await serve(config);
  console.log(`Bihuan is ready at ${instance.services.publicUrl}`);
  return new Promise(() => {});
}
