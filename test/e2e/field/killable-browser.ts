// A phone's browser as a process of its own with a folder that stays: it can be killed like a battery that dies, and opened again.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import config from "../../../playwright.config.ts";
import { PHONE } from "../journey.ts";

const HERE = { latitude: 30.18, longitude: 120.26 };
const GIVES_UP_AFTER_MS = 30_000;

export interface OpenedBrowser {
  readonly page: Page;
  readonly context: BrowserContext;
  /** All its processes at once, with no chance to tidy up. */
  kill(): Promise<void>;
}

/** What a phone keeps; removed at the end. */
export async function makeProfile(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "bihuan-phone-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Opened on nothing, so that the network can be taken away before the app begins. */
export async function openBrowser(folder: string, origin: string): Promise<OpenedBrowser> {
  const launch = config.use?.launchOptions;
  if (!launch?.executablePath) throw new Error("no Chromium is configured");
  await rm(join(folder, "DevToolsActivePort"), { force: true });
  const args = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "--lang=zh-CN"];
  const child = spawn(launch.executablePath, [...(launch.args ?? []), ...args, "about:blank"], {
    stdio: "ignore",
    detached: true,
    env: { ...process.env, TZ: "Asia/Shanghai" },
  });
  const browser = await connect(folder);
  const [context] = browser.contexts();
  if (!context) throw new Error("the browser has no context");
  await context.grantPermissions(["geolocation"], { origin });
  await context.setGeolocation(HERE);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize(PHONE);
  page.setDefaultTimeout(30_000);
  return { page, context, kill: () => kill(child, browser) };
}

async function connect(folder: string): Promise<Browser> {
  const until = performance.now() + GIVES_UP_AFTER_MS;
  while (performance.now() < until) {
    const port = await readFile(join(folder, "DevToolsActivePort"), "utf8").catch(() => "");
    if (port.includes("\n")) return chromium.connectOverCDP(`http://127.0.0.1:${port.split("\n")[0]}`);
    await sleep(50);
  }
  throw new Error("the browser did not open");
}

async function kill(child: ChildProcess, browser: Browser): Promise<void> {
  if (child.pid === undefined) return;
  const gone = once(child, "exit");
  process.kill(-child.pid, "SIGKILL");
  await gone;
  await browser.close().catch(() => {});
}

/** As slow as a cheap phone, on this page until it is closed. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/**
 * Seconds the page's own thread has worked since now: where neighbours are busy the clock tells of them, and this of the app. A
 * slow-down is counted in as far as the machine gave it its share: in full on an idle one, about two thirds on a busy one.
 */
export async function machineTime(page: Page): Promise<{ seconds(): Promise<number> }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const read = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find((one) => one.name === "TaskDuration")?.value ?? Number.NaN;
  };
  const before = await read();
  return { seconds: async () => (await read()) - before };
}
