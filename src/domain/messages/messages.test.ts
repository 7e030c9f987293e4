import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventTexts, messageEvents } from "./events.ts";
import { checkTemplate, digestText, fillTemplate, previewTemplate, withinBytes } from "./template.ts";
import { minutesLater, outsideQuiet, pauseAfter } from "./when.ts";

describe("templates", () => {
  it.each(messageEvents)("of %s as delivered names only known words and reads without a brace", (event) => {
    expect(checkTemplate(event, eventTexts[event].body)).toMatchObject({ ok: true });
    expect(previewTemplate(event, eventTexts[event].body)).not.toMatch(/[{}—]/);
  });

  it("refuses an unknown word, an open brace and an order, each in its own words", () => {
    expect(checkTemplate("hazard.overdue", "{企业}的{老板}")).toMatchObject({
      problem: { code: "message.unknown_word", params: { word: "老板" } },
    });
    expect(checkTemplate("hazard.overdue", "{constructor}")).toMatchObject({ ok: false });
    expect(checkTemplate("hazard.overdue", "{企业")).toMatchObject({ problem: { code: "message.open_brace" } });
    expect(checkTemplate("hazard.overdue", "责令{企业}整改")).toMatchObject({
      problem: { code: "message.order_words" },
    });
  });

  it("fills in one pass: what somebody wrote is never a template", () => {
    expect(fillTemplate("{企业}：{隐患}", { 企业: "{隐患}", 隐患: "{企业}$&" })).toBe("{隐患}：{企业}$&");
    expect(fillTemplate("{企业}{toString}", { 企业: "" })).toBe("——");
  });

  it("cuts to bytes at a character and says so", () => {
    const bytes = (text: string) => new TextEncoder().encode(text).length;
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.integer({ min: 60, max: 300 }), (text, most) => {
        const cut = withinBytes(text, most);
        expect(bytes(cut)).toBeLessThanOrEqual(most);
        expect(cut === text || cut.endsWith("（没显示完，请进系统看）")).toBe(true);
      }),
    );
  });

  it("makes one message of several and leaves a single one alone", () => {
    expect(digestText(["甲"])).toBe("甲");
    expect(digestText(["甲", "乙"])).toBe("闭环提醒2条\n1. 甲\n2. 乙");
  });
});

describe("quiet hours", () => {
  const night = { quietFrom: "20:00", quietTo: "08:00", digestMinutes: 10 };
  const noon = { ...night, quietFrom: "12:00", quietTo: "14:00" };
  it.each([
    ["2026-11-23T11:59:59.000Z", night, "2026-11-23T11:59:59.000Z"],
    ["2026-11-23T12:00:00.000Z", night, "2026-11-24T00:00:00.000Z"],
    ["2026-12-31T15:59:00.000Z", night, "2027-01-01T00:00:00.000Z"],
    ["2026-11-23T16:30:00.000Z", night, "2026-11-24T00:00:00.000Z"],
    ["2026-11-24T00:00:00.000Z", night, "2026-11-24T00:00:00.000Z"],
    ["2026-11-23T05:00:00.000Z", noon, "2026-11-23T06:00:00.000Z"],
    ["2026-11-23T16:30:00.000Z", { ...night, quietTo: "20:00" }, "2026-11-23T16:30:00.000Z"],
  ])("%s goes out by %o at %s", (at, rules, out) => {
    expect(outsideQuiet(at, rules)).toBe(out);
  });

  it("whatever the hours, what goes out lies outside of them and never before it was made", () => {
    const clock = fc.integer({ min: 0, max: 1439 }).map((minute) => {
      return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    });
    fc.assert(
      fc.property(clock, clock, fc.integer({ min: 0, max: 100_000 }), (quietFrom, quietTo, minute) => {
        const rules = { ...night, quietFrom, quietTo };
        const at = minutesLater("2026-01-01T00:00:00.000Z", minute);
        const out = outsideQuiet(at, rules);
        expect(out >= at).toBe(true);
        expect(outsideQuiet(out, rules)).toBe(out);
      }),
    );
  });
});

it("tries seven times with longer and longer pauses, then gives up", () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(pauseAfter)).toEqual([1, 5, 15, 60, 180, 300, undefined]);
});
