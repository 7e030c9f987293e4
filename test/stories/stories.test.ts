// Real-life stories of hazards, from finding to closing, as data replayed through the rules.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dayOf, instantAt } from "#domain/calendar/local-date.ts";
import { carriedOver, enterpriseDue, holderDue } from "#domain/hazard/due.ts";
import { stepsOf } from "#domain/hazard/steps.ts";
import { play } from "./hazard-registry.ts";
import type { MemoryStore } from "./memory-store.ts";
import { contextOf, idOf, people } from "./story-context.ts";
import { newGround, photos, recordArgs, visitRow } from "./story-ground.ts";
import { type StoryStep, storySchema } from "./story-schema.ts";

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const hazardId = idOf("hazard");

test.each(files)("%s", (file) => {
  const story = storySchema.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
  const store = newGround();
  for (const step of story.steps) {
    if (step.do) expect(outcomeOf(store, step), `${step.at} ${step.do}`).toBe(step.refused ?? "accepted");
    else if (step.visit && step.who) store.put("visits", visitRow(step.visit, people[step.who], step.at.slice(0, 10)));
    if (step.afterwards) check(store, step);
  }
});

function outcomeOf(store: MemoryStore, step: StoryStep): string {
  const context = contextOf(people[step.who ?? "expert"], instantOf(step.at), instantOf(step.received ?? step.at));
  const result = play(store, step.do ?? "", argsOf(step), context);
  return result.ok ? "accepted" : result.problem.code;
}

function argsOf(step: StoryStep): Readonly<Record<string, unknown>> {
  const visit = step.visit ? { visitId: idOf(step.visit) } : {};
  const taken = step.photos === undefined ? {} : { photos: photos(step.photos, instantOf(step.at)) };
  const base =
    step.do === "hazard.record" ? recordArgs("hazard", step.visit ?? "", 1, instantOf(step.at)) : { hazardId };
  return { ...base, ...visit, ...taken, ...ids(step), ...step.args };
}

/** Rows the client names itself get a fresh id a step. */
function ids(step: StoryStep): Readonly<Record<string, string>> {
  if (step.do === "extension.request") return { extensionId: idOf(`extension ${step.at}`) };
  if (step.do === "referral.propose") return { referralId: idOf(`referral ${step.at}`) };
  return {};
}

function instantOf(moment: string): string {
  return instantAt(moment.slice(0, 10), moment.slice(11));
}

function check(store: MemoryStore, step: StoryStep): void {
  const { afterwards } = step;
  const hazard = store.find("hazards", { id: hazardId });
  if (!afterwards || !hazard) throw new Error(`${step.at}: nothing to look at`);
  const day = dayOf(instantOf(step.at));
  const acts = store.rows("hazardActs");
  const seen = {
    hazard:
      afterwards.hazard &&
      Object.fromEntries(Object.entries(hazard).filter(([column]) => column in (afterwards.hazard ?? {}))),
    holderDue: afterwards.holderDue && wordOf(holderDue(hazard, day)),
    enterpriseDue: afterwards.enterpriseDue && wordOf(enterpriseDue(hazard, day)),
    lastAct:
      afterwards.lastAct &&
      Object.fromEntries(Object.entries(acts.at(-1) ?? {}).filter(([column]) => column in (afterwards.lastAct ?? {}))),
    extensions: afterwards.extensions && store.rows("extensions").map((row) => row.state),
    referrals: afterwards.referrals && store.rows("referrals").map((row) => row.state),
    steps: afterwards.steps && stepsOf(hazard, acts).map((view) => view.state),
    carriedOverAt:
      afterwards.carriedOverAt &&
      (carriedOver(hazard, { endsOn: afterwards.carriedOverAt }) ? afterwards.carriedOverAt : "no"),
  };
  const asked = Object.fromEntries(Object.entries(seen).filter(([, value]) => value !== undefined));
  expect(asked, `after ${step.at} ${step.do ?? "looking"}`).toEqual(afterwards);
}

/** 'onTime 9', 'overdue -4', 'noDate'. */
function wordOf(due: { readonly state: string; readonly daysLeft: number | null }): string {
  return due.daysLeft === null ? due.state : `${due.state} ${due.daysLeft}`;
}
