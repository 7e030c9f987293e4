// What the phone records when an offer is tapped: the clauses its words support, over the real catalogue and model.
import { expect, test } from "vitest";
import { buildSuggestIndex } from "#domain/law/suggest.ts";
import { PACKED_MODEL } from "#domain/law/suggestion/model.generated.ts";
import { openModel } from "#domain/law/suggestion/model.ts";
import { offeredClauses, refOf } from "#field/app/capture-draft.ts";
import { foundItems } from "#field/features/capture/found-items.ts";
import { referenceLibrary } from "./reference-library.ts";

const library = referenceLibrary();
const ground = { model: openModel(PACKED_MODEL), library, index: buildSuggestIndex(library), hazards: [] };
const DAY = "2026-11-20";
const DIVISION = "330109";
const LISTED_CASE = "工贸企业重大事故隐患判定标准#3第(二)项";

function offerOf(text: string, code: string) {
  return foundItems(ground, { text, day: DAY, division: DIVISION }, 12).find((one) => one.code === code);
}

test("a clause the words do not support is not recorded by a tap, and can still be ticked", () => {
  const offer = offerOf("焊工证说在老家，下次给看", "JC-06-05");
  const chosen = offer?.clauses?.map(({ ref }) => ref) ?? [];
  expect(chosen).toContain("安全生产法#30");
  expect(chosen).not.toContain(LISTED_CASE);
  expect(offeredClauses(library, "JC-06-05", DAY, DIVISION, offer?.clauses).map(refOf)).toContain(LISTED_CASE);
});

test("the ordinary duty that stands in for a listed case is among the clauses to tick", () => {
  const offer = offerOf("水性漆喷房没有装可燃气体报警", "XC-11-05");
  const chosen = offer?.clauses?.map(({ ref }) => ref) ?? [];
  expect(chosen.length).toBeGreaterThan(0);
  expect(chosen.filter((ref) => ref.startsWith("工贸企业重大事故隐患判定标准"))).toEqual([]);
  const shown = offeredClauses(library, "XC-11-05", DAY, DIVISION, offer?.clauses).map(refOf);
  expect(shown).toEqual(expect.arrayContaining([...chosen]));
});

test("an item found by plain search brings all its clauses", () => {
  const found = foundItems(ground, { text: "灭火器", day: DAY, division: DIVISION }, 12);
  expect(found.filter(({ why }) => why === "").some(({ clauses }) => clauses === undefined)).toBe(true);
});
