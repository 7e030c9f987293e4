// Looks at a screen as axe does: WCAG 2.0 to 2.2, A and AA, no rule left out. Pictures are kept only when asked for.
import type { Page } from "@playwright/test";
import axe from "axe-core";
import { DESK, expect, PHONE } from "./journey.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
/** As text: this file is checked without the browser's types. */
const PICTURES_CAME = "[...document.images].every((one) => one.complete || one.loading === 'lazy')";
const STILL = "document.getAnimations().every((one) => one.effect.getComputedTiming().endTime === Infinity)";
const OPTIONS = JSON.stringify({ runOnly: { type: "tag", values: TAGS }, resultTypes: ["violations"] });
const FOUND = `axe.run(document, ${OPTIONS}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map(({ target, failureSummary }) => id + ": " + target.join(" ") + " " + failureSummary)))`;
const OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** A folder, such as test-results/pictures, keeps a picture of every screen looked at. */
const pictures = process.env.BIHUAN_PICTURES;

/** The screen once what it shows has come. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(page.locator(".skeleton")).toHaveCount(0);
  await expect.poll(() => page.evaluate<boolean>(`${PICTURES_CAME} && ${STILL}`)).toBe(true);
  const width = page.viewportSize()?.width;
  if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  expect(await violationsOn(page), `${name} at ${width}`).toEqual([]);
  // Wide tables scroll inside their card, never the page.
  expect(await page.evaluate<number>(OVERHANG), `${name} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Run in the page itself and put into it once: a page opened beside it for each look takes ten times as long. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  return page.evaluate<readonly string[]>(FOUND);
}

/** At the desk and on a phone. */
export async function lookAtBoth(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await lookAt(page, name);
  }
  if (before) await page.setViewportSize(before);
}
