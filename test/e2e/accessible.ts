// Looks at a screen as axe does: WCAG 2.0 to 2.2, A and AA, no rule left out. Pictures are kept only when asked for.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { DESK, expect, PHONE } from "./journey.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
/** As text: this file is checked without the browser's types. */
const PICTURES_CAME = "[...document.images].every((one) => one.complete || one.loading === 'lazy')";
const STILL = "document.getAnimations().every((one) => one.effect.getComputedTiming().endTime === Infinity)";
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
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
  );
  expect(found, `${name} at ${width}`).toEqual([]);
  // Wide tables scroll inside their card, never the page.
  expect(await page.evaluate<number>(OVERHANG), `${name} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
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
