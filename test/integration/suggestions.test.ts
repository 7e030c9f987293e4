// Suggestions over HTTP: an expert is answered as on the phone and as of the day; whoever writes no hazards is not.
import { afterAll, beforeAll, expect, test } from "vitest";
import { getSuggestions, listSuggestionLessons } from "#api/suggestions.ts";
import type { Person } from "./setup/people.ts";
import { openSubdistrict, type Subdistrict } from "./setup/subdistrict.ts";

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

test("the lessons are those of hazards recorded; an enterprise asks in vain", async () => {
  expect(listSuggestionLessons.response.parse((await expert.get(listSuggestionLessons.path)).json)).toEqual({
    lessons: [],
  });
  const { first, office } = subdistrict;
  const owner = await office.addPerson("enterprisePrincipal", "周老板（演示）", { scopeId: first.enterpriseId });
  expect((await owner.get(listSuggestionLessons.path)).status).toBe(403);
});
