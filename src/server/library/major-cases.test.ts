// The listed cases the product brings: the generated table is the file's, and no case stands on an unverified clause.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { referenceCases } from "#domain/hazard/major-cases.generated.ts";
import { majorCasesSource } from "../../../bin/major-cases.ts";
import { readReference } from "./read-reference.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

test("the generated table is the file's", () => {
  expect(read("src/domain/hazard/major-cases.generated.ts")).toBe(majorCasesSource(read("reference/major-cases.csv")));
});

test("every case is a verified clause of the library, with at least two conditions", () => {
  const { articles } = readReference(new URL("../../../reference", import.meta.url).pathname);
  const verified = new Set(articles.flatMap((row) => (row.verified ? [`${row.instrumentId}#${row.article}`] : [])));
  expect(referenceCases.filter((one) => !verified.has(one.id)).map((one) => one.id)).toEqual([]);
  expect(referenceCases.filter((one) => one.conditions.length < 2)).toEqual([]);
  expect(referenceCases).toHaveLength(20);
});

test("a line that is not whole is refused", () => {
  expect(() => majorCasesSource("instrument,article,case,condition\n某标准,3,情形,\n")).toThrow();
  expect(() => majorCasesSource("i,a,c,d\n某标准,3,甲,一\n某标准,3,乙,二\n")).toThrow("two titles");
});
