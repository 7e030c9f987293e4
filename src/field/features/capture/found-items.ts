// What the expert's own words find: first what the ranker thinks they mean, with clause and reason, then what a plain
// search finds besides. Pure.
import { printedArticle } from "#domain/documents/citation.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { basisOf } from "#domain/law/citations.ts";
import { type SuggestIndex, suggestItems } from "#domain/law/suggest.ts";
import { buildLessons, lessonsFrom, lessonsInUse } from "#domain/law/suggestion/lessons.ts";
import { type SuggestGround, type Suggestion, suggest } from "#domain/law/suggestion/suggest.ts";
import { refOf } from "../../app/capture-draft.ts";
import type { LikelyItem } from "./likely-items.ts";

/** What a search stands on: the trained model, the plain index, and the hazards this phone carries. */
export interface FoundGround extends SuggestGround {
  readonly index: SuggestIndex;
  readonly hazards: readonly Pick<Row<"hazards">, "itemCode" | "description" | "status">[];
  /** Keys of lessons that count no more. */
  readonly setAside?: readonly string[] | undefined;
}

/** Where and when the words were written. */
export interface FoundQuestion {
  readonly text: string;
  readonly day: string;
  readonly division: string;
}

/** Suggested items first, each with its reason; then others that share words. The words name no hazard: only those. */
export function foundItems(ground: FoundGround, question: FoundQuestion, limit: number): readonly LikelyItem[] {
  const accepted = ground.hazards.filter((hazard) => hazard.status !== "voided");
  const lessons = lessonsInUse(lessonsFrom(accepted), new Set(ground.setAside));
  const suggested = suggest({ ...ground, lessons: buildLessons(lessons) }, question);
  const codes = new Set(suggested.map(({ code }) => code));
  const others = suggestItems(ground.index, question.text, limit).filter(({ code }) => !codes.has(code));
  return [
    ...suggested.map((one, at) => ({
      code: one.code,
      why: at === 0 ? "最像" : "",
      because: reasonOf(one),
      ...supportedOnly(one),
    })),
    ...others.map(({ code }) => ({ code, why: "" })),
  ].slice(0, limit);
}

/**
 * What the record starts with: a clause the words do not support is left for the expert to tick. Where nothing but the
 * fallback remains the item's own clauses stand, because a fallback alone would be refused.
 */
function supportedOnly({ clauses }: Suggestion): Pick<LikelyItem, "clauses"> {
  const basis = basisOf(clauses);
  if (basis === "none" || basis === "fallbackOnly") return {};
  return { clauses: clauses.map((clause) => ({ ref: refOf(clause), role: clause.role })) };
}

/** 因为写了“光栅”“短接” · 安全生产法第36条第3款 · 先核实：… */
function reasonOf({ because, clauses, listedCase }: Suggestion): string {
  const [clause] = clauses;
  const parts = [
    because.length > 0
      ? `因为写了${because
          .slice(0, 3)
          .map((word) => `“${word}”`)
          .join("")}`
      : "",
    clause ? `${clause.instrumentId}${printedArticle(clause.article)}` : "",
    listedCase?.suspected ? "疑似重大，要人确认" : "",
    ...(listedCase?.asks
      .filter((ask) => ask !== "")
      .slice(0, 1)
      .map((ask) => `先核实：${ask}`) ?? []),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}
