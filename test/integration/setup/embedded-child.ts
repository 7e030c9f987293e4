// A process of its own that starts the embedded database, says so on one line, and stays until it is ended. Tests kill it.
import { startEmbedded } from "#server/db/embedded/supervisor.ts";

const [dataDir = ""] = process.argv.slice(2);
try {
  const { ownerUrl, appUrl, attached } = await startEmbedded({ dataDir, log: () => {} });
  console.log(JSON.stringify({ ownerUrl, appUrl, attached }));
  setInterval(() => {}, 60_000);
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
}
