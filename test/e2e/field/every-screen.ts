// What every screen of the phone has to stand: axe, nothing past the edge in letters of twice the size, targets for gloves.
import type { Page } from "@playwright/test";
import { lookAt } from "../accessible.ts";
import { expect, PHONE } from "../journey.ts";
import { fitsAtDouble } from "./phone-on-stage.ts";

const TARGET_PX = 48;

/** As text: this file is checked without the browser's types. A field drawn as a label is as large as the label. */
const SMALL = `[...document.querySelectorAll("button, a[href], input, textarea, select, summary, [role=radio], [role=checkbox]")]
  .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !one.disabled)
  .map((one) => (one.matches("input") ? one.closest("label") ?? one : one))
  .map((one) => ({ one, box: one.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 0 && (box.width < ${TARGET_PX} - 0.5 || box.height < ${TARGET_PX} - 0.5))
  .map(({ one, box }) => one.tagName + "." + one.className + " " + (one.getAttribute("aria-label") ?? one.textContent).slice(0, 20) +
    " " + Math.round(box.width) + "x" + Math.round(box.height))`;

/** Words cut by a box that hides what does not fit. */
const CUT = `[...document.querySelectorAll(".phone *, .modal *")]
  .filter((one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
  .filter((one) => one.textContent.trim() !== "" && one.clientWidth > 1)
  .map((one) => one.tagName + "." + one.className + " " + one.textContent.slice(0, 20))`;

/** In both sizes of type, switched in place as the person's own setting does it. */
export async function standsEverything(page: Page, name: string): Promise<void> {
  for (const size of ["large", "normal"]) {
    await page.evaluate(`document.documentElement.dataset.type = "${size}"`);
    await standsInOneSize(page, `${name}-${size}`);
  }
  await fitsAtDouble(page, name);
}

/** As tall as the screen is long: what sticks to its foot hides nothing that a finger's stroke would not bring out. */
async function standsInOneSize(page: Page, name: string): Promise<void> {
  const long = await page.evaluate<number>("document.documentElement.scrollHeight");
  await page.setViewportSize({ ...PHONE, height: Math.max(PHONE.height, long) });
  await check(page, name);
  await page.setViewportSize(PHONE);
}

async function check(page: Page, name: string): Promise<void> {
  await lookAt(page, name);
  expect(await page.evaluate<readonly string[]>(SMALL), `${name}: targets under ${TARGET_PX} px`).toEqual([]);
  expect(await page.evaluate<readonly string[]>(CUT), `${name}: words cut off`).toEqual([]);
}
