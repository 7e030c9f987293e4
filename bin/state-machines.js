// Writes docs/state-machines from the tables of the domain. With --verify it only compares and names what is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { machinePages } from "../src/domain/hazard/machine-pages.ts";

const folder = new URL("../docs/state-machines/", import.meta.url);
const verify = process.argv.includes("--verify");

function isStale(name, text) {
  try {
    return readFileSync(new URL(name, folder), "utf8") !== text;
  } catch {
    return true;
  }
}

const stale = Object.entries(machinePages).filter(([name, text]) => isStale(name, text));
for (const [name, text] of stale) {
  if (verify) console.error(`stale: docs/state-machines/${name}; run ${fileURLToPath(import.meta.url)}`);
  else writeFileSync(new URL(name, folder), text);
}
if (verify && stale.length > 0) process.exitCode = 1;
