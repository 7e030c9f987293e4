// House rules no linter knows: file sizes, names that say nothing, clocks in SQL, links in documents that lead nowhere.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url));
const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => file && existsSync(join(root, file)));
const faults = [];

const MAX_LINES = 300;
const MAX_TEST_LINES = 600;
const EMPTY_NAMES = /(^|\/)(utils?|helpers?|commons?|misc|managers?|services?)\.(ts|tsx|js)$/;
/** Files that are tables of data, where length is the content. */
const DATA_TABLES = /(\.generated\.ts|\/problems\.ts|-problems\.ts|labels\.ts|transitions\.ts|sample-[a-z-]+\.ts)$/;
const SQL_CLOCK =
  /\b(now\(\)|current_(date|time|timestamp)|clock_timestamp\(\)|localtimestamp|statement_timestamp\(\))/i;

const IMPURE = /\bDate\.now\(|new Date\(\)|Math\.random\(|\basync\b|\bawait\b/;

for (const file of files) {
  const isCode = /\.(ts|tsx|js)$/.test(file);
  if (isCode && EMPTY_NAMES.test(file)) faults.push(`${file}: the name says nothing`);
  if (!isCode && !/\.(sql|md)$/.test(file)) continue;
  const text = readFileSync(join(root, file), "utf8");
  const lines = text.split("\n");
  if (isCode && !DATA_TABLES.test(file) && lines.length > (/\.test\.tsx?$/.test(file) ? MAX_TEST_LINES : MAX_LINES))
    faults.push(`${file}: ${lines.length} lines`);
  const isSql = file.endsWith(".sql") || /^src\/server\/.*\.ts$/.test(file);
  if (isSql)
    for (const [index, line] of lines.entries()) {
      const code = file.endsWith(".sql")
        ? line.replace(/--.*/, "")
        : line.replace(/\/\/.*/, "").replace(/^\s*\*.*/, "");
      const isSqlLine = file.endsWith(".sql") || /select |insert |update |sql`|where /i.test(code);
      if (isSqlLine && SQL_CLOCK.test(code) && !/clock\.now\(\)|Date\.now\(\)|performance\.now\(\)/.test(code))
        faults.push(`${file}:${index + 1}: SQL holds no clock; hand the time in`);
    }
  if (/^src\/domain\/.*(?<!\.test)\.ts$/.test(file))
    for (const [index, line] of lines.entries())
      if (IMPURE.test(line.replace(/\/\/.*/, "").replace(/^\s*\/?\*.*/, "")))
        faults.push(`${file}:${index + 1}: domain has no clock, no randomness and is synchronous`);
  if (file.endsWith(".md"))
    for (const [, target] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g))
      if (!/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(file), target)))
        faults.push(`${file}: link to ${target} leads nowhere`);
}

if (faults.length) {
  console.log(faults.join("\n"));
  process.exit(1);
}
