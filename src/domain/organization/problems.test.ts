import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { problemTexts } from "../problems.ts";

const areas = ["organization", "scope", "contract", "inspection", "supervision", "batch"];

/** Codes as they are written in `refuse("…", { … })`, with the names of the parameters beside them. */
function refusalsIn(area: string): [string, string[]][] {
  const folder = new URL(`../${area}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  return files.flatMap((file) => {
    const source = readFileSync(new URL(file, folder), "utf8");
    const calls = [...source.matchAll(/refuse\("([\w.]+)"(?:,\s*\{([^}]*)\})?/g)];
    return calls.map(([, code = "", params = ""]): [string, string[]] => [
      code,
      [...params.matchAll(/(\w+)(?=\s*[:,}]|\s*$)/g)].map(([name]) => name),
    ]);
  });
}

it.each(areas.flatMap(refusalsIn))("%s has its sentences, and every parameter they name is given", (code, params) => {
  const { zh, en } = problemTexts[code] ?? { zh: "", en: "" };
  expect(zh, code).toMatch(/。$/);
  expect(en, code).not.toBe("");
  const named = [...`${zh}${en}`.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  for (const name of named) expect(params, `${code} {${name}}`).toContain(name);
  expect(zh).not.toMatch(/[!！]|请注意|无权限|操作成功/);
});

it("sees the refusals at all", () => {
  expect(areas.flatMap(refusalsIn).length).toBeGreaterThan(100);
});
