// Texts as voice input may write them: here and there a character by another that sounds alike. Repeats exactly.
import { seededNumbers } from "./seeded.ts";
import type { TrainingText } from "./training-texts.ts";

const SEED = 31;
const MISHEARD_SHARE = 0.2;
const WEIGHT = 0.5;

/** Every text once more, misheard. `syllables` has a syllable and its characters a line. */
export function mishear(texts: readonly TrainingText[], syllables: string): readonly TrainingText[] {
  const alike = new Map<string, string>();
  for (const line of syllables.split("\n")) {
    const [, characters = ""] = line.split(":");
    for (const character of characters) alike.set(character, characters);
  }
  const next = seededNumbers(SEED);
  return texts.map((text) => ({
    ...text,
    text: [...text.text]
      .map((character) => (next() < MISHEARD_SHARE ? pick(alike.get(character) ?? character, next) : character))
      .join(""),
    weight: text.weight * WEIGHT,
  }));
}

function pick(characters: string, next: () => number): string {
  return characters[Math.floor(next() * characters.length)] ?? characters;
}
