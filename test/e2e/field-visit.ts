// A visit on the phone put together from its screens: hazards found, the record signed, old hazards looked at again.
import type { FieldPhone, PhotoFile } from "./field/field-pages.ts";
import { expect } from "./journey.ts";

export interface Find {
  readonly photo: PhotoFile;
  readonly description: string;
  readonly place: string;
}

/** From a question of the checklist answered 不符合 to the hazard recorded. */
export async function findByChecklist(phone: FieldPhone, question: string, find: Find): Promise<void> {
  await phone.answer(question, "不符合");
  await phone.takePhoto("拍照", find.photo);
  await phone.page.getByLabel("看到什么").fill(find.description);
  await phone.button("下一步：核对").click();
  await phone.page.getByLabel("在哪儿").fill(find.place);
  await phone.button("记下这条").click();
  await expect(phone.button(new RegExp(find.description))).toBeVisible();
}

/** Seen in passing, and put right while the expert stands there. */
export async function findAndFixOnSpot(phone: FieldPhone, find: Find, after: PhotoFile): Promise<void> {
  await phone.takePhoto("拍隐患", find.photo);
  await phone.pickItem(find.description);
  await phone.page.getByLabel("在哪儿").fill(find.place);
  await phone.page.getByRole("radio", { name: /^当场改/ }).click();
  await phone.button("记下这条").click();
  await phone.takePhoto("拍现在的样子", after);
  await phone.button("记下，当场销号").click();
  await phone.page.getByText("清单 ").waitFor();
}

/** Answers what is left of the checklist, has three people sign, hands over; answers the access code as shown. */
export async function signAndServe(phone: FieldPhone, owner: string): Promise<string> {
  const { page } = phone;
  await phone.button("收尾").click();
  await page.getByText("念给企业听").waitFor();
  const open = page.getByRole("button", { name: /^去补：.*没勾/ });
  while ((await open.count()) > 0) {
    await open.first().click();
    await phone.restConform();
    await phone.button("撤销").waitFor();
    await phone.button("收尾").click();
    await page.getByText("念给企业听").waitFor();
  }
  await page.getByLabel("企业谁参加").fill(owner);
  for (const who of [/专家/, /街道/, /企业/]) await phone.sign(who);
  await phone.button("签好了，送达企业").click();
  await expect(page.getByText("已送达企业，期限从今天起算")).toBeVisible();
  return ((await page.locator(".code").textContent()) ?? "").replaceAll(/\s/g, "");
}

/** The old hazard's page of a visit under way: the first photo beside the new one, and it passes. */
export async function passReinspection(phone: FieldPhone, description: string, now: PhotoFile): Promise<void> {
  const { page } = phone;
  await expect(page.locator("p.lead")).toHaveText(description);
  await expect(page.getByRole("img", { name: `整改前：${description}` })).toBeVisible();
  await phone.takePhoto("拍现在的样子", now);
  await page.getByRole("radio", { name: "合格", exact: true }).click();
}

export async function allDelivered(phone: FieldPhone): Promise<void> {
  await expect(phone.badge()).toContainText("都已送达", { timeout: 60_000 });
}
