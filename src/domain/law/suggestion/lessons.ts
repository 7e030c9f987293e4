// What a tenant's experts taught by choosing: the pairs of characters of accepted texts, counted by item. A lesson moves
// an item up among those that fit; it never brings one in from nowhere, and one taken back has no effect at all.
import { sha256Hex } from "../../kernel/derived-id.ts";
import { normalize, runsOf } from "./features.ts";

/** How often texts with these words were given this item. */
export interface Lesson {
  readonly itemCode: string;
  /** The words as they were accepted, normalized. */
  readonly words: string;
  /** How many hazards were accepted so. */
  readonly times: number;
}

/** Lessons by item, ready to be asked. */
export interface Lessons {
  readonly byItem: ReadonlyMap<string, readonly Taught[]>;
}

interface Taught {
  readonly words: string;
  readonly pairs: ReadonlySet<string>;
  readonly times: number;
}

export const NO_LESSONS: Lessons = { byItem: new Map() };

const MOST_SHARE = 0.5;
const LIKE_ENOUGH = 0.5;
const HALF_AT_TIMES = 1;

/** The lessons of hazards as they were recorded; one that was voided must be left out before. Most frequent first. */
export function lessonsFrom(
  hazards: readonly { readonly itemCode: string; readonly description: string }[],
): readonly Lesson[] {
  const groups = Map.groupBy(hazards, (hazard) => `${hazard.itemCode} ${normalize(hazard.description)}`);
  const lessons = [...groups.values()].flatMap(([first, ...more]) =>
    first ? [{ itemCode: first.itemCode, words: normalize(first.description), times: more.length + 1 }] : [],
  );
  return lessons.toSorted(
    (a, b) => b.times - a.times || (`${a.itemCode} ${a.words}` < `${b.itemCode} ${b.words}` ? -1 : 1),
  );
}

/** By which a lesson is set aside: the item and the words. */
export function lessonKey({ itemCode, words }: Pick<Lesson, "itemCode" | "words">): string {
  return sha256Hex(`${itemCode} ${words}`);
}

/** Those that count: what was set aside teaches nothing. */
export function lessonsInUse(lessons: readonly Lesson[], setAside: ReadonlySet<string>): readonly Lesson[] {
  return setAside.size === 0 ? lessons : lessons.filter((lesson) => !setAside.has(lessonKey(lesson)));
}

export function buildLessons(lessons: readonly Lesson[]): Lessons {
  const groups = Map.groupBy(lessons, (lesson) => lesson.itemCode);
  return { byItem: new Map([...groups].map(([code, list]) => [code, list.map(taught)])) };
}

/** As if this one were not there, for asking what it changes. */
export function withoutLesson({ byItem }: Lessons, { itemCode, words }: Lesson): Lessons {
  const others = (byItem.get(itemCode) ?? []).filter((one) => one.words !== words);
  return { byItem: new Map([...byItem, [itemCode, others]]) };
}

/** As if this one counted. */
export function withLesson(lessons: Lessons, lesson: Lesson): Lessons {
  const { byItem } = withoutLesson(lessons, lesson);
  return { byItem: new Map([...byItem, [lesson.itemCode, [...(byItem.get(lesson.itemCode) ?? []), taught(lesson)]]]) };
}

function taught({ words, times }: Lesson): Taught {
  return { words, pairs: pairsOf(words), times };
}

/** What each item gains for a text: up to one half, for a text like one accepted, growing with the times. */
export function lessonShares(lessons: Lessons, text: string): ReadonlyMap<string, number> {
  const pairs = pairsOf(text);
  const shares = new Map<string, number>();
  for (const [code, list] of lessons.byItem) {
    for (const lesson of list) {
      const likeness = likenessOf(pairs, lesson.pairs);
      if (likeness < LIKE_ENOUGH) continue;
      const share = MOST_SHARE * likeness * (lesson.times / (lesson.times + HALF_AT_TIMES));
      shares.set(code, Math.max(shares.get(code) ?? 0, share));
    }
  }
  return shares;
}

/** Shared pairs over all pairs. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const run of runsOf(text)) {
    for (let at = 0; at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2));
  }
  return pairs;
}
