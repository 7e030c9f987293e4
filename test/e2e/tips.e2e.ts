// A passer-by reports a danger with a photo, the office triages and closes it, the passer-by reads the answer by the receipt.
import type { Page } from "@playwright/test";
import { lookAt, lookAtBoth } from "./accessible.ts";
import { photoNo } from "./field/numbered-photo.ts";
import { expect, PHONE, test } from "./journey.ts";
import { serveEnterprise } from "./served-visit.ts";

test.use({ stageName: "climbing" });

const NAME = "瑞木家具（演示）";
const DIGITS = "零一二三四五六七八九";

/** Fills the form as a person does; answers what the receipt says. */
async function report(phone: Page): Promise<{ number: string; secret: string }> {
  await phone.goto("/t/330109901");
  await phone.getByLabel("是什么情况").fill("一楼安全出口用铁链锁着，里面有人上班");
  await phone.getByLabel(/在哪里/).fill("演示路7号后门");
  await phone.getByLabel(/拍照/).setInputFiles(await photoNo(1));
  await phone.getByLabel("电话").fill("13800000000");
  const question = (await phone.getByText(/加.等于几/).textContent()) ?? "";
  const [first = "", second = ""] = [...question.replace("加", "")];
  // As long as a person takes; who is quicker is asked to look again.
  await phone.waitForTimeout(4_000);
  await phone.getByLabel(/等于几/).fill(String(DIGITS.indexOf(first) + DIGITS.indexOf(second)));
  await phone.getByRole("button", { name: "交给街道" }).click();
  await expect(phone.getByRole("heading", { name: "收到了，谢谢您" })).toBeVisible();
  const [number = "", secret = ""] = await phone.locator(".fact dd").allTextContents();
  return { number, secret };
}

async function readAnswer(phone: Page, { number, secret }: { number: string; secret: string }): Promise<void> {
  await phone.goto("/t/330109901/tip/answer");
  await phone.getByLabel("编号").fill(number);
  await phone.getByLabel("查询码").fill(secret.toLowerCase());
  await phone.getByRole("button", { name: "看答复" }).click();
}

test("a passer-by reports with a photo, the office handles it, the answer is read by the receipt", async ({
  stage,
  openDevice,
  openAs,
}) => {
  await serveEnterprise(stage, 7, NAME);
  // An old phone: nothing here needs a script.
  const phone = await openDevice({ viewport: PHONE, javaScriptEnabled: false });
  const receipt = await report(phone);
  const office = await openAs("officer");
  await office.goto("/console/work-items");
  await office.getByRole("button", { name: /一楼安全出口/ }).click();
  await office.getByRole("link", { name: "打开去分办" }).click();
  await expect(office.getByRole("heading", { name: "企业的安全隐患" })).toBeVisible();
  await expect(office.getByText("13800000000")).toHaveCount(0);
  await office.getByRole("button", { name: "分到企业" }).click();
  await office.getByRole("combobox", { name: "企业" }).fill("瑞木");
  await office.getByTitle(new RegExp(NAME.slice(0, 4))).click();
  await office.getByRole("button", { name: "分到这家，由我办" }).click();
  await expect(office.getByText("13800000000")).toBeVisible();
  await lookAtBoth(office, "tip");
  await office.getByRole("button", { name: "办结并答复" }).click();
  await office.getByLabel("给反映人的答复").fill("当天去看了，铁链已拆，门能推开。");
  await lookAt(office, "tip-close");
  await office.getByRole("button", { name: "办结", exact: true }).click();
  await expect(office.getByText("情况属实，已处理").first()).toBeVisible();
  await readAnswer(phone, receipt);
  await expect(phone.getByText("当天去看了，铁链已拆，门能推开。")).toBeVisible();
  await expect(phone.getByText(NAME)).toHaveCount(0);
});

test("the public pages and the office's list are fit to be looked at", async ({ openAs, openDevice }) => {
  const phone = await openDevice({ viewport: PHONE });
  await phone.goto("/t/330109901/tip");
  await lookAtBoth(phone, "tip-form");
  const receipt = await report(phone);
  await lookAt(phone, "tip-receipt");
  await readAnswer(phone, receipt);
  await lookAt(phone, "tip-answer");
  const lead = await openAs("officeLead");
  await lead.goto("/console/tips");
  await expect(lead.getByText("一楼安全出口", { exact: false }).first()).toBeVisible();
  await lookAtBoth(lead, "tips");
  await lead.goto("/console/hazards/import");
  await expect(lead.getByRole("heading", { name: "导入纸质台账的隐患" })).toBeVisible();
  await lookAtBoth(lead, "paper-import");
});
