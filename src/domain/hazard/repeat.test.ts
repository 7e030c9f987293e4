// A hazard that has come back names the earlier one; only one of the same item, at the same enterprise, found before.
import { expect, test } from "vitest";
import { goodArgs, hazardId, now, storeWith } from "../../../test/stories/hazard-fixtures.ts";
import { play } from "../../../test/stories/hazard-registry.ts";
import { contextOf, idOf, people } from "../../../test/stories/story-context.ts";
import { photos, recordArgs } from "../../../test/stories/story-ground.ts";
import type { Hazard } from "./statuses.ts";

const again = { ...recordArgs("again", "002", 1, now), repeatOf: hazardId };

function recordAgain(earlier: Partial<Hazard>, args: Readonly<Record<string, unknown>> = again) {
  const store = storeWith("closed", earlier, people.expert);
  return { store, result: play(store, "hazard.record", args, contextOf(people.expert, now)) };
}

test("found again on a later visit, it is linked to the earlier one", () => {
  const { store, result } = recordAgain({});
  expect(result.ok).toBe(true);
  expect(store.find("hazards", { id: idOf("again") })).toMatchObject({ repeatOf: hazardId, round: 1, status: "open" });
});

test.each([
  ["of another item", { itemCode: "XC-06-01" }, again],
  ["at another enterprise", { enterpriseId: idOf("another enterprise") }, again],
  ["voided", { status: "voided" as const }, again],
  ["of the same visit", { visitId: idOf("002") }, again],
  ["nowhere to be found", {}, { ...again, repeatOf: idOf("nothing") }],
])("an earlier one %s is no earlier one", (_words, earlier, args) => {
  const store = storeWith("closed", {}, people.expert);
  const row = store.find("hazards", { id: hazardId });
  if (row) store.put("hazards", { ...row, ...earlier });
  const result = play(store, "hazard.record", args, contextOf(people.expert, now));
  expect(result).toMatchObject({ ok: false, problem: { code: "hazard.no_such_earlier" } });
  expect(store.find("hazards", { id: idOf("again") })).toBeUndefined();
});

test("without a link it stands alone, as an earlier app records it", () => {
  const { store } = recordAgain({}, recordArgs("again", "002", 1, now));
  expect(store.find("hazards", { id: idOf("again") })).toMatchObject({ repeatOf: null });
});

test("a refusal says what was refused and hangs its photo on the hazard", () => {
  const store = storeWith("open", { rectificationDue: "2026-12-20" }, people.expert);
  const refusal = { what: "visit", by: "周老板", words: "“今天不让进”", photos: photos(1, now) };
  const args = goodArgs("referral.propose", { ground: "refusal", refusal });
  expect(play(store, "referral.propose", args, contextOf(people.expert, now)).ok).toBe(true);
  const facts = { refusedWhat: "visit", refusedBy: "周老板", refusedWords: "“今天不让进”" };
  expect(store.find("referrals", { hazardId })).toMatchObject(facts);
  expect(store.find("photoSlots", { hazardId, purpose: "refusal" })).toMatchObject({
    visitId: null,
    state: "expected",
  });
});

test("a refusal told by an earlier app is one to rectify", () => {
  const store = storeWith("open", { rectificationDue: "2026-12-20" }, people.expert);
  const args = goodArgs("referral.propose", { ground: "refusal", refusal: { by: "周老板", words: "不改" } });
  expect(play(store, "referral.propose", args, contextOf(people.expert, now)).ok).toBe(true);
  expect(store.find("referrals", { hazardId })).toMatchObject({ refusedWhat: "rectification", refusedBy: "周老板" });
});
