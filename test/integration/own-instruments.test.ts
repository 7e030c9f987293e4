// A tenant's own instruments: entered by its office, cited by its catalogue and hazards, on its experts' phones, found by
// its search; another tenant sees nothing of them.
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLaw, searchLaw } from "#api/law-search.ts";
import { listOwnInstruments } from "#api/own-instruments.ts";
import type { OwnInstrument } from "#domain/law/own/own-instrument.ts";
import { checkTenant } from "#server/journal/check-tenant.ts";
import { newId, type Person } from "./setup/people.ts";
import { hazardArgs, openSubdistrict, photoArgs, type Subdistrict, taskOf } from "./setup/subdistrict.ts";

const ID = "沿街用电要求";
let subdistrict: Subdistrict;
let place: string;

beforeAll(async () => {
  subdistrict = await openSubdistrict();
  place = (await own(subdistrict.officer)).places[0]?.code ?? "";
});
afterAll(() => subdistrict.close());

async function own(person: Person) {
  return listOwnInstruments.response.parse((await person.get(listOwnInstruments.path)).json);
}

function content(change: Partial<OwnInstrument> = {}): OwnInstrument {
  const clauses = ["不得在配电箱前堆放纸箱", "每月自查一次并留记录"].map((words, index) => {
    return { article: String(index + 1), nature: "duty" as const, words };
  });
  const version = { docNumber: "演示街办〔2026〕3号", source: "街道收文（演示）", checked: false, clauses };
  return {
    ...{ title: "沿街生产店铺用电管理要求（演示）", kind: "government", divisionCode: place, note: null },
    versions: [{ ...version, effectiveFrom: "2026-03-01", effectiveTo: null }],
    ...change,
  };
}

const save = (person: Person, said: OwnInstrument, basedOn: number, id = ID) =>
  person.send("ownInstrument.save", { id, content: said, basedOn });

async function find(person: Person, q: string) {
  const { json } = await person.get(`${searchLaw.path}?q=${encodeURIComponent(q)}`);
  return searchLaw.response.parse(json);
}

test("the office enters one; what cannot stand is refused in a sentence", async () => {
  const { officer, first } = subdistrict;
  expect(await save(first.expert, content(), 0)).toMatchObject({ problem: { code: "command.not_yours" } });
  const refused = [
    [await save(officer, content({ divisionCode: "320000" }), 0), "ownInstrument.elsewhere"],
    [await save(officer, content({ divisionCode: "000000" }), 0), "ownInstrument.elsewhere"],
    [await save(officer, content(), 0, "安全生产法"), "ownInstrument.name_shared"],
    [await save(officer, content(), 0, "要求#1"), "ownInstrument.name_mark"],
    [await save(officer, content({ versions: ended("2026-02-01") }), 0), "ownInstrument.days_reversed"],
    [await save(officer, content(), 3), "ownInstrument.changed_since"],
  ] as const;
  for (const [outcome, code] of refused) expect(outcome).toMatchObject({ status: "refused", problem: { code } });
  expect(await save(officer, content(), 0)).toMatchObject({ status: "accepted" });
  const { rows } = await own(first.expert);
  expect(rows).toMatchObject([{ id: ID, basedOn: 1, versions: [{ version: 1, force: "inForce", checked: false }] }]);
});

function ended(effectiveTo: string) {
  return content().versions.map((version) => ({ ...version, effectiveTo }));
}

test("search finds it by name, by number and by words, and it can be read with its mark", async () => {
  const { officer, first } = subdistrict;
  expect((await find(first.expert, "沿街用电要求第二条")).articles).toMatchObject([
    { instrumentId: ID, article: "2", force: "inForce" },
  ]);
  expect((await find(officer, "箱前 堆放")).articles.map(({ instrumentId }) => instrumentId)).toContain(ID);
  expect((await find(officer, "yjydyq")).instruments.map(({ id }) => id)).toEqual([ID]);
  const reading = readLaw.response.parse((await officer.get(`/api/v1/law/reading/${encodeURIComponent(ID)}`)).json);
  expect(reading).toMatchObject({ own: { checked: false }, articles: [{ article: "1" }, { article: "2" }] });
});

test("an item takes it as a further clause, the phone gets both, and a hazard pins its words", async () => {
  const { officeLead, officer, first, office } = subdistrict;
  const more = (ref: string) => ({ code: "XC-05-05", words: { moreClauses: [{ ref, role: "standard" }] }, off: false });
  expect(await officeLead.send("catalogue.override", more(`${ID}#9`))).toMatchObject({
    problem: { code: "catalogue.article_unknown" },
  });
  await officeLead.act("catalogue.override", more(`${ID}#1`));
  const { json } = await first.expert.get("/api/v1/sync");
  expect(json.ownInstruments).toMatchObject([{ id: ID, version: 1 }]);

  const now = office.clock.now();
  const task = await taskOf(office, first.enterpriseId, now.slice(0, 10));
  const [visitId, hazardId] = [newId(), newId()];
  const options = { visit: visitId };
  const start = { visitId, siteId: first.siteId, taskIds: [task.id], taskCode: task.code, kind: "inspection" };
  await first.expert.act("visit.start", { ...start, arrived: { at: now } }, options);
  await first.expert.act("hazard.record", hazardArgs(visitId, hazardId, 1, [photoArgs(now).args]), options);
  const cited = async () => {
    const page = (await officer.get(`/api/v1/hazards/${hazardId}`)).json;
    return page.citations.filter((one: { title: string }) => one.title === content().title);
  };
  const before = await cited();
  expect(before).toMatchObject([{ article: "1", summary: "不得在配电箱前堆放纸箱", verified: false }]);

  // A later version with other words: what was cited stays as it was.
  const versions = [...ended("2026-08-31"), ...content().versions].map((version, index) =>
    index === 0
      ? version
      : { ...version, docNumber: "演示街办〔2026〕9号", effectiveFrom: "2026-09-01", checked: true },
  );
  expect(await save(officer, content({ versions }), 1)).toMatchObject({ status: "accepted" });
  expect(await save(officer, content(), 2)).toMatchObject({ problem: { code: "ownInstrument.versions_gone" } });
  expect(await cited()).toEqual(before);
  expect((await own(officer)).rows).toMatchObject([{ basedOn: 2, items: 1, openHazards: 1 }]);
});

test("what the new version touches is listed for the office, once", async () => {
  const { office, officer } = subdistrict;
  const said = await own(officer);
  const [row] = said.rows;
  const [first, second] = row?.versions ?? [];
  if (!row || !first || !second) throw new Error("two versions stand");
  // The number that is cited carries other words from November on.
  const clauses = ["新加的一条", "配电箱前一米内不得堆物"].map((words, index) => {
    return { article: String(index + 1), nature: "duty" as const, words };
  });
  const third = { ...second, docNumber: "演示街办〔2026〕12号", effectiveFrom: "2026-11-01", clauses };
  await officer.act("ownInstrument.save", {
    ...{ id: ID, basedOn: row.basedOn },
    content: content({ versions: [first, second, third] }),
  });
  await office.runJobs();
  const reviews = (await officer.get("/api/v1/law-reviews")).json;
  expect(
    reviews.rows.map((one: { subjectKind: string; change: string }) => [one.subjectKind, one.change]).toSorted(),
  ).toEqual([
    ["hazard", "changed"],
    ["item", "changed"],
  ]);
  await office.runJobs();
  expect((await officer.get("/api/v1/law-reviews")).json.counts).toEqual(reviews.counts);
});

test("another tenant sees nothing of it", async () => {
  const { office } = subdistrict;
  const tenantId = await office.addTenant("别的街道（演示）");
  const stranger = await office.addPerson("officer", "外街科员（演示）", { tenantId });
  expect((await own(stranger)).rows).toEqual([]);
  expect((await find(stranger, "沿街用电要求第二条")).articles).toEqual([]);
});

test("the journal folds to the rows", async () => {
  const { instance, tenantId } = subdistrict.office;
  const { database, dataDir } = instance.services;
  expect(await checkTenant(database, dataDir, tenantId, true)).toMatchObject({
    chain: { holds: true },
    differences: [],
  });
});
