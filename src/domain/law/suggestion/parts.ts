// Cuts a text into what may be several hazards, and leaves out what only says that something is in order.
import { putRightByEar } from "./by-ear.ts";
import { isDenied, runsOf } from "./features.ts";
import type { SuggestModel } from "./model.ts";
import { faultProbability, probabilitiesOf } from "./rank.ts";
import { findTradeWords } from "./trade-words.ts";

/** Between two hazards of one sentence; a comma alone does not part them. */
const BREAK =
  /[；;。\n]|另外|此外|还有|同时|其次|以及|(?<=[，,])(?:而且|并且|且)|(?:^|(?<=[，,；;。、\s]))[0-9一二三四五六七八九十][、.．](?!\d)/;
const CLAUSE = /[，,]/;
const PIECE = /[，,、]/;
const SHORTEST_CLAUSE = 3;

/** From this on a text speaks of a fault. */
const FAULT_FROM = 0.3;
/** The same where a word speaks of good order, or of what was wrong once. */
const FAULT_BESIDE_ORDER_FROM = 0.5;
/** A text none of whose items is likelier than this must speak of a fault the more clearly: it may be no finding at all. */
const LIKELY_ITEM = 0.2;
/** What a certain item adds to the odds of a fault, growing from `SURE_ITEM` on. */
const SURE_CREDIT = 1;
const SURE_ITEM = 0.6;
/** A clause must speak the more clearly to carry a text that does not. */
const CLAUSE_FAULT_FROM = 0.8;
/** What was wrong once: then no clause speaks for itself. */
const SETTLED =
  /上次|上回|上个月|前次|之前|原来|以前|原先|已|改好|换了|未发现|没发现|没有发现|未见|不存在|没有?(?:堵|挡|遮挡|坏|破|过期|超期|变形|锈|裸露|松动|漏)/;
/** A text put right by ear counts only where it makes some item this much the likelier. */
const HEARD_SHARE = 0.7;
/** Below this a clause is left out of a text that does speak of a fault. */
const ORDER_BELOW = 0.12;

/** The parts that speak of a fault, each without its clauses of good order; none when nothing is wrong. */
export function faultyParts(model: SuggestModel, text: string): readonly string[] {
  const parts = text.split(BREAK).filter((part) => runsOf(part).length > 0);
  if (parts.length === 0) return [];
  if (parts.length === 1) return isFault(model, text) ? [withoutGoodOrder(model, text)] : [];
  const faulty = parts.filter((part) => isFault(model, part));
  if (faulty.length === 0) return isFault(model, text) ? [text] : [];
  return faulty.map((part) => withoutGoodOrder(model, part));
}

/** The pieces between commas and enumeration marks that are long enough to mean something. */
export function clausesOf(text: string): readonly string[] {
  return text.split(PIECE).filter((clause) => clause.length >= SHORTEST_CLAUSE);
}

function withoutGoodOrder(model: SuggestModel, text: string): string {
  const clauses = text.split(CLAUSE);
  const kept = clauses.filter((clause) => clause !== "" && faultProbability(model, clause) >= ORDER_BELOW);
  return kept.length > 0 ? kept.join("，") : text;
}

/** Whether a text speaks of a fault, and of one that the catalogue could know; or one of its clauses does so by itself. */
function isFault(model: SuggestModel, text: string): boolean {
  if (SETTLED.test(text) || speaksOfOrder(model, text)) {
    return oddsOfFault(model, text) >= oddsOf(FAULT_BESIDE_ORDER_FROM);
  }
  if (oddsOfFault(model, text) + creditOf(model, text) >= oddsOf(FAULT_FROM)) return true;
  const clauses = clausesOf(text);
  return clauses.length > 1 && clauses.some((clause) => oddsOfFault(model, clause) >= oddsOf(CLAUSE_FAULT_FROM));
}

function speaksOfOrder(model: SuggestModel, text: string): boolean {
  const found = findTradeWords(model.words, text);
  return found.some(({ concept, start }) => concept.kind === "conform" && !isDenied(text, start));
}

/** The odds that something is wrong, less where no item is likely. */
function oddsOfFault(model: SuggestModel, text: string): number {
  const heard = putRightByEar(model.ear, text);
  const isMisheard = likeliestOf(model, heard) * HEARD_SHARE > Math.max(...probabilitiesOf(model, text));
  const fault = faultProbability(model, isMisheard ? heard : text);
  return oddsOf(fault) + Math.log(Math.min(1, likeliestOf(model, text) / LIKELY_ITEM));
}

/** What a nearly certain item adds to those odds where no word speaks of good order. */
function creditOf(model: SuggestModel, text: string): number {
  return (SURE_CREDIT * Math.max(0, likeliestOf(model, text) - SURE_ITEM)) / (1 - SURE_ITEM);
}

function likeliestOf(model: SuggestModel, text: string): number {
  return Math.max(...probabilitiesOf(model, putRightByEar(model.ear, text)));
}

function oddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}
