// An expert's phone of its own at a served enterprise, and photos to put before its camera.
import { createHash } from "node:crypto";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import sharp from "sharp";
import { expect, PHONE } from "../journey.ts";
import type { Stage } from "../stage-process.ts";
import { FieldPhone, type PhotoFile } from "./field-pages.ts";

type OpenDevice = (options?: BrowserContextOptions) => Promise<Page>;

const HERE = { latitude: 30.18, longitude: 120.26 };

/** A device that stays with a whole file. */
export async function openPage(browser: Browser, stage: Stage, options: BrowserContextOptions = {}): Promise<Page> {
  const device = { baseURL: stage.url, locale: "zh-CN", timezoneId: "Asia/Shanghai", reducedMotion: "reduce" } as const;
  return (await browser.newContext({ ...device, ...options })).newPage();
}

/** Signed in and ready for a day without a signal. Large type is the person's own setting, kept on the phone. */
export async function readyPhone(stage: Stage, openDevice: OpenDevice, isLarge = false): Promise<FieldPhone> {
  const page = await openDevice({ viewport: PHONE, hasTouch: true, geolocation: HERE, permissions: ["geolocation"] });
  if (isLarge) await page.addInitScript("localStorage.setItem('bihuan.type', 'large')");
  const phone = new FieldPhone(page);
  await phone.open();
  await phone.signIn(stage.people.expert.login, stage.people.expert.password);
  await expect(page.getByText("已备齐，今天没信号也能用")).toBeVisible({ timeout: 30_000 });
  return phone;
}

export async function openSite({ page }: FieldPhone, name: string, origin = ""): Promise<void> {
  await page.goto(`${origin}/field/#/week`);
  await page
    .getByRole("button", { name: new RegExp(name) })
    .first()
    .click();
  await page
    .getByText("没销号的隐患", { exact: true })
    .or(page.getByRole("heading", { name: /没销号的隐患/ }))
    .first()
    .waitFor();
}

const OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** The person's own large type, made larger still. */
const DOUBLE = `document.head.append(Object.assign(document.createElement("style"), {
  id: "double",
  textContent: "[data-type], .app-phone { --type-k: 2 !important }",
})), document.documentElement.dataset.type = "large"`;

/** Letters of twice the size push nothing off the screen (WCAG 2.2, 1.4.4). */
export async function fitsAtDouble(page: Page, name: string): Promise<void> {
  const type = await page.evaluate<string>("document.documentElement.dataset.type");
  await page.evaluate(DOUBLE);
  expect(await page.evaluate<number>(OVERHANG), `${name} at 200 %`).toBeLessThanOrEqual(0);
  await page.evaluate(`document.getElementById("double").remove(), document.documentElement.dataset.type = "${type}"`);
}

/** A picture of one colour with its upper left quarter in another, so that its turning can be seen. */
export async function picture(width: number, height: number, orientation = 1): Promise<PhotoFile> {
  const corner = {
    width: Math.round(width / 2),
    height: Math.round(height / 2),
    channels: 3,
    background: "#d02010",
  } as const;
  const buffer = await sharp({ create: { width, height, channels: 3, background: "#8a9a94" } })
    .composite([{ input: await sharp({ create: corner }).png().toBuffer(), left: 0, top: 0 }])
    .withMetadata({ orientation })
    .jpeg({ quality: 90 })
    .toBuffer();
  return { name: "photo.jpg", mimeType: "image/jpeg", buffer };
}

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
