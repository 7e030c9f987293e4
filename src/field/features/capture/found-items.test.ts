// What a tap on an offer records: the clauses its words support, with the model as shipped over a small library.
import { expect, test } from "vitest";
import { buildLibrary } from "#domain/law/library.ts";
import { SAMPLE_ROWS, sampleArticle, sampleCitation, sampleItem, sampleVersion } from "#domain/law/sample-library.ts";
import { buildSuggestIndex } from "#domain/law/suggest.ts";
import { lessonKey } from "#domain/law/suggestion/lessons.ts";
import { PACKED_MODEL } from "#domain/law/suggestion/model.generated.ts";
import { openModel } from "#domain/law/suggestion/model.ts";
import { offeredClauses, refOf } from "../../app/capture-draft.ts";
import { type FoundGround, foundItems } from "./found-items.ts";

const LISTED_CASE = "工贸企业重大事故隐患判定标准#3第(二)项";
const DUTY = "安全生产法#30";
const DAY = "2026-11-20";
const DIVISION = "330109";

const library = buildLibrary({
  ...SAMPLE_ROWS,
  instruments: [
    { id: "安全生产法", title: "中华人民共和国安全生产法", kind: "law", divisionCode: "000000" },
    { id: "工贸企业重大事故隐患判定标准", title: "判定标准", kind: "rule", divisionCode: "000000" },
  ],
  versions: [sampleVersion("安全生产法"), sampleVersion("工贸企业重大事故隐患判定标准")],
  articles: [sampleArticle("安全生产法", "30"), sampleArticle("工贸企业重大事故隐患判定标准", "3第(二)项")],
  items: [
    sampleItem("JC-06-05", { item: "特种作业人员持证", typicalHazard: "电工证已过期还在操作" }),
    sampleItem("JC-10-04", { item: "特种设备作业人员证", typicalHazard: "叉车司机无证" }),
  ],
  citations: [sampleCitation("JC-06-05", 1, DUTY, "direct"), sampleCitation("JC-06-05", 2, LISTED_CASE, "conditional")],
});
const ground = { model: openModel(PACKED_MODEL), library, index: buildSuggestIndex(library), hazards: [] };

function recordedFor(text: string) {
  const offer = foundItems(ground, { text, day: DAY, division: DIVISION }, 3).find(({ code }) => code === "JC-06-05");
  return offer?.clauses;
}

test("a clause the words do not support is not recorded by a tap, and can still be ticked", () => {
  const recorded = recordedFor("焊工证说在老家，下次给看");
  expect(recorded?.map(({ ref }) => ref)).toEqual([DUTY]);
  expect(offeredClauses(library, "JC-06-05", DAY, DIVISION, recorded).map(refOf)).toEqual([DUTY, LISTED_CASE]);
});

test("a clause whose conditions are named is recorded", () => {
  expect(recordedFor("焊工没有证在烧电焊")?.map(({ ref }) => ref)).toEqual([DUTY, LISTED_CASE]);
});

test("a clause chosen beside the item's own stays in the list to tick", () => {
  const besides = [{ ref: DUTY, role: "conditional" as const }];
  expect(offeredClauses(library, "JC-10-04", DAY, DIVISION, besides).map(refOf)).toEqual([DUTY]);
});

test("what experts chose for such words comes first where two fit alike, unless the agency has set that lesson aside", () => {
  const offered = (text: string, more: Partial<FoundGround>) =>
    foundItems({ ...ground, ...more }, { text, day: DAY, division: DIVISION }, 3).map(({ code }) => code);
  const lessonOf = (text: string) => {
    const [, second] = offered(text, {});
    const itemCode = second ?? "none";
    return {
      text,
      itemCode,
      hazards: Array.from({ length: 9 }, () => ({ itemCode, description: text, status: "open" as const })),
    };
  };
  const lessons = ["无证操作", "没证", "操作证过期", "证件过期还在操作", "工人没有证", "作业人员无证"].map(lessonOf);
  const moved = lessons.find(({ text, itemCode, hazards }) => offered(text, { hazards })[0] === itemCode);
  expect(moved, "a lesson brings the second first").toBeDefined();
  if (!moved) return;
  const { text, itemCode, hazards } = moved;
  const untaught = offered(text, {});
  expect(offered(text, { hazards, setAside: [lessonKey({ itemCode, words: text })] })).toEqual(untaught);
  expect(offered(text, { hazards: hazards.map((one) => ({ ...one, status: "voided" as const })) })).toEqual(untaught);
});
