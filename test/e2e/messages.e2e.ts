// Telling people: a channel is set up and tested, wording and quiet hours are changed, a hazard is copied for the group, called
// about and printed.
import { lookAtBoth } from "./accessible.ts";
import { DESK, expect, test } from "./journey.ts";
import { type ServedVisit, serveEnterprise, serveVisit } from "./served-visit.ts";

test.use({ stageName: "messages" });

let visit: ServedVisit;

test.beforeAll(async ({ stage }) => {
  visit = await serveVisit(stage, await serveEnterprise(stage, 1, "恒达机械（演示）"), 2);
});

test("a channel is added, its secret sealed, its test says why it did not arrive", async ({ openAs }) => {
  const page = await openAs("admin");
  await page.goto("/console/message-settings");
  await expect(page.getByText("还没有渠道")).toBeVisible();
  await page.getByRole("button", { name: "加渠道" }).click();
  await page.getByLabel("种类").selectOption("webhook");
  await page.getByLabel("名字").fill("街道平台");
  await page.getByLabel("地址").fill("https://10.1.2.3/hook");
  await lookAtBoth(page, "message-channel-drawer");
  await page.getByRole("button", { name: "存下来" }).click();
  await expect(page.getByText("还没填密钥")).toBeVisible();
  await page.getByRole("button", { name: "填密钥" }).click();
  await page.getByLabel("签名密钥").fill("sixteen-characters-at-least");
  await page.getByRole("button", { name: "封存" }).click();
  await expect(page.getByRole("button", { name: "换密钥" })).toBeVisible();
  await page.getByRole("button", { name: "试发一条" }).click();
  await expect(page.getByText(/10\.1\.2\.3:443是内网地址/)).toBeVisible();
  await page.getByRole("button", { name: "知道了" }).click();
  await lookAtBoth(page, "message-channels");
  await page.goto("/console/message-sends");
  await expect(page.getByText("没发到").last()).toBeVisible();
  await lookAtBoth(page, "message-sends");
});

test("wording is checked while it is written, and shown as it will read; quiet hours are set", async ({ openAs }) => {
  const page = await openAs("admin");
  await page.goto("/console/message-settings?tab=templates");
  await lookAtBoth(page, "message-templates");
  await page.getByRole("listitem").filter({ hasText: "隐患逾期" }).getByRole("button", { name: "改说法" }).click();
  const wording = page.getByLabel("说法", { exact: true });
  await wording.fill("{老板}，快改");
  await wording.blur();
  await expect(page.getByText(/没有\{老板\}这个词/).first()).toBeVisible();
  await wording.fill("{企业}的{隐患}已{余天}，请尽快改好传照片。");
  await expect(
    page.getByText("青岚恒达机械厂（演示）的二号车间配电箱没有盖已逾期4天，请尽快改好传照片。"),
  ).toBeVisible();
  await lookAtBoth(page, "message-template-drawer");
  await page.getByRole("button", { name: "存下来" }).click();
  await expect(page.getByText("自己的话")).toBeVisible();
  await page.goto("/console/message-settings?tab=quiet");
  await page.getByLabel("几点以后不打扰").fill("21:30");
  await lookAtBoth(page, "message-quiet");
  await page.getByRole("button", { name: "存下来" }).click();
  await expect(page.getByText("已存")).toBeVisible();
});

test("an officer has an inbox, copies a hazard for the group and records a call in two taps", async ({ openAs }) => {
  const page = await openAs("officer");
  await page.goto("/console/messages");
  await expect(page.getByText("没有消息")).toBeVisible();
  await page.getByRole("button", { name: "收消息的邮箱和手机" }).click();
  await page.getByLabel(/手机号/).fill("13800000000");
  await page.getByRole("button", { name: "存下来" }).click();
  await expect(page.getByText("已存")).toBeVisible();
  await lookAtBoth(page, "inbox");
  await page.goto(`/console/enterprises/${visit.enterpriseId}`);
  await page.getByRole("button", { name: "复制到群" }).click();
  const text = page.getByLabel(/就发这些/);
  await expect(text).toHaveValue(/^没销号的隐患2条，1家，截至.*\n\n【恒达机械（演示）】2条\n1\. /);
  await lookAtBoth(page, "chat-drawer");
  await page.getByRole("button", { name: "关上", exact: true }).click();
  await page.getByRole("button", { name: "打电话" }).click();
  await expect(page.getByText(/给恒达机械（演示）打电话/)).toBeVisible();
  await lookAtBoth(page, "call-drawer");
  await page.getByRole("button", { name: "打通了，答应按期改" }).click();
  await expect(page.getByText("这次督促已记下")).toBeVisible();
});

test("lists are printed on A4 in black and white", async ({ openAs }) => {
  const page = await openAs("officer");
  await page.setViewportSize(DESK);
  await page.goto("/console/hazards");
  await expect(page.getByText("通道堆放纸箱，宽度不足").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
  expect(/\/MediaBox ?\[0 0 (594|595)[\d.]* (841|842)/.test(paper.toString("latin1"))).toBe(true);
  await expect(page.getByRole("button", { name: "复制到群" })).toBeHidden();
  await expect(page.getByRole("link", { name: "导出 Excel" })).toBeHidden();
  await expect(page.getByRole("combobox", { name: "状态" })).toBeHidden();
  const colours = await page.evaluate<string[]>(
    "[...new Set([...document.querySelectorAll('.page .table :is(td, th, a, b, span)')].map((one) => getComputedStyle(one).color))]",
  );
  expect(colours).toEqual(["rgb(0, 0, 0)"]);
  if (process.env.BIHUAN_PICTURES)
    await page.pdf({
      path: `${process.env.BIHUAN_PICTURES}/hazards.pdf`,
      preferCSSPageSize: true,
      printBackground: true,
    });
});
