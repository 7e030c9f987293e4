import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { buildLibrary } from "#domain/law/library.ts";
import { formatReference } from "#domain/law/reference.ts";
import { PACKED_MODEL } from "#domain/law/suggestion/model.generated.ts";
import { openModel } from "#domain/law/suggestion/model.ts";
import { askProvider, loadSuggestionProvider } from "./own-suggestions.ts";
import { readReference } from "./read-reference.ts";

const library = buildLibrary(readReference(fileURLToPath(new URL("../../../reference", import.meta.url))));
const ground = { model: openModel(PACKED_MODEL), library };
const question = { text: "水性漆喷房没有报警器", day: "2026-11-20", division: "330109" };

async function moduleOf(source: string) {
  const file = join(mkdtempSync(join(tmpdir(), "provider-")), "provider.mjs");
  writeFileSync(file, source);
  return loadSuggestionProvider(file);
}

describe("a customer's own model", () => {
  it("names the items; the clauses are ours, of the day and supported by the words", async () => {
    const provider = await moduleOf(`export default ({ text }) => [
      { code: "XC-11-05", score: 0.9, because: [text], clauses: [{ instrumentId: "废止的法", article: "1" }] },
      { code: "XC-11-05", score: 0.5 }, { code: "没有这一项", score: 0.4 }, { code: "XC-07-01", score: 0.3 },
    ];`);
    const answer = await askProvider(provider, ground, question);
    expect(answer.map(({ code }) => code)).toEqual(["XC-11-05", "XC-07-01"]);
    const refs = answer.flatMap(({ clauses }) => clauses.map(formatReference));
    expect(refs).toContain("危险化学品安全法#37");
    expect(refs.filter((ref) => /废止的法|判定标准/.test(ref))).toEqual([]);
  });

  it("is refused at start when it exports no function, and in use when it answers something else", async () => {
    await expect(moduleOf("export const answer = 1;")).rejects.toThrow("no function as its default export");
    const provider = await moduleOf(`export default () => "XC-11-05";`);
    await expect(askProvider(provider, ground, question)).rejects.toThrow();
  });
});
