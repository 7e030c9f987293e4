// Every item of the catalogue on every day from 2026-01-01: a clause is always in force, and the items that stand on
// their fallback alone are exactly those of the stored list, which may only shrink.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { daysBetween } from "#domain/calendar/local-date.ts";
import { daysOnBasis, fallbackOnlySpans } from "#domain/law/fallback-only.ts";
import { buildLibrary } from "#domain/law/library.ts";
import { readReference } from "./read-reference.ts";

const folder = fileURLToPath(new URL("../../../reference", import.meta.url));
const library = buildLibrary(readReference(folder));
const stored = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    division: z.string(),
    spans: z.array(z.object({ code: z.string(), from: z.iso.date(), to: z.iso.date() })),
  })
  .parse(JSON.parse(readFileSync(`${folder}/fallback-only.json`, "utf8")));

/** Counted when the list was first stored, 2026-11-23. Lower them as the list shrinks; never raise them. */
const MOST_ITEMS = 13;
const MOST_DAYS = 6075;

describe("every item on every day", () => {
  it("has a clause in force", () => {
    const bare = [...library.items.keys()].filter(
      (code) => daysOnBasis(library, code, "none", stored, stored.division).length > 0,
    );
    expect(bare).toEqual([]);
  });

  it("stands on the fallback alone only as the stored list says", () => {
    expect(fallbackOnlySpans(library, stored, stored.division)).toEqual(stored.spans);
  });

  it("is on a list that only shrinks", () => {
    const days = stored.spans.reduce((sum, span) => sum + daysBetween(span.from, span.to) + 1, 0);
    expect(new Set(stored.spans.map((span) => span.code)).size).toBeLessThanOrEqual(MOST_ITEMS);
    expect(days).toBeLessThanOrEqual(MOST_DAYS);
  });
});
