// Each guard has a planted failure that must turn it red. They are planted in a copy of the tree, never in the tree itself.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "bihuan-guards-"));
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter(Boolean);
  for (const file of files)
    cpSync(join(root, file), join(copy, file), { recursive: true, force: true, errorOnExist: false });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
  ])
    execFileSync("git", args, { cwd: copy });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Plants a file, runs the guard, takes the file away; answers what the guard said when it was red. */
function planted(
  file: string,
  text: string,
  command: string,
  args: readonly string[],
): { readonly red: boolean; readonly said: string } {
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  try {
    const result = spawnSync(join(root, "node_modules/.bin", command), args, {
      cwd: copy,
      encoding: "utf8",
      env: { ...process.env, FORCE_COLOR: "0" },
    });
    return { red: result.status !== 0, said: `${result.stdout}${result.stderr}` };
  } finally {
    rmSync(path);
  }
}

const lint = (file: string, text: string) => planted(file, text, "biome", ["lint", file]);

test.each([
  ["domain reaches for the server", "src/domain/kernel/planted.ts", 'import "#server/config.ts";\n'],
  ["domain reaches for Node", "src/domain/kernel/planted.ts", 'import "node:fs";\n'],
  ["domain reaches for the database", "src/domain/kernel/planted.ts", 'import "pg";\n'],
  ["api reaches for the server", "src/api/planted.ts", 'import "#server/config.ts";\n'],
  ["portal reaches for the database", "src/portal/planted.ts", 'import "kysely";\n'],
  ["field reaches for the server", "src/field/planted.ts", 'import "#server/config.ts";\n'],
  ["field reaches for the console", "src/field/planted.ts", 'import "#console/theme.ts";\n'],
  ["console reaches for the field app", "src/console/planted.ts", 'import "#field/outbox/send.ts";\n'],
  ["ui knows a business word", "src/ui/planted.ts", 'import "#domain/hazard/statuses.ts";\n'],
  ["server reaches for a web app", "src/server/http/planted.ts", 'import "#console/theme.ts";\n'],
])("wall: %s", (_name, file, text) => {
  const { red, said } = lint(file, text);
  expect(red, said).toBe(true);
  expect(said).toMatch(/noRestrictedImports/);
});

test.each([
  ["any", "noExplicitAny", "export function planted(value: any) {\n  return value;\n}\n"],
  [
    "a non-null assertion",
    "noNonNullAssertion",
    "export function planted(value: string | null) {\n  return value!.length;\n}\n",
  ],
  ["a floating promise", "noFloatingPromises", "async function work() {}\nexport function planted() {\n  work();\n}\n"],
])("lint: %s", (_name, rule, text) => {
  const { red, said } = lint("src/server/planted.ts", text);
  expect(red, said).toBe(true);
  expect(said).toMatch(rule);
});

test.each([
  [
    "domain knows no Node",
    "tsconfig.domain.json",
    "src/domain/kernel/planted.ts",
    "export const planted = process.pid;\n",
  ],
  [
    "domain knows no browser",
    "tsconfig.domain.json",
    "src/domain/kernel/planted.ts",
    "export const planted = window.name;\n",
  ],
  [
    "an index may find nothing",
    "tsconfig.server.json",
    "src/server/planted.ts",
    "export const planted = (list: string[]): string => list[0];\n",
  ],
  ["only erasable syntax", "tsconfig.server.json", "src/server/planted.ts", "export enum Planted {\n  A,\n}\n"],
  [
    "a switch forgets a case",
    "tsconfig.server.json",
    "src/server/planted.ts",
    'export function planted(value: "a" | "b"): string {\n  switch (value) {\n    case "a":\n      return "A";\n    default: {\n      const rest: never = value;\n      return rest;\n    }\n  }\n}\n',
  ],
])("types: %s", (_name, project, file, text) => {
  const { red, said } = planted(file, text, "tsc", ["-p", project]);
  expect(red).toBe(true);
  expect(said).toMatch(/planted\.ts/);
});

test("format: a badly formatted file", () => {
  expect(
    planted("src/server/planted.ts", "export const   planted=1\n", "biome", ["format", "src/server/planted.ts"]).red,
  ).toBe(true);
});

test("dead code: an export nobody uses", () => {
  const { red, said } = planted("src/server/planted.ts", "export const planted = 1;\n", "knip", []);
  expect(red).toBe(true);
  expect(said).toMatch(/planted/);
});

test.each([
  [
    "a clock in SQL",
    "migrations/29990101000000-planted.sql",
    "create table planted (at timestamptz default now());\n",
    /SQL holds no clock/,
  ],
  [
    "a clock in a rule",
    "src/domain/kernel/planted.ts",
    "export const planted = () => Date.now();\n",
    /domain has no clock/,
  ],
  [
    "randomness in a rule",
    "src/domain/kernel/planted.ts",
    "export const planted = () => Math.random();\n",
    /domain has no clock/,
  ],
  ["a name that says nothing", "src/server/utils.ts", "export const planted = 1;\n", /the name says nothing/],
  ["a file nobody wants to read", "src/server/planted.ts", "export const planted = 1;\n".repeat(301), /30\d lines/],
  ["a link that leads nowhere", "docs/planted.md", "[nowhere](not-there.md)\n", /leads nowhere/],
])("house rules: %s", (_name, file, text, said) => {
  const answer = planted(file, text, "node", ["bin/house-rules.js", "."]);
  expect(answer.red).toBe(true);
  expect(answer.said).toMatch(said);
});

test("state machine pages: a page that is stale", () => {
  const { red } = planted("docs/state-machines/hazard.md", "# stale\n", "node", ["bin/state-machines.js", "--verify"]);
  expect(red).toBe(true);
});
