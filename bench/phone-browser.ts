// The field app in the system's Chromium, as slow as a cheap phone.
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import config from "../playwright.config.ts";

export const SLOWER = 4;

export interface BenchPhone {
  readonly page: Page;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** A phone on which the person of this session cookie is signed in; nothing is opened yet. */
export async function openBenchPhone(url: string, cookie: string): Promise<BenchPhone> {
  const browser: Browser = await chromium.launch(config.use?.launchOptions);
  const context = await browser.newContext({ baseURL: url, viewport: { width: 390, height: 844 }, locale: "zh-CN" });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  return { page, context, close: () => browser.close() };
}

export async function slowDown(page: Page, rate: number = SLOWER): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Milliseconds the page's own thread has worked until now, by its time on a processor: what else a machine does counts less. */
export async function openWorkMeter(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
}
