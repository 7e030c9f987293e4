// Cuts a text into what may be several hazards, and leaves out what only says that something is in order.
import { putRightByEar } from "./by-ear.ts";
import { runsOf } from "./features.ts";
import type { SuggestModel } from "./model.ts";
import { faultProbability, probabilitiesOf } from "./rank.ts";

/** Between two hazards of one sentence; a comma alone does not part them. */
const BREAK =
  /[；;。\n]|另外|此外|还有|同时|其次|以及|(?<=[，,])(?:而且|并且|且)|(?:^|(?<=[，,；;。、\s]))[0-9一二三四五六七八九十][、.．](?!\d)/;
const CLAUSE = /[，,]/;
const SHORTEST_CLAUSE = 3;

/** From this on a text speaks of a fault. */
const FAULT_FROM = 0.4;
/** A text none of whose items is likelier than this must speak of a fault the more clearly: it may be no finding at all. */
const LIKELY_ITEM = 0.2;
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

/** The clauses between commas that are long enough to mean something. */
export function clausesOf(text: string): readonly string[] {
  return text.split(CLAUSE).filter((clause) => clause.length >= SHORTEST_CLAUSE);
}

function withoutGoodOrder(model: SuggestModel, text: string): string {
  const clauses = text.split(CLAUSE);
  const kept = clauses.filter((clause) => clause !== "" && faultProbability(model, clause) >= ORDER_BELOW);
  return kept.length > 0 ? kept.join("，") : text;
}

/** Whether a text speaks of a fault, and of one that the catalogue could know. */
function isFault(model: SuggestModel, text: string): boolean {
  const likeliest = Math.max(...probabilitiesOf(model, putRightByEar(model.ear, text)));
  const doubt = Math.log(Math.min(1, likeliest / LIKELY_ITEM));
  return oddsOf(faultProbability(model, text)) + doubt >= oddsOf(FAULT_FROM);
}

function oddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}
