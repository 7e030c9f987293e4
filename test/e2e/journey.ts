// What every journey starts from: a stage of its own for each file that names one, and people at their own devices.
import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  expect as baseExpect,
  type Page,
} from "@playwright/test";
import { type Stage, type StageRole, startStage } from "./stage-process.ts";

/** Patient: a machine that does other work as well is no reason to fail. */
export const expect = baseExpect.configure({ timeout: 15_000 });

/** The desk's screen and the phone's. */
export const DESK = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

interface Shared {
  /** Files that name the same stage share it; a name of its own keeps a file from the hazards of the others. */
  readonly stageName: string;
  readonly stage: Stage;
}

interface Devices {
  /** A new device with nobody signed in. */
  readonly openDevice: (options?: BrowserContextOptions) => Promise<Page>;
  /** A new device where this person has signed in by the form. */
  readonly openAs: (role: StageRole, options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<Devices, Shared>({
  stageName: ["", { scope: "worker", option: true }],
  stage: [
    // The name only makes the worker another one.
    async ({ stageName: _ }, use) => {
      const running = await startStage();
      await use(running.stage);
      await running.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ stage }, use) => use(stage.url),
  actionTimeout: 15_000,
  openDevice: async ({ browser, stage }, use) => {
    const pages: Page[] = [];
    await use(async (options) => {
      const page = await newDevice(browser, stage, options);
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
  openAs: async ({ openDevice, stage }, use) => {
    await use(async (role, options) => {
      const page = await openDevice(options);
      await signIn(page, stage.people[role]);
      return page;
    });
  },
});

async function newDevice(browser: Browser, stage: Stage, options: BrowserContextOptions = {}): Promise<Page> {
  const device: BrowserContextOptions = {
    ...{ baseURL: stage.url, locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: DESK },
    // Nothing moves while it is tapped or looked at.
    reducedMotion: "reduce",
    ...options,
  };
  const context = await browser.newContext(device);
  return context.newPage();
}

/** By the real form; answers when the person's own first page has begun to load. */
export async function signIn(page: Page, { login, password }: { readonly login: string; readonly password: string }) {
  await page.goto("/sign-in");
  await page.getByLabel("账号").fill(login);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}
