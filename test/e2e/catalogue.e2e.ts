// Law found by its number, read, compared and copied; and an item of the catalogue changed, brought back from a sheet, layered
// by a subdistrict and seen as a phone asks it.
import type { Comparison } from "#api/law-library.ts";
import { AMENDED_LAW, LAW_OF_2021, revisedLaw } from "../integration/setup/amended-law.ts";
import { lookAtBoth } from "./accessible.ts";
import { expect, test } from "./journey.ts";
import { personOf } from "./people-on-stage.ts";
import type { Stage } from "./stage-process.ts";

test.use({ stageName: "catalogue" });
test.describe.configure({ mode: "serial" });

/** The law of 2021 and its revision, released with the mapping that the comparison proposes. */
async function importLaw(stage: Stage): Promise<void> {
  const { cookie } = await signedIn(stage);
  const headers = { origin: stage.url, cookie };
  const texts = {
    "安全生产法(2021-06-10).md": LAW_OF_2021,
    "安全生产法(2026-01-10).md": revisedLaw("2026年1月10日", "2026年3月1日"),
  };
  for (const [name, text] of Object.entries(texts)) {
    const read = await fetch(`${stage.url}/api/v1/law/files?name=${encodeURIComponent(name)}`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/octet-stream" },
      body: text,
    });
    const { sha256 } = (await read.json()) as { sha256: string };
    await fetch(`${stage.url}/api/v1/law/files/${sha256}/import`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ fileName: name, source: "公报（演示）" }),
    });
  }
  const address = `${stage.url}/api/v1/law/instruments/${encodeURIComponent(AMENDED_LAW)}/versions/2/comparison`;
  const { fromEarlier } = (await (await fetch(address, { headers })).json()) as Comparison;
  const moves = fromEarlier?.rows.map(({ from, to }) => ({ from, to })) ?? [];
  const args = {
    ...{ instrumentId: AMENDED_LAW, version: 2, effectiveFrom: "2026-03-01", docNumber: "主席令第99号（演示）" },
    fromEarlier: { version: 1, moves },
  };
  await personOf(stage, "lawEditor").actAll([{ name: "law.release", args }]);
}

async function signedIn({ url, people }: Stage) {
  const { login, password } = people.lawEditor;
  const response = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({ login, password }),
  });
  return { cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
}

test.beforeAll(async ({ stage }) => {
  await importLaw(stage);
});

test("安法三十三条 is found, read, compared and copied", async ({ openAs }) => {
  const page = await openAs("officer", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto("/console/law-search");
  await page.getByLabel("查什么").fill("安法三十三条");
  await page.getByLabel("查什么").press("Enter");
  const found = page.getByRole("link", { name: `《中华人民共和国${AMENDED_LAW}》第三十三条` });
  await expect(found).toHaveCount(1);
  await lookAtBoth(page, "law-search");
  await page.getByText("全部版本").click();
  await expect(found).toHaveCount(2);
  await found.first().click();
  await expect(page.getByRole("heading", { name: `中华人民共和国${AMENDED_LAW}`, level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "第三十三条" })).toBeVisible();
  await lookAtBoth(page, "law-reading");
  await page.getByLabel("版本").selectOption({ label: "主席令第88号（2021修正）（2021-09-01施行）" });
  await expect(page.getByText("不再有效")).toBeVisible();
  await page.getByLabel("版本").selectOption({ label: "主席令第99号（演示）（2026-03-01施行）" });
  await expect(page.getByText("今天有效")).toBeVisible();
  await page.getByRole("link", { name: "和前后版本对照" }).click();
  await expect(page.getByText("后一版新增：第二条")).toBeVisible();
  await lookAtBoth(page, "law-compare-reader");
  await page.getByRole("link", { name: AMENDED_LAW, exact: true }).click();
  await page.getByRole("button", { name: "第三十三条", exact: true }).click();
  await page.getByRole("button", { name: "复制为引用" }).click();
  await expect(page.getByText("已复制引用")).toBeVisible();
  const copied = await page.evaluate<string>("navigator.clipboard.readText()");
  expect(copied).toMatch(
    new RegExp(`^《中华人民共和国${AMENDED_LAW}》（主席令第99号（演示），2026-03-01施行）第三十三条：甲`),
  );
});

test("words are found in two characters, and nothing is said plainly", async ({ openAs }) => {
  const page = await openAs("officer");
  await page.goto(`/console/law-search?q=${encodeURIComponent("安全出口")}`);
  await expect(page.getByRole("heading", { name: "检查目录里的" })).toBeVisible();
  await page.goto(`/console/law-search?q=${encodeURIComponent("没有这种词")}`);
  await expect(page.getByText("没有查到")).toBeVisible();
});

test("the editor changes an item and sees it on a phone", async ({ openAs }) => {
  const page = await openAs("lawEditor");
  await page.goto("/console/catalogue");
  await expect(page.getByRole("heading", { name: "检查目录", level: 1 })).toBeVisible();
  await lookAtBoth(page, "catalogue");
  await page.goto("/console/catalogue/XC-05-05");
  await page.getByRole("button", { name: "修改" }).click();
  await page.getByLabel("检查内容").fill("后门和安全出口能一推就开");
  await page.getByLabel("依据（每行：角色 法规#条号）").fill("直接依据 安全生产法#777\n兜底 安全生产法#4");
  await lookAtBoth(page, "catalogue-drawer");
  await page.getByLabel("为什么改").fill("说得更明白");
  await page.getByRole("button", { name: "存下" }).click();
  await expect(page.getByText(/可引条款里没有第七百七十七条/)).toBeVisible();
  await page.getByLabel("依据（每行：角色 法规#条号）").fill("直接依据 消防法#28\n兜底 安全生产法#4");
  await page.getByRole("button", { name: "存下" }).click();
  await expect(page.getByRole("heading", { name: "后门和安全出口能一推就开" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "从前的说法" })).toBeVisible();
  await lookAtBoth(page, "catalogue-item");
  await page.getByRole("link", { name: "在手机上看" }).click();
  const phone = page.getByLabel("手机预览");
  await expect(phone.getByText("后门和安全出口能一推就开")).toBeVisible();
  await phone
    .getByRole("radiogroup", { name: "后门和安全出口能一推就开" })
    .getByRole("radio", { name: "符合", exact: true })
    .click();
  await expect(phone.getByRole("status")).toContainText("得1分");
  await lookAtBoth(page, "checklists");
  await page.getByLabel("有限空间").click();
  await expect(page.getByLabel("有限空间")).toBeChecked();
  await expect(phone.getByText(/^\d+项$/)).toBeVisible();
});

test("a sheet goes out, comes back, and changes nothing", async ({ openAs }) => {
  const page = await openAs("lawEditor");
  await page.goto("/console/catalogue");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出 Excel" }).click(),
  ]);
  await page.getByRole("link", { name: "导入表" }).click();
  await page.getByLabel("目录表").setInputFiles((await download.path()) ?? "");
  await expect(page.getByRole("status")).toContainText("新增0项，改0项，没变189项，没收0行");
  await lookAtBoth(page, "catalogue-import");
});

test("the office enters a notice of its own, an item cites it, and the shared item comes back", async ({ openAs }) => {
  const page = await openAs("officeLead");
  await page.goto("/console/own-law");
  await page.getByRole("button", { name: "登记一份文件" }).click();
  await page.getByLabel("名称").fill("沿街生产店铺用电管理要求（演示）");
  await page.getByLabel("简称").fill("沿街用电要求");
  await page.getByLabel("文号").fill("青岚街办〔2026〕3号（演示）");
  await page.getByLabel("从哪天起施行").fill("2026-03-01");
  await page.getByLabel("从哪来的").fill("街道收文第18号（演示）");
  await page.getByLabel("条款原文").fill("各店铺：\n一、配电箱前不堆物\n三、每月自查");
  await page.getByRole("button", { name: "存下" }).click();
  await expect(page.getByText(/该是第2条的地方写着第3条/).first()).toBeVisible();
  await page.getByLabel("条款原文").fill("各店铺：\n一、配电箱前不堆物\n二、每月自查并留记录");
  await lookAtBoth(page, "own-law-drawer");
  await page.getByRole("button", { name: "存下" }).click();
  await expect(page.getByText("已存，目录里能引用了")).toBeVisible();
  await lookAtBoth(page, "own-law");
  await page.getByRole("link", { name: "《沿街生产店铺用电管理要求（演示）》" }).click();
  await expect(page.getByText("每月自查并留记录")).toBeVisible();
  await lookAtBoth(page, "own-law-reading");

  await page.goto("/console/catalogue/XC-05-06");
  await page.getByRole("button", { name: "改成本街道的说法" }).click();
  await page.getByLabel("整改意见").fill("找物业一起清");
  await page.getByLabel("另加的依据").fill("具体标准 沿街用电要求#1");
  await page.getByRole("button", { name: "存下" }).click();
  await expect(page.getByText("找物业一起清", { exact: false })).toBeVisible();
  await expect(page.getByRole("link", { name: "《沿街生产店铺用电管理要求（演示）》第一条" })).toBeVisible();
  await expect(page.getByText(/^共用目录：/)).toBeVisible();
  await lookAtBoth(page, "catalogue-layer");
  await page.getByRole("button", { name: "恢复共用的" }).click();
  await expect(page.getByText(/^共用目录：/)).toBeHidden();
});
