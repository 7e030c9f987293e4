// Cuts a text into what may be several hazards, and leaves out what only says that something is in order.
import { certaintyOfFault } from "./decide.ts";
import { runsOf } from "./features.ts";
import type { SuggestModel } from "./model.ts";
import { faultProbability } from "./rank.ts";

/** Between two hazards of one sentence; a comma alone does not part them. */
const BREAK =
  /[；;。\n]|另外|此外|还有|同时|其次|以及|(?<=[，,])(?:而且|并且|且)|(?:^|(?<=[，,；;。、\s]))[0-9一二三四五六七八九十][、.．](?!\d)/;
const CLAUSE = /[，,]/;
/** From this on a text speaks of a fault. */
const FAULT_FROM = 0.24;
/** Below this a clause is left out of a text that does speak of a fault. */
const ORDER_BELOW = 0.12;

/** A part that speaks of a fault, without its clauses of good order and as it was written. */
export interface FaultyPart {
  readonly part: string;
  readonly uncut: string;
}

/** The parts that speak of a fault; none when nothing is wrong. */
export function faultyParts(model: SuggestModel, text: string): readonly FaultyPart[] {
  const parts = splitParts(text);
  const faulty = parts.filter((part) => isFault(model, part));
  if (faulty.length > 0) return faulty.map((part) => ({ part: withoutGoodOrder(model, part), uncut: part }));
  return parts.length > 1 && isFault(model, text) ? [{ part: text, uncut: text }] : [];
}

/** What may be several hazards of one sentence. */
export function splitParts(text: string): readonly string[] {
  return text.split(BREAK).filter((part) => runsOf(part).length > 0);
}

function withoutGoodOrder(model: SuggestModel, text: string): string {
  const clauses = text.split(CLAUSE);
  const kept = clauses.filter((clause) => clause !== "" && faultProbability(model, clause) >= ORDER_BELOW);
  return kept.length > 0 ? kept.join("，") : text;
}

function isFault(model: SuggestModel, text: string): boolean {
  return certaintyOfFault(model, text) >= FAULT_FROM;
}
