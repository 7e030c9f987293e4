// The field app's first load stays at most 150 kB of gzipped script and style, because a workshop's signal is poor. Run after a build.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT_KB = 150;
const dist = fileURLToPath(new URL("../dist/field/", import.meta.url));
const page = readFileSync(`${dist}index.html`, "utf8");
const files = [...page.matchAll(/(?:src|href)="\/field\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]);
const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(dist + file), { level: 9 }).length, 0);
const kilobytes = bytes / 1000;
console.log(`field app, first load: ${kilobytes.toFixed(1)} kB of script and style gzipped, at most ${LIMIT_KB}`);
if (!files.length || kilobytes > LIMIT_KB) {
  console.log("Load the new part on demand (import()), or say why the limit moves.");
  process.exit(1);
}
