// What each act requires, taken away one by one: the hazard stays where it is.
import { expect, test } from "vitest";
import { goodArgs, hazardId, now, putReferral, storeWith } from "../../../test/stories/hazard-fixtures.ts";
import { getCommand, play } from "../../../test/stories/hazard-registry.ts";
import { contextOf, people } from "../../../test/stories/story-context.ts";
import { visitRow } from "../../../test/stories/story-ground.ts";
import { problemText } from "../problems.ts";
import type { HazardStatus } from "./statuses.ts";

const cases: readonly (readonly [
  keyof typeof people,
  string,
  HazardStatus,
  Readonly<Record<string, unknown>>,
  string,
])[] = [
  ["expert", "hazard.fixOnSite", "open", { photos: [] }, "hazard.needs_photo"],
  ["owner", "rectification.submit", "open", { photos: [] }, "hazard.needs_photo"],
  ["owner", "rectification.submit", "open", { text: " " }, "command.malformed"],
  ["agencyLead", "rectification.reject", "submitted", { deadlineDays: null }, "hazard.needs_deadline"],
  ["agencyLead", "rectification.reject", "submitted", { reason: "" }, "command.malformed"],
  ["agencyLead", "rectification.reject", "submitted", { deadlineDays: 16 }, "hazard.deadline_longer_than_scheme"],
  ["expert", "reinspection.pass", "open", { photos: [] }, "hazard.needs_photo"],
  ["expert", "reinspection.pass", "awaitingFinalReinspection", { photos: [] }, "hazard.needs_photo"],
  ["expert", "reinspection.fail", "open", { deadlineDays: null }, "hazard.needs_deadline"],
  ["expert", "reinspection.fail", "awaitingFinalReinspection", { photos: [] }, "hazard.needs_photo"],
  ["expert", "severity.suspect", "open", { severityCase: "" }, "command.malformed"],
  ["enforcement", "enforcement.conclude", "referred", { resultKind: "orderIssued" }, "enforcement.needs_number"],
  ["enforcement", "enforcement.conclude", "referred", { on: "2026-12-02" }, "enforcement.in_the_future"],
  ["nightJob", "referral.propose", "open", { ground: "refusal" }, "referral.no_refusal"],
  ["expert", "hazard.proposeVoid", "open", { reason: "责令作废" }, "hazard.agency_orders"],
];

test.each(cases)("%s, %s on %s with %o: %s", (who, command, status, change, code) => {
  const store = storeWith(status, {}, people[who]);
  if (status === "referred") putReferral(store, "received");
  const before = store.snapshot();
  const result = play(store, command, goodArgs(command, change), contextOf(people[who], now));
  expect(result.ok ? "accepted" : result.problem.code).toBe(code);
  expect(store.snapshot()).toBe(before);
  if (!result.ok)
    for (const language of ["zh", "en"] as const) expect(problemText(result.problem, language)).not.toMatch(/[{}]/);
});

test.each([
  ["another's", { expertMembershipId: "someone else" }],
  ["finished", { status: "finished" as const }],
  ["at another site", { siteId: "another site" }],
])("a visit that is %s is no place to re-inspect", (_words, change) => {
  const store = storeWith("open", {}, people.expert);
  store.put("visits", visitRow("002", people.expert, "2026-12-01", change));
  for (const command of ["reinspection.pass", "reinspection.fail"]) {
    const result = play(store, command, goodArgs(command), contextOf(people.expert, now));
    expect(result).toMatchObject({ ok: false, problem: { code: "hazard.needs_started_visit" } });
  }
});

test("the expert records a refusal with who said it and in what words, and proposes on it", () => {
  const store = storeWith("open", { rectificationDue: "2026-12-20" }, people.expert);
  const args = goodArgs("referral.propose", { ground: "refusal", refusal: { by: "周老板", words: "不改" } });
  expect(play(store, "referral.propose", args, contextOf(people.expert, now)).ok).toBe(true);
  expect(store.find("hazards", { id: hazardId })).toMatchObject({ refusedByEnterprise: true, holder: "officer" });
});

test("a hazard that is not there is not found", () => {
  for (const command of ["hazard.acknowledge", "rectification.withdraw", "contest.raise"]) {
    const store = storeWith("open", {}, people.owner);
    const args = { ...goodArgs(command), hazardId: "0198c0de-0000-7000-8000-000000000009" };
    const result = play(store, command, args, contextOf(people.owner, now));
    expect(result).toMatchObject({ ok: false, problem: { code: "hazard.not_found" } });
  }
  expect(() => getCommand("hazard.close")).toThrow();
});
