// The law editor imports a revision of a law, says where each article went, and settles what the change touches; the office
// settles its open hazards.
import type { Page } from "@playwright/test";
import { AMENDED_LAW, LAW_OF_2021, revisedLaw } from "../integration/setup/amended-law.ts";
import { lookAt, lookAtBoth } from "./accessible.ts";
import { expect, test } from "./journey.ts";
import { serveEnterprise, serveVisit } from "./served-visit.ts";

test.use({ stageName: "law" });
// The office settles what the editor released: one after another, on one stage.
test.describe.configure({ mode: "serial" });

const REVISED = revisedLaw("2026年1月10日", "2026年3月1日");

test.beforeAll(async ({ stage }) => {
  await serveVisit(stage, await serveEnterprise(stage, 1, "恒达机械（演示）"), 2);
});

async function chooseFiles(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const chosen = Object.entries(files).map(([name, text]) => ({
    name,
    mimeType: "text/markdown",
    buffer: Buffer.from(text),
  }));
  await page.getByLabel("法规文件").setInputFiles(chosen);
}

test("a revision comes in, is compared and released, and what it touches is settled", async ({ openAs }) => {
  const page = await openAs("lawEditor");
  await expect(page.getByRole("heading", { name: "法规库", level: 1 })).toBeVisible();
  await lookAt(page, "law-library");

  await page.getByRole("link", { name: "导入法规" }).first().click();
  await chooseFiles(page, {
    "安全生产法(2021-06-10).md": LAW_OF_2021,
    "缺一条.md": LAW_OF_2021.replace("第九条 ", "第十条 "),
  });
  await expect(page.getByText("119条").first()).toBeVisible();
  await expect(page.getByText(/前面缺第九条，没有导入/)).toBeVisible();
  await expect(page.getByText("补上已有版本的条文")).toBeVisible();
  await lookAt(page, "law-import-preview");
  await page.getByLabel("文本从哪里来").fill("公报（演示）");
  await page.getByRole("button", { name: "收进库（1个文件）" }).click();
  await expect(page.getByText("已收进库")).toBeVisible();

  await chooseFiles(page, { "安全生产法(2026-01-10).md": REVISED });
  await expect(page.getByText("新版本，收进后要对照确认")).toBeVisible();
  await page.getByRole("button", { name: "收进库（1个文件）" }).click();
  await page.getByRole("link", { name: "去对照并确认" }).click();

  await expect(page.getByLabel("第四条去了哪里")).toHaveValue("5");
  await expect(page.getByText("后一版新增：第二条")).toBeVisible();
  await lookAt(page, "law-compare");
  // The editor sees what was proposed wrongly: two articles cannot have become one.
  await page.getByLabel("第四条去了哪里").focus();
  await page.getByLabel("第四条去了哪里").selectOption({ label: "第一条" });
  await expect(page.getByText("有一条被选了两次")).toBeVisible();
  await page.getByLabel("第四条去了哪里").selectOption({ label: "第五条" });
  await expect(page.getByText("有一条被选了两次")).toBeHidden();
  await page.getByLabel("文号").fill("主席令第99号（演示）");
  await page.getByRole("button", { name: "确认对照，启用这一版" }).click();
  await expect(page.getByRole("heading", { name: "主席令第99号（演示）" })).toBeVisible();
  await lookAt(page, "law-instrument");

  await page.getByRole("link", { name: "看条文和条款" }).first().click();
  await expect(page.getByText("全新的一条，讲从前没有的内容。")).toBeVisible();
  await lookAt(page, "law-text");

  await page.goto("/console/law/reviews");
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/^JC-|^XC-/).first()).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await lookAtBoth(page, "law-reviews");
  await page.getByRole("button", { name: "办结", exact: true }).first().click();
  await page.getByLabel("怎么处理的").fill("目录不用改");
  await page.getByLabel(/^引用同一条的\d+件一起办结$/).check();
  await lookAt(page, "law-review-drawer");
  await page.getByRole("dialog").getByRole("button", { name: "办结", exact: true }).click();
  await expect(page.getByText("已办结")).toBeVisible();
});

test("the editor takes an unverified clause off the work list", async ({ openAs }) => {
  const page = await openAs("lawEditor");
  await page.goto("/console/law/unverified");
  await expect(page.getByRole("heading", { name: "待核清单" })).toBeVisible();
  await lookAtBoth(page, "law-unverified");
  await page.getByRole("button", { name: "核对" }).first().click();
  await page.getByLabel("与哪里核对的").fill("公报（演示）");
  await page.getByRole("button", { name: "已核对，去掉“待核”" }).click();
  await expect(page.getByText("已核对", { exact: true })).toBeVisible();
});

test("the office settles a hazard the change touches", async ({ openAs }) => {
  const page = await openAs("officer");
  await page.goto("/console/law/reviews");
  await expect(page.getByText(`《中华人民共和国${AMENDED_LAW}》`).first()).toBeVisible();
  await lookAtBoth(page, "law-reviews-office");
  await page.getByRole("button", { name: "办结", exact: true }).first().click();
  await page.getByLabel("怎么处理的").fill("整改意见不变");
  await page.getByRole("dialog").getByRole("button", { name: "办结", exact: true }).click();
  await expect(page.getByText("已办结")).toBeVisible();
});

test("the agency's lead sets aside what a hazard taught, and takes it up again", async ({ openAs }) => {
  const page = await openAs("agencyLead");
  await page.goto("/console/lessons");
  await expect(page.getByRole("heading", { name: "建议所学", level: 1 })).toBeVisible();
  await lookAtBoth(page, "lessons");
  await page.getByRole("button", { name: "停下", exact: true }).first().click();
  await page.getByLabel("为什么").fill("选错了项");
  await lookAtBoth(page, "lesson-drawer");
  await page.getByRole("dialog").getByRole("button", { name: "停下", exact: true }).click();
  await page.getByRole("button", { name: /^已停下/ }).click();
  await expect(page.getByText("选错了项")).toBeVisible();
  await page.getByRole("button", { name: "重新采用" }).click();
  await page.getByLabel("为什么").fill("是对的");
  await page.getByRole("dialog").getByRole("button", { name: "重新采用" }).click();
  await expect(page.getByText("没有停下的")).toBeVisible();
});
