// What the ranker learns from: findings written for it, one file per author's style, and the catalogue's own wording.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { CatalogueItemRow } from "#domain/law/library-rows.ts";
import type { SuggestCase } from "./suggest-cases.ts";

const DAY = "2026-11-20";

/** One text with the items it means; none for a text that names no hazard. */
export interface TrainingText {
  readonly codes: readonly string[];
  readonly text: string;
  /** The file, which is the style of its author; `catalogue` for the catalogue's own words. */
  readonly style: string;
  readonly weight: number;
}

const FOLDER = fileURLToPath(new URL("training", import.meta.url));
const line = z.object({ codes: z.array(z.string().min(1)), text: z.string().min(1) });

/** Every written text, in the order of files and lines. A line that cannot be read stops with file and number. */
export function readWrittenTexts(): readonly TrainingText[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".jsonl"));
  return files.toSorted().flatMap((name) => {
    const style = name.replace(/\.jsonl$/, "");
    const lines = readFileSync(join(FOLDER, name), "utf8").trim().split("\n");
    return lines.map((text, index) => {
      const parsed = line.safeParse(JSON.parse(text));
      if (!parsed.success) throw new Error(`${name} 第 ${index + 1} 行: ${parsed.error.issues[0]?.message}`);
      return { ...parsed.data, style, weight: 1 };
    });
  });
}

/** The catalogue's title and typical hazard count in full, the parts of the hazard half, advice and standard a third. */
export function catalogueTexts(items: readonly CatalogueItemRow[]): readonly TrainingText[] {
  return items.flatMap((item) => {
    const one = (text: string, weight: number) => ({ codes: [item.code], text, style: "catalogue", weight });
    const parts = item.typicalHazard.split(/[，、]/).filter((part) => part.length > 3);
    return [
      one(item.item, 1),
      one(item.typicalHazard, 1),
      ...parts.map((part) => one(part, 0.5)),
      one(item.advice, 0.3),
      one(item.standard.replace(/（.*）/g, ""), 0.3),
    ];
  });
}

/** A written text as a case, to ask for those that were left out of the training. */
export function toCase({ codes, text }: TrainingText, index: number): SuggestCase {
  const kind = codes.length === 0 ? "none" : codes.length === 1 ? "single" : "multi";
  return {
    id: String(index + 1),
    text,
    expected_codes: [...codes],
    also_ok_codes: [],
    acceptable_refs: [],
    unacceptable_refs: [],
    kind,
    inspected_on: DAY,
  };
}
