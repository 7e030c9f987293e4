import { expect, test } from "vitest";
import { daysWord } from "#domain/hazard/due-words.ts";
import { hazard, photo } from "../../test/stories/sample-visit.ts";
import { byWhen, dueChip } from "./due-chip.ts";
import { adviceSteps, photoCaption, photoFigure, shortened } from "./hazard-view.ts";
import { ownerListPage } from "./owner-list.ts";
import type { OwnerPlace } from "./owner-place.ts";
import { nextMove, whatHappensNext } from "./what-next.ts";

const today = "2026-11-23";
const place: OwnerPlace = {
  ...{
    base: "/l/x",
    look: { largeType: false, version: "1" },
    today,
    enterpriseName: "恒达机械",
    officeName: "青岚街道",
  },
  ...{ agencyName: "衡安", communityName: null, writer: null, mayDelegate: true, passedTo: null },
};

test("days are said with 余 and 逾, never alone in colour", () => {
  expect([9, 0, -4].map((left) => daysWord(left).zh)).toEqual(["余9天", "今天到期", "逾期4天"]);
  expect(dueChip(hazard(1, { rectificationDue: "2026-12-02" }), today)).toMatch(/due--ok.*i-clock.*余9天/s);
  expect(dueChip(hazard(1, { rectificationDue: "2026-11-26" }), today)).toMatch(/due--soon.*i-glass.*余3天/s);
  expect(dueChip(hazard(1, { rectificationDue: "2026-11-22" }), today)).toMatch(/due--late.*i-alert.*逾期1天/s);
  expect(dueChip(hazard(1, { rectificationDue: null }), today)).toContain("签收后起算");
  const waiting = hazard(1, { status: "submitted", rectificationDue: "2026-11-01" });
  expect(dueChip(waiting, today)).toContain("due--rest");
});

test("by when names the reason of a later date", () => {
  expect(byWhen(hazard(1, { rectificationDue: "2026-12-08" }), today)).toBe("请在12月8日（周二）前改好（当天也算）。");
  const extended = hazard(1, { rectificationDue: "2026-12-02", deadlineRule: "extension" });
  expect(byWhen(extended, today)).toBe("已同意延到12月2日（周三）。");
  expect(byWhen(hazard(1), today)).toBe("从贵厂签收那天起，15天内改好。");
});

test("a day that is past is said as past, and what was handed in or ended is not asked for again", () => {
  const late = hazard(1, { rectificationDue: "2026-11-21" });
  expect(byWhen(late, today)).toBe("应在11月21日（周六）前改好，已经过了2天。请尽快改好交上来。");
  const lateAgain = hazard(1, { rectificationDue: "2026-11-21", deadlineRule: "extension" });
  expect(byWhen(lateAgain, today)).toBe("同意延到11月21日（周六），已经过了2天。请尽快改好交上来。");
  const said = (["submitted", "referred", "awaitingFinalReinspection", "closed", "voided"] as const).map((status) =>
    byWhen(hazard(1, { status, rectificationDue: "2026-11-21", closedOn: "2026-11-22" }), today),
  );
  expect(said.join()).not.toContain("请");
  expect(said[0]).toBe("贵厂已经交了，等专家来看。期限是11月21日（周六）。");
  expect(said[3]).toBe("11月22日（周日）已销号，不用再改。");
});

test("once its referral is proposed, the owner is told so and not that it might be", () => {
  const words = whatHappensNext(hazard(1, { rectificationDue: "2026-11-01", referralProposed: true }), today).join("");
  expect(words).toContain("已提请执法，街道正在决定");
  expect(words).not.toContain("可能提请执法");
});

test.each([
  ["1. 先停用。\n2. 装护罩。", ["先停用。", "装护罩。"]],
  ["①断电；②挂牌；③上锁", ["断电。", "挂牌。", "上锁。"]],
  ["把油漆搬进防爆柜；走道清空。", ["把油漆搬进防爆柜。", "走道清空。"]],
  ["加装1.2米高护栏。", ["加装1.2米高护栏。"]],
])("advice %s reads as steps", (advice, steps) => {
  expect(adviceSteps(advice)).toEqual(steps);
});

test("a cut never splits an emoji", () => {
  expect(shortened("👷👷👷👷", 3)).toBe("👷👷…");
  expect(shortened("两 \n 行", 10)).toBe("两 行");
});

test("a photo that is not there says why", () => {
  expect(photoFigure("/l/x", hazard(1), photo(2, 1), { size: "thumb" })).toContain("照片还在路上");
  const none = hazard(1, { noPhotoReason: "danger" });
  expect(photoFigure("/l/x", none, undefined, { size: "thumb" })).toContain("拍照有危险");
  expect(photoCaption(hazard(1), photo(2, 1), today)).toBe("11月23日 一车间配电箱");
});

test("the greeting is the count, worst first", () => {
  const list = (hazards: readonly ReturnType<typeof hazard>[]) =>
    ownerListPage({
      ...{ place, visit: null, documents: [], validUntil: null, commandId: "c", pageNo: 1 },
      hazards: hazards.map((one) => ({ hazard: one, photo: undefined })),
    });
  const late = hazard(1, { rectificationDue: "2026-11-21" });
  const soon = hazard(2, { rectificationDue: "2026-11-30" });
  const sent = hazard(3, { status: "submitted" });
  const page = list([soon, sent, late]);
  expect(page).toContain("还有2条要改，<br>最早一条已过期2天");
  expect(page.indexOf(late.id)).toBeLessThan(page.indexOf(soon.id));
  expect(page.indexOf(soon.id)).toBeLessThan(page.indexOf(sent.id));
  expect(list([sent])).toContain("该贵厂做的都交了，<br>1条等复查或答复");
  expect(list([])).toContain("没有查出过隐患");
  expect(list([])).toContain("退出登录");
  expect(list([hazard(4, { status: "closed" })])).toContain("1条都办完了");
});

test("the agency's pages never order: no 责令, no 罚 but the sentence that it cannot", () => {
  for (const status of ["open", "submitted", "referred", "awaitingFinalReinspection", "closed", "voided"] as const) {
    const one = hazard(1, { status, reinspectionDue: "2026-11-30", contested: true, extensionPending: true });
    const words = [nextMove(one, today), ...whatHappensNext(one, today)].join("");
    expect(words).not.toContain("责令");
    expect(words).not.toContain("罚");
  }
});
