// What may not be offered although the words come near it: an item about another thing, a clause whose conditions the
// words do not name or speak against. A suspected major hazard needs every condition named; those missing are asked for.
import type { LocalDate } from "../../calendar/local-date.ts";
import { type Citation, citable, citationOf, citationsFor } from "../citations.ts";
import type { Library } from "../library.ts";
import { formatReference, parseReference } from "../reference.ts";
import { normalize } from "./features.ts";
import type { ClauseCondition, SuggestModel } from "./model.ts";
import { findTradeWords } from "./trade-words.ts";

const LISTED_CASES = "工贸企业重大事故隐患判定标准";

/** A listed case of major hazards that the words come near to. */
export interface ListedCase {
  readonly clause: string;
  /** Conditions that the words name. */
  readonly named: readonly string[];
  /** Questions whose answers decide the rest. */
  readonly asks: readonly string[];
  /** Every condition is named: 疑似重大, for a person to confirm. */
  readonly suspected: boolean;
}

export interface SupportedClauses {
  readonly clauses: readonly Citation[];
  readonly listedCase: ListedCase | null;
}

/** Whether the text names a thing of another item of the same family and none of this item's own. */
export function isAboutAnotherThing(model: SuggestModel, code: string, named: ReadonlySet<string>): boolean {
  return model.confusables.some((own) => {
    if (own.item !== code || own.objects.some((object) => named.has(object))) return false;
    return model.confusables.some(
      (other) => other.family === own.family && !other.isPlace && other.objects.some((object) => named.has(object)),
    );
  });
}

/** Names of all concepts found in the text. */
export function namedConcepts(model: SuggestModel, text: string): ReadonlySet<string> {
  return new Set(findTradeWords(model.words, text).map(({ concept }) => concept.name));
}

/**
 * The clauses of an item that may be offered for these words on this day: citable that day (the fallback alone only
 * where nothing else is), their conditions not missing. Where the listed case falls away, the ordinary duty stands in.
 */
export function supportedClauses(
  model: SuggestModel,
  library: Library,
  code: string,
  question: {
    readonly text: string;
    readonly day: LocalDate;
    readonly division?: string;
    /** Another item is far likelier: then a listed case needs every condition named. */
    readonly isUnlikely?: boolean;
  },
): SupportedClauses {
  const text = normalize(question.text);
  const all = citable([
    ...citationsFor(library, code, question.day, question.division),
    ...ordinaryClauses(model, library, code, question.day),
  ]);
  const offered = all.filter((citation) => {
    const needsAll = question.isUnlikely === true && citation.instrumentId === LISTED_CASES;
    return isOffered(conditionsOf(model, citation), text, needsAll);
  });
  const own = offered.filter((citation) => citation.role !== "fallback");
  const listed = own.find((citation) => citation.instrumentId === LISTED_CASES);
  return { clauses: own.length > 0 ? own : offered, listedCase: listed ? listedCaseOf(model, listed, text) : null };
}

function ordinaryClauses(model: SuggestModel, library: Library, code: string, day: LocalDate): readonly Citation[] {
  return (model.ordinaryClauses.get(code) ?? []).flatMap((reference) => {
    const parsed = parseReference(reference);
    return parsed.ok ? [citationOf(library, parsed.value, "conditional", day)] : [];
  });
}

function conditionsOf(model: SuggestModel, citation: Citation): readonly ClauseCondition[] {
  return model.conditions.get(formatReference(citation)) ?? [];
}

function isOffered(conditions: readonly ClauseCondition[], text: string, needsAll: boolean): boolean {
  return conditions.every((one) => !isAgainst(one, text) && (!(one.must || needsAll) || isNamed(one, text)));
}

function listedCaseOf(model: SuggestModel, citation: Citation, text: string): ListedCase {
  const conditions = conditionsOf(model, citation);
  const missing = conditions.filter((one) => !isNamed(one, text));
  return {
    clause: formatReference(citation),
    named: conditions.filter((one) => isNamed(one, text)).map((one) => one.condition),
    asks: missing.map((one) => one.ask),
    suspected: conditions.length > 0 && missing.length === 0,
  };
}

function isNamed(condition: ClauseCondition, text: string): boolean {
  return condition.named.some((word) => text.includes(normalize(word)));
}

function isAgainst(condition: ClauseCondition, text: string): boolean {
  return condition.against.some((word) => text.includes(normalize(word)));
}
