// Whatever people type stays text: markup, quotes, emoji, lone surrogates, names that never end. And no page grows beyond 60 kB.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { registerKinds } from "#domain/registers/kinds.ts";
import type { Tips } from "#domain/rows.generated.ts";
import { citation, hazard, id, NOW, photo } from "../../test/stories/sample-visit.ts";
import { communityHazardPage } from "./community-hazard.ts";
import { communityListPage, communitySitePage, SITES_A_PAGE } from "./community-list.ts";
import { completedSheetPage } from "./completed-sheet.ts";
import type { HazardView } from "./hazard-view.ts";
import { linkExpiredPage, linkRevokedPage } from "./link-ended.ts";
import { notALinkPage, notUploadedPage } from "./not-uploaded.ts";
import { ownerDelegatedPage, ownerDelegatePage } from "./owner-delegate.ts";
import { ownerExtensionPage } from "./owner-extension.ts";
import { ownerHazardPage } from "./owner-hazard.ts";
import { ownerIntroducePage } from "./owner-introduce.ts";
import { ownerListPage } from "./owner-list.ts";
import { ownerObjectionPage } from "./owner-objection.ts";
import type { OwnerPlace } from "./owner-place.ts";
import { correctRegisterForm, ownerRegisterFormPage } from "./owner-register-form.ts";
import { type Entry, ownerEntryPage, ownerRegistersPage } from "./owner-registers.ts";
import { problemPage } from "./problem-page.ts";
import { proofAskPage, proofPage } from "./proof.ts";
import { chooseMembershipPage, demonstrationPage, signInPage } from "./sign-in.ts";
import { tipAnswerPage, tipAskPage, tipReceiptPage } from "./tip-answer.ts";
import { tipFormPage } from "./tip-form.ts";

const BUDGET = 60_000;
const NASTY = `<script>alert("1")</script>'&=\`👷🏽‍♀️\ud800${"很长的名字".repeat(8)}`;
const look = { largeType: false, version: "1" };
const today = "2026-11-23";

function placeFor(words: string): OwnerPlace {
  return {
    ...{ base: "/l/AAAAAAAAAAAAAAAAAAAAAA", look, today, enterpriseName: words, officeName: words },
    ...{ agencyName: words, communityName: words, writer: null, mayDelegate: true, passedTo: words },
  };
}

function viewOf(words: string, long = words): HazardView {
  const act = {
    ...{ tenantId: id(1), id: id(900), hazardId: id(101), agencyId: null, madeByAgencyId: null, communityId: null },
    ...{ enterpriseId: id(3), command: "rectification.submit", step: 3, round: 1, statusAfter: "submitted" },
    ...{ actorName: words, actorRole: "linkHolder", onBehalf: true, note: words, data: "{}", visitId: null },
    ...{ occurredAt: "2026-11-20T02:00:00.000Z", receivedAt: "2026-11-20T02:00:00.000Z" },
  };
  return {
    hazard: hazard(101, { place: words, description: long, advice: long, standard: long, deadlineReason: words }),
    photos: [photo(201, 101, { state: "stored" })],
    citations: Array.from({ length: 20 }, (_, position) =>
      citation(101, { position, title: words, article: words, summary: words, verified: false }),
    ),
    acts: Array.from({ length: 60 }, () => act),
    extensions: [],
    plans: [],
  };
}

function entryOf(words: string, no: number, kind: string): Entry {
  return {
    ...{
      tenantId: id(1),
      id: id(4000 + no),
      enterpriseId: id(3),
      agencyId: null,
      madeByAgencyId: null,
      communityId: null,
    },
    ...{ kind, variety: "other", subject: words, number: words, headcount: 3, happenedOn: today, note: words },
    ...{
      dueOn: "2027-01-01",
      dueSource: "stated",
      dueTerm: null,
      photoSlotIds: "[]",
      state: no % 3 ? "standing" : "renewed",
    },
    ...{ enteredAt: NOW, enteredByName: words, enteredByRole: "linkHolder", onBehalf: true },
    ...{ correctedAt: NOW, correctedByName: words, correctedReason: words },
    ...{ struckAt: null, struckByName: null, struckReason: null },
  };
}

function booksOf(words: string, count: number): Entry[] {
  return registerKinds.flatMap((kind) => Array.from({ length: count }, (_, no) => entryOf(words, no, kind)));
}

function everyPage(words: string, count: number, long = words): Readonly<Record<string, string>> {
  const place = placeFor(words);
  const view = viewOf(words, long);
  const hazards = Array.from({ length: count }, (_, n) => ({
    hazard: { ...view.hazard, id: id(1000 + n) },
    photo: photo(3000 + n, 101, { state: "stored" }),
  }));
  const values = { name: words, position: words, text: words, reason: words, stepsTaken: words, label: words };
  const again = { place, view, commandId: id(5), values, problem: words };
  const site = {
    siteId: id(4),
    enterpriseName: words,
    siteName: words,
    lastSupervision: undefined,
    superviseBy: today,
  };
  const proof = {
    ...{ tenantId: id(1), id: id(2), documentId: id(3), proofCode: "K7Q29XTM4H8W0ZP3C5VN", kind: words, number: words },
    ...{ dataDigest: "9f".repeat(32), pdfSha256: null, state: "valid" as const, issuedOn: today },
  };
  const person = { accountId: id(1), membershipId: id(2), name: words, roleLabel: words, tenantName: words };
  return {
    list: ownerListPage({
      ...{ place, hazards, visit: { inspectedOn: today, expertName: words }, validUntil: null, commandId: id(5) },
      documents: [
        { id: id(6), kind: "inspectionReport", number: words, pdfSha256: "aa", draftedAt: NOW, releasedAt: null },
      ],
      ...{ pageNo: 1, said: words },
    }),
    hazard: ownerHazardPage({
      place,
      view,
      number: { at: 1, of: 2 },
      next: { hazardId: id(102), left: 1 },
      commandIds: { act: id(5), proof: id(6) },
      values,
    }),
    introduce: ownerIntroducePage({ place, action: "/x", hidden: { back: words }, button: words, back: "/", values }),
    extension: ownerExtensionPage(again),
    objection: ownerObjectionPage(again),
    delegate: ownerDelegatePage({ place, hazards, commandId: id(5), secret: words, chosen: [], values }),
    delegated: ownerDelegatedPage({ place, label: words, count: 2, address: words }),
    notUploaded: notUploadedPage(look),
    notALink: notALinkPage(look),
    revoked: linkRevokedPage(look),
    expired: linkExpiredPage(look),
    problem: problemPage(look, { title: words, text: words, back: "/" }),
    communityList: communityListPage({
      ...{ look, today, communityName: words, personName: words, pageNo: 1, pages: 1, said: words, problem: words },
      sites: Array.from({ length: SITES_A_PAGE }, () => ({ ...site, hazards, commandId: id(5) })),
      counts: { sites: 12, hazards: 12 * count, overdue: 1, toSupervise: 1 },
    }),
    communitySite: communitySitePage({ look, today, site: { ...site, hazards, commandId: id(5) } }),
    communityHazard: communityHazardPage({
      ...{ look, today, enterpriseName: words, view, values, problem: words },
      commandIds: { supervise: id(5), proof: id(6) },
    }),
    registers: ownerRegistersPage({ place, entries: booksOf(words, count), said: words }),
    register: ownerRegistersPage({ place, entries: booksOf(words, count), only: "drill" }),
    registerForm: ownerRegisterFormPage({
      place,
      kind: "occupationalHealth",
      commandId: id(5),
      values,
      problem: words,
    }),
    registerEntry: ownerEntryPage({
      ...{
        place,
        entry: entryOf(words, 1, "drill"),
        photos: [id(7)],
        commandId: id(5),
        problem: words,
        isCorrecting: true,
      },
      correctForm: correctRegisterForm({ place, kind: "drill", commandId: id(6), values }, "/x"),
    }),
    completed: completedSheetPage({
      ...{
        look,
        today,
        photos: place.base,
        back: place.base,
        enterpriseName: words,
        agencyName: words,
        officeName: words,
      },
      ...{ visit: { inspectedOn: today, expertName: words }, pageNo: 1 },
      views: hazards.map((one) => ({ ...view, hazard: { ...one.hazard, status: "closed" as const, closedOn: today } })),
    }),
    signIn: signInPage({ look, next: words, login: words, problem: words, demonstration: true }),
    choose: chooseMembershipPage({
      ...{ look, name: words, next: words },
      choices: [{ tenantId: id(1), membershipId: id(2), tenantName: words, roleLabel: words, scopeName: words }],
    }),
    demonstration: demonstrationPage({ look, groups: [{ title: words, people: [{ ...person, scopeName: null }] }] }),
    proof: proofPage({ look, proof, officeName: words }),
    ...tipPages(words, count, long),
    proofAsk: proofAskPage({ look, typed: words, problem: words }),
  };
}

function tipPages(words: string, count: number, long: string): Readonly<Record<string, string>> {
  const place = { look, base: "/t/330109001/tip", officeName: words };
  const values = {
    text: long,
    place: words,
    enterprise: words,
    name: words,
    contact: words,
    number: words,
    secret: words,
  };
  const tip: Tips = {
    ...{ tenantId: id(1), id: id(2), number: "XS261123-7KQ2M9", about: "enterprise", text: long, place: words },
    ...{ enterpriseWords: words, reportedAt: NOW, state: "assigned", triageDue: today, answerDue: today },
    ...{ enterpriseId: id(3), siteId: null, communityId: null, handlerMembershipId: id(4), handlerName: words },
    ...{ handlerSince: NOW, outcome: null, closedAt: null },
  };
  const said = Array.from({ length: count }, (_, n) => ({ id: id(700 + n), text: words, at: NOW }));
  const problem = { title: words, text: words, field: "text" as const };
  const receipt = { number: tip.number, secret: "K7Q29XTM4BWA" };
  return {
    tipForm: tipFormPage({ ...place, token: words, question: words, values, problem }),
    tipReceipt: tipReceiptPage({ ...place, receipt, address: words, before: true }),
    tipAsk: tipAskPage({ ...place, values, problem: words }),
    tipAnswer: tipAnswerPage({ ...place, tip, said, today }),
  };
}

test.each(Object.entries(everyPage(NASTY, 3)))("%s: what people typed stays text", (_name, markup) => {
  expect(markup.match(/<script/g)).toHaveLength(1);
  expect(markup).not.toContain("alert(&#34;1&#34;)</script>");
  expect(markup.isWellFormed()).toBe(true);
  expect(markup).not.toMatch(/ style=| on[a-z]+=/);
  expect(markup).not.toContain("undefined");
  expect(markup).not.toContain("[object");
});

test.each(Object.entries(everyPage(NASTY, 99)))("%s: at most 60 kB with stylesheet and script", (_name, markup) => {
  const assets = ["portal.css", "portal.js"].map((name) => readFileSync(new URL(name, import.meta.url)).byteLength);
  expect(Buffer.byteLength(markup) + assets.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET);
});

test("one hazard with every text as long as it may be stays under 60 kB", () => {
  const pages = everyPage(NASTY, 1, "长".repeat(2000));
  for (const markup of Object.values(pages)) expect(Buffer.byteLength(markup)).toBeLessThan(BUDGET);
});

test("large type is asked for on the root", () => {
  expect(notUploadedPage({ largeType: true, version: "1" })).toContain('data-type="large"');
});
