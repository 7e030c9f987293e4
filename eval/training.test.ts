// What the shipped model was made of: the present texts and tables, and none of the cases that measure it.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { MODEL_MADE_OF } from "#domain/law/suggestion/model.generated.ts";
import { composeTexts } from "./compose-texts.ts";
import { readCases } from "./suggest-cases.ts";
import { trainingDigest } from "./training-digest.ts";
import { readWrittenTexts } from "./training-texts.ts";

describe("the model as shipped", () => {
  it("was made of the present texts and tables; run `npm run train:suggest` when this fails", () => {
    expect(MODEL_MADE_OF).toBe(trainingDigest());
  });

  it.each(["suggest-dev", "unseen-a", "unseen-b", "stranger-c", "stranger-d", "stranger-e"])(
    "learned no case of %s",
    (name) => {
      const composed = composeTexts();
      const learned = new Set([...readWrittenTexts().map(({ text }) => text), ...composed.faults, ...composed.nothing]);
      const cases = readCases(fileURLToPath(new URL(`${name}.jsonl`, import.meta.url)));
      expect(cases.filter(({ text }) => learned.has(text)).map(({ id }) => id)).toEqual([]);
    },
  );
});
