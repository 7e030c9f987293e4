// From an expert's own words to the catalogue items they may mean, with clause and reason. The same code on phone and
// server, no network, no clock. It offers, a person chooses.
import type { LocalDate } from "../../calendar/local-date.ts";
import type { Library } from "../library.ts";
import { putRightByEar } from "./by-ear.ts";
import { clausesOf } from "./decide.ts";
import { markPauses, normalize } from "./features.ts";
import { type Lessons, lessonShares, NO_LESSONS } from "./lessons.ts";
import type { SuggestModel } from "./model.ts";
import { faultyParts } from "./parts.ts";
import { contributionsOf, probabilitiesOf } from "./rank.ts";
import { isAboutAnotherThing, namedConcepts, type SupportedClauses, supportedClauses } from "./support.ts";

/** What is asked. `division` leaves out local law of elsewhere. */
export interface SuggestQuestion {
  readonly text: string;
  /** The day of the inspection; clauses are those in force then. */
  readonly day: LocalDate;
  readonly division?: string;
  /** How many items at most; three when not given. */
  readonly limit?: number;
}

/** An item that may be meant. */
export interface Suggestion extends SupportedClauses {
  readonly code: string;
  /** From 0 to 1 within its part of the text. */
  readonly score: number;
  /** The words of the text that spoke for it, as they were understood. */
  readonly because: readonly string[];
  /** The part of the text it answers, where that named several hazards. */
  readonly part: string;
}

/** Anything that answers a question with suggestions: our own ranker, or a customer's model. */
export type SuggestionProvider = (question: SuggestQuestion) => readonly Suggestion[] | Promise<readonly Suggestion[]>;

/** What our own ranker stands on. */
export interface SuggestGround {
  readonly model: SuggestModel;
  readonly library: Library;
  /** What this tenant's experts accepted before. */
  readonly lessons?: Lessons;
}

const OFFERED = 3;
const REASONS = 4;
/** An item this much less likely than the first of its part brings no listed case with it unless every condition is named. */
const UNLIKELY_SHARE = 0.3;
/** One this much less likely brings no clause at all. */
const FARFETCHED_SHARE = 0.1;
const CLAUSE_SHARE = 0.6;
const HEARD_SHARE = 0.7;
const SURE_OF_CLAUSE = 0.5;

/** The likeliest items, best first; none when the words say that nothing is wrong. Several hazards take turns. */
export function suggest(ground: SuggestGround, question: SuggestQuestion): readonly Suggestion[] {
  const text = normalize(markPauses(question.text));
  const parts = faultyParts(ground.model, text).map(({ part, uncut }) => rankPart(ground, part, uncut, text));
  const limit = question.limit ?? OFFERED;
  const best = new Map(parts.flatMap(([first]) => (first ? [[first.part, first.score] as const] : [])));
  return inTurns(parts, limit).map(({ code, score, part, index }) => {
    const share = score / (best.get(part) ?? score);
    const because = reasonsFor(ground.model, part, index);
    return { code, score, part, because, ...clausesFor(ground, question, code, share) };
  });
}

function clausesFor(ground: SuggestGround, question: SuggestQuestion, code: string, share: number): SupportedClauses {
  if (share < FARFETCHED_SHARE) return { clauses: [], listedCase: null };
  return supportedClauses(ground.model, ground.library, code, { ...question, isUnlikely: share < UNLIKELY_SHARE });
}

interface Ranked {
  readonly code: string;
  readonly index: number;
  readonly score: number;
  readonly part: string;
}

/** The items of one part, best first. Each clause between commas may lift an item it is sure of. */
function rankPart(ground: SuggestGround, part: string, uncut: string, whole: string): readonly Ranked[] {
  const { model, library } = ground;
  const heard = likelierReading(model, part);
  const scores = Float64Array.from(probabilitiesOf(model, heard));
  if (uncut !== part) meanWith(scores, probabilitiesOf(model, likelierReading(model, uncut)));
  const clauses = clausesOf(heard);
  if (clauses.length > 1) {
    for (const clause of clauses) liftByClause(scores, probabilitiesOf(model, clause));
  }
  const shares = lessonShares(ground.lessons ?? NO_LESSONS, heard);
  const named = namedConcepts(model, heard === part ? whole : `${whole}，${heard}`);
  return model.codes
    .map((code, index) => ({ code, index, score: (scores[index] ?? 0) + (shares.get(code) ?? 0), part: heard }))
    .filter(({ code }) => library.items.has(code) && !isAboutAnotherThing(model, code, named))
    .toSorted((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
}

/** The text as it stands, unless putting it right by ear makes some item much the likelier. */
function likelierReading(model: SuggestModel, part: string): string {
  const heard = putRightByEar(model.ear, part);
  if (heard === part) return part;
  const [asHeard, asWritten] = [heard, part].map((text) => Math.max(...probabilitiesOf(model, text)));
  return (asHeard ?? 0) * HEARD_SHARE > (asWritten ?? 0) ? heard : part;
}

/** A clause left out may have named what the rest is about. */
function meanWith(scores: Float64Array, other: Float64Array): void {
  for (let index = 0; index < scores.length; index += 1) {
    scores[index] = ((scores[index] ?? 0) + (other[index] ?? 0)) / 2;
  }
}

function liftByClause(scores: Float64Array, clause: Float64Array): void {
  for (let index = 0; index < scores.length; index += 1) {
    const own = clause[index] ?? 0;
    if (own >= SURE_OF_CLAUSE) scores[index] = Math.max(scores[index] ?? 0, own * CLAUSE_SHARE);
  }
}

/** The first of every part, then the second of every part, and so on, each item once. */
function inTurns(parts: readonly (readonly Ranked[])[], limit: number): readonly Ranked[] {
  const chosen = new Map<string, Ranked>();
  const most = Math.max(0, ...parts.map((part) => part.length));
  for (let place = 0; place < most && chosen.size < limit; place += 1) {
    for (const part of parts) {
      const one = part[place];
      if (one && chosen.size < limit && !chosen.has(one.code)) chosen.set(one.code, one);
    }
  }
  return [...chosen.values()];
}

/** The words that spoke for an item: words of the trade first, else pairs of characters. */
function reasonsFor(model: SuggestModel, text: string, item: number): readonly string[] {
  const pairs = contributionsOf(model, text, item)
    .filter(([feature]) => feature.startsWith("2"))
    .map(([feature]) => feature.slice(1));
  return joinPairs(text, new Set(pairs)).slice(0, REASONS);
}

/** The longest stretches of the text that are made of the pairs. */
function joinPairs(text: string, pairs: ReadonlySet<string>): readonly string[] {
  const stretches: string[] = [];
  let from = -1;
  for (let at = 0; at < text.length; at += 1) {
    const isPair = pairs.has(text.slice(at, at + 2));
    if (isPair && from < 0) from = at;
    if (!isPair && from >= 0) {
      stretches.push(text.slice(from, at + 1));
      from = -1;
    }
  }
  return [...new Set(stretches)].toSorted((a, b) => b.length - a.length);
}
