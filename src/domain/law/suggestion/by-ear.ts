// Puts right what was misheard or mistyped: 灭火起 → 灭火器, 消火拴 → 消火栓, 安出口 → 安全出口. Only stretches that
// mean nothing as they stand are touched, and only towards words of the trade.

export interface EarTable {
  /** Toneless syllable of a character, sounds that many speakers do not tell apart taken together. */
  readonly syllables: ReadonlyMap<string, string>;
  readonly bySound: ReadonlyMap<string, string>;
  /** Words of four and more characters with one left out. */
  readonly byOneMissing: ReadonlyMap<string, string>;
  /** Words of four and more characters with one replaced by a mark. */
  readonly byOneWrong: ReadonlyMap<string, string>;
  /** Pairs of characters that do occur: what is made of these is left alone. */
  readonly isKnownPair: (pair: string) => boolean;
  readonly longest: number;
}

const ANY = "?";
const SHORTEST_TO_MISS_ONE = 4;
const SHORTEST_TO_ERR_ONE = 4;
const CHINESE = /^[㐀-鿿]+$/;

/** zh, ch, sh are z, c, s; ang, eng, ing are an, en, in: as half the country says them. */
export function foldSyllable(syllable: string): string {
  return syllable.replace(/^([zcs])h/, "$1").replace(/([aei])ng$/, "$1n");
}

export function buildEarTable(
  words: Iterable<string>,
  syllables: ReadonlyMap<string, string>,
  isKnownPair: (pair: string) => boolean,
): EarTable {
  const bySound = new Map<string, string>();
  const byOneMissing = new Map<string, string>();
  const byOneWrong = new Map<string, string>();
  let longest = 0;
  for (const word of words) {
    if (!CHINESE.test(word) || word.length < 2) continue;
    longest = Math.max(longest, word.length);
    const sound = soundOf(word, syllables);
    if (sound !== null && !bySound.has(sound)) bySound.set(sound, word);
    for (let at = 0; at < word.length; at += 1) {
      const [before, after] = [word.slice(0, at), word.slice(at + 1)];
      if (word.length >= SHORTEST_TO_MISS_ONE && !byOneMissing.has(before + after))
        byOneMissing.set(before + after, word);
      if (word.length >= SHORTEST_TO_ERR_ONE && !byOneWrong.has(before + ANY + after)) {
        byOneWrong.set(before + ANY + after, word);
      }
    }
  }
  return { syllables, bySound, byOneMissing, byOneWrong, isKnownPair, longest };
}

/** The text with misheard words of the trade put right. */
export function putRightByEar(table: EarTable, text: string): string {
  let answer = "";
  let at = 0;
  while (at < text.length) {
    const right = rightWordAt(table, text, at);
    answer += right ? right.word : (text[at] ?? "");
    at += right ? right.length : 1;
  }
  return answer;
}

function rightWordAt(table: EarTable, text: string, at: number): { word: string; length: number } | undefined {
  for (let length = Math.min(table.longest, text.length - at); length >= 2; length -= 1) {
    const stretch = text.slice(at, at + length);
    if (!CHINESE.test(stretch) || !isOdd(table, stretch)) continue;
    const word = wordFor(table, stretch);
    if (word && word !== stretch) return { word, length };
  }
  return undefined;
}

/** Whether some pair in the stretch is never met in the trade. */
function isOdd(table: EarTable, stretch: string): boolean {
  for (let at = 0; at + 1 < stretch.length; at += 1) if (!table.isKnownPair(stretch.slice(at, at + 2))) return true;
  return false;
}

function wordFor(table: EarTable, stretch: string): string | undefined {
  const sound = soundOf(stretch, table.syllables);
  const heard = sound === null ? undefined : table.bySound.get(sound);
  if (heard) return heard;
  if (stretch.length >= SHORTEST_TO_ERR_ONE) {
    for (let at = 0; at < stretch.length; at += 1) {
      const meant = table.byOneWrong.get(stretch.slice(0, at) + ANY + stretch.slice(at + 1));
      if (meant) return meant;
    }
    return table.byOneMissing.get(stretch);
  }
  return undefined;
}

function soundOf(word: string, syllables: ReadonlyMap<string, string>): string | null {
  const parts = [...word].map((character) => syllables.get(character));
  return parts.includes(undefined) ? null : parts.join(" ");
}
