// Suggestions over HTTP: an expert is answered as on the phone and as of the day; whoever writes no hazards is not.
import { afterAll, beforeAll, expect, test } from "vitest";
import { getSuggestions, listSuggestionLessons } from "#api/suggestions.ts";
import type { Person } from "./setup/people.ts";
import { inspect, openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

let subdistrict: Subdistrict;
let expert: Person;
beforeAll(async () => {
  subdistrict = await openSubdistrict();
  expert = await subdistrict.office.addPerson("expert", "顾专家（演示）", { scopeId: subdistrict.first.agencyId });
});
afterAll(() => subdistrict.close());

async function ask(person: Person, text: string, day: string) {
  return person.get(`${getSuggestions.path}?text=${encodeURIComponent(text)}&day=${day}`);
}

test("an expert gets the items his words may mean, with clauses in force that day", async () => {
  const { suggestions } = getSuggestions.response.parse((await ask(expert, "灭火起过期", "2026-11-20")).json);
  expect(suggestions[0]).toMatchObject({ code: "XC-05-02", listedCase: null });
  expect(suggestions[0]?.clauses.map(({ article }) => article)).toContain("10.0.7");
  const before = getSuggestions.response.parse((await ask(expert, "油漆没有出入库登记", "2026-04-30")).json);
  const cited = before.suggestions.flatMap(({ clauses }) => clauses.map(({ instrumentId }) => instrumentId));
  expect(cited).not.toContain("危险化学品安全法");
});

test("words that name no hazard get no item", async () => {
  const answer = getSuggestions.response.parse((await ask(expert, "未发现隐患，通道畅通", "2026-11-20")).json);
  expect(answer.suggestions).toEqual([]);
});

async function lessonsOf(person: Person, query = "") {
  return listSuggestionLessons.response.parse((await person.get(`${listSuggestionLessons.path}${query}`)).json);
}

test("the lessons are those of hazards recorded; an enterprise asks in vain", async () => {
  expect(await lessonsOf(expert)).toMatchObject({ rows: [], counts: { inUse: 0, setAside: 0 } });
  const { first, office } = subdistrict;
  const owner = await office.addPerson("enterprisePrincipal", "周老板（演示）", { scopeId: first.enterpriseId });
  expect((await owner.get(listSuggestionLessons.path)).status).toBe(403);
});

test("a lesson moves its item until the agency's lead sets it aside, and again once taken up", async () => {
  const { first, second } = subdistrict;
  await inspect(subdistrict, first, 2);
  const words = "通道堆放纸箱,宽度不足";
  const offered = async () => {
    const { suggestions } = getSuggestions.response.parse((await ask(expert, words, "2026-11-20")).json);
    return suggestions.map(({ code }) => code);
  };
  const keys = async (person: Person) => (await person.get("/api/v1/sync")).json.setAsideLessons;
  const learned = (await lessonsOf(expert)).rows.find(({ itemCode }) => itemCode === "XC-06-01");
  expect(learned).toMatchObject({ words, times: 1, said: null, place: { taught: 3, untaught: null } });
  expect(await offered()).toContain("XC-06-01");

  const args = { itemCode: "XC-06-01", words, reason: "选错了项" };
  expect(await expert.send("lesson.setAside", args)).toMatchObject({ problem: { code: "command.not_yours" } });
  await first.agencyLead.act("lesson.setAside", args);
  expect(await offered()).not.toContain("XC-06-01");
  expect((await lessonsOf(expert, "?state=setAside&text=XC-06")).rows).toEqual([
    expect.objectContaining({
      itemCode: "XC-06-01",
      said: expect.objectContaining({ inUse: false, reason: "选错了项" }),
    }),
  ]);
  expect(await keys(first.expert)).toHaveLength(1);
  // Another agency's lessons are its own.
  expect([await keys(second.expert), (await lessonsOf(second.expert)).counts]).toEqual([[], { inUse: 0, setAside: 0 }]);
  expect(await first.agencyLead.send("lesson.setAside", args)).toMatchObject({ problem: { code: "lesson.set_aside" } });

  await first.agencyLead.act("lesson.takeUp", { ...args, reason: "是对的" });
  expect(await offered()).toContain("XC-06-01");
  expect(await keys(first.expert)).toEqual([]);
  expect(await first.agencyLead.send("lesson.takeUp", args)).toMatchObject({ problem: { code: "lesson.in_use" } });
});
