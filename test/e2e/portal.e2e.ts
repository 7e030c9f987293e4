// After a visit was served: the owner by link alone, the community, and anyone who holds the paper.
import { lookAt, lookAtBoth } from "./accessible.ts";
import { expect, PHONE, test } from "./journey.ts";
import { personOf } from "./people-on-stage.ts";
import { superviseByCall } from "./portal-community.ts";
import { greetingOf, introduce, jpeg, openHazard, prove, receiveAll } from "./portal-owner.ts";
import { photoOf, type ServedVisit, serveEnterprise, serveVisit } from "./served-visit.ts";

test.use({ stageName: "portal", viewport: PHONE });
test.describe.configure({ mode: "serial" });

const OWNER = { name: "何建国（演示）", position: "厂长" };
const NAME = "恒达机械（演示）";
let visit: ServedVisit;

test.beforeAll(async ({ stage }) => {
  visit = await serveVisit(stage, await serveEnterprise(stage, 1, NAME), 3);
});

test("the owner opens the link, says who they are once, and receives all of it", async ({ page }) => {
  await page.goto(`/l/${visit.linkSecret}`);
  await expect(greetingOf(page)).toContainText("还有3条要改");
  await lookAtBoth(page, "owner-list");
  await receiveAll(page, OWNER);
  await expect(page.getByText(/收到/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "收到，我来改" })).toHaveCount(0);
  await lookAt(page, "owner-list-received");
});

test("one hazard: photo, steps, and the proof with a photo of the same corner", async ({ page }) => {
  await openHazard(page, visit.linkSecret, "通道堆放纸箱，宽度不足");
  await expect(page.getByRole("img", { name: /通道堆放纸箱/ }).first()).toBeVisible();
  await lookAtBoth(page, "owner-hazard");
  await introduce(page, OWNER);
  const after = await photoOf("blockedExit", 1, new Date().toISOString(), true);
  await prove(page, jpeg("after.jpg", after), "纸箱已移走，地面画了黄线。");
  await lookAt(page, "owner-hazard-submitted");
  await expect(page.getByText("“纸箱已移走，地面画了黄线。”").first()).toBeVisible();
  await expect(page.getByText(/请在.*前改好/)).toHaveCount(0);
  await page.getByRole("link", { name: "看下一条，还有2条要改" }).click();
  await expect(page.getByText(/请在.*前改好/)).toBeVisible();
  await page.goto(`/l/${visit.linkSecret}`);
  await expect(greetingOf(page)).toContainText("还有2条要改");
});

test("more days, an objection, and a colleague's own link", async ({ page }) => {
  await openHazard(page, visit.linkSecret, "配电箱门敞开，无人看管");
  await page.getByRole("link", { name: "要多几天" }).click();
  await lookAt(page, "owner-extension");
  await openHazard(page, visit.linkSecret, "传动皮带没有防护罩");
  await page.getByRole("link", { name: "我有异议" }).click();
  await lookAt(page, "owner-objection");
  await page.goto(`/l/${visit.linkSecret}`);
  await page.getByRole("link", { name: /转给同事去办/ }).click();
  await page.getByLabel(/配电箱门敞开/).check();
  await lookAt(page, "owner-delegate");
});

test("a link that is none says so", async ({ page }) => {
  await page.goto("/l/AAAAAAAAAAAAAAAAAAAAAA");
  await expect(greetingOf(page)).toContainText("这个链接现在还打不开");
  await lookAt(page, "owner-not-uploaded");
});

test("the community sees its own and records a supervision in two taps", async ({ openAs }) => {
  const page = await openAs("community", { viewport: PHONE });
  await expect(greetingOf(page)).toContainText("1家还有3条没销号");
  await lookAtBoth(page, "community-list");
  await superviseByCall(page, NAME, "答应周五前清完");
  await lookAt(page, "community-list-supervised");
  await page.getByRole("link", { name: /传动皮带没有防护罩/ }).click();
  await lookAtBoth(page, "community-hazard");
});

test("anyone who holds the paper learns whether it is valid, and nothing of what is in it", async ({ page, stage }) => {
  const code = await proofCodeOf(stage);
  await page.goto("/p");
  await lookAtBoth(page, "proof-ask");
  await page.getByLabel(/查验码/).fill(code.toLowerCase());
  await page.getByRole("button", { name: "查一查" }).click();
  await expect(page.getByRole("heading", { name: "有效" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("恒达机械");
  await expect(page.locator("body")).not.toContainText("纸箱");
  await lookAtBoth(page, "proof-valid");
});

async function proofCodeOf(stage: Parameters<typeof personOf>[0]): Promise<string> {
  const answer = await personOf(stage, "officer").get(`/api/v1/documents/${visit.documentId}`);
  const found = /"proofCode":"([^"]+)"/.exec(JSON.stringify(answer))?.[1];
  if (!found) throw new Error("the document has no proof code");
  return found;
}
