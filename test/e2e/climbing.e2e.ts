// The rules by which items climb, tried before they are changed; the list of key-hazard enterprises, on it, checked and off again.
import { lookAtBoth } from "./accessible.ts";
import { expect, test } from "./journey.ts";
import { serveEnterprise, serveVisit } from "./served-visit.ts";

test.use({ stageName: "climbing" });

const NAME = "恒达机械（演示）";

test.beforeAll(async ({ stage }) => {
  await serveVisit(stage, await serveEnterprise(stage, 1, NAME), 2);
});

test("the lead tries rules on today's items and turns on the last step", async ({ openAs }) => {
  const page = await openAs("officeLead");
  await page.goto("/console/climbing");
  await expect(page.getByRole("heading", { name: "催办与升级", level: 1 })).toBeVisible();
  await expect(page.getByText("没有开启").first()).toBeVisible();
  await lookAtBoth(page, "climbing");
  await page.getByRole("button", { name: "改规则" }).click();
  const drawer = page.getByRole("dialog");
  await drawer
    .getByLabel(/提前几天提醒/)
    .first()
    .fill("20");
  await drawer.getByLabel(/企业逾期几天报领导小组/).fill("15");
  await drawer.getByLabel("为什么改").fill("领导小组会议要求");
  await drawer.getByRole("button", { name: "存下规则" }).click();
  await expect(page.getByText(/先要看今天的试算/)).toBeVisible();
  await drawer.getByRole("button", { name: /试算/ }).click();
  await expect(drawer.getByText("按这些天数，今天：企业2条")).toBeVisible();
  await lookAtBoth(page, "climbing-preview");
  await drawer.getByRole("button", { name: "存下规则" }).click();
  await expect(page.getByText("试算时会报领导小组0条")).toBeVisible();
  await expect(page.getByText("逾期15天")).toBeVisible();
});

test("an enterprise is put on the key-hazard list, checked by enforcement and taken off by the lead", async ({
  openAs,
}) => {
  const page = await openAs("officeLead");
  await page.goto("/console/key-enterprises");
  await expect(page.getByText("名单是空的")).toBeVisible();
  await page.getByRole("button", { name: "列入一家" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("combobox", { name: "企业" }).fill("恒达");
  await page.getByTitle(new RegExp(NAME.slice(0, 4))).click();
  await drawer.getByLabel("列入的理由").fill("木粉尘除尘两次逾期未改");
  await lookAtBoth(page, "key-enterprise-enter");
  await drawer.getByRole("button", { name: "列入名单" }).click();
  await expect(page.getByText("木粉尘除尘两次逾期未改")).toBeVisible();
  const enforcement = await openAs("enforcement");
  await enforcement.goto("/console/key-enterprises");
  await enforcement.getByRole("button", { name: "记执法检查" }).click();
  const check = enforcement.getByRole("dialog");
  await check.getByLabel("第一名执法人员").fill("韩队（演示）");
  await check.getByLabel("第二名执法人员").fill("冯科（演示）");
  await check.getByLabel("他的执法证号").first().fill("演示执法001");
  await check.getByLabel("他的执法证号").last().fill("演示执法002");
  await check.getByLabel("检查结果").fill("现场改好，另行立案");
  await check.getByRole("button", { name: "记下检查" }).click();
  await expect(enforcement.getByText("现场改好，另行立案")).toBeVisible();
  await page.reload();
  await lookAtBoth(page, "key-enterprises");
  await page.getByRole("button", { name: "移出名单" }).click();
  await page.getByLabel("移出的理由").fill("隐患全部销号");
  await page.getByRole("dialog").getByRole("button", { name: "移出名单" }).click();
  await expect(page.getByText("名单是空的")).toBeVisible();
  await page.getByRole("button", { name: /已移出/ }).click();
  await expect(page.getByText("隐患全部销号")).toBeVisible();
});
