import { expect, test } from "vitest";
import { PLAIN_PROFILE } from "#domain/law/catalogue/profile.ts";
import { buildLibrary } from "#domain/law/library.ts";
import { SAMPLE_ROWS, sampleItem } from "#domain/law/sample-library.ts";
import { askedNow, placeChecklist } from "./visit-checklist.ts";

const codes = ["XC-05-01", "XC-05-02", "XC-05-03"];
const library = buildLibrary({
  ...{ ...SAMPLE_ROWS, citations: [], items: codes.map((code) => sampleItem(code)) },
  profiles: [
    { ...PLAIN_PROFILE, itemCode: "XC-05-02", askedAfter: "XC-05-01", askedOn: "nonconform" },
    { ...PLAIN_PROFILE, itemCode: "XC-05-03", seasons: "heat" },
  ],
});
const on = (inspectedOn: string) => ({ visit: { inspectedOn }, site: undefined, enterprise: undefined });
const codesOf = (sections: readonly { readonly items: readonly { readonly code: string }[] }[]) =>
  sections.flatMap(({ items }) => items.map((item) => item.code));

test("an item of the season is asked in its season; the whole catalogue is one tap away", () => {
  expect(codesOf(placeChecklist(library, on("2026-07-01")))).toEqual(codes);
  expect(codesOf(placeChecklist(library, on("2026-12-01")))).toEqual(codes.slice(0, 2));
  expect(codesOf(placeChecklist(library, on("2026-12-01"), true))).toEqual(codes);
});

test("an answer opens what follows from it, and another closes it again", () => {
  const built = placeChecklist(library, on("2026-12-01"));
  expect(codesOf(askedNow(built, new Map()))).toEqual(["XC-05-01"]);
  expect(codesOf(askedNow(built, new Map([["XC-05-01", "nonconform"]])))).toEqual(["XC-05-01", "XC-05-02"]);
  expect(codesOf(askedNow(built, new Map([["XC-05-01", "conform"]])))).toEqual(["XC-05-01"]);
});
