// What the actor's own hazards teach the suggestions. A query and not a table: voiding a hazard takes its lesson back, and
// one that the agency set aside counts no more.
import type { LessonFilter, LessonLine } from "#api/suggestions.ts";
import { type Lesson, lessonKey, lessonsFrom, lessonsInUse } from "#domain/law/suggestion/lessons.ts";
import type { SuggestionWeights } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

/** Enough for a year of one agency; the newest count. */
const NEWEST = 5_000;
export const LESSONS_PAGE = 20;

/** Those that count today. */
export async function readSuggestionLessons(tx: Transaction): Promise<readonly Lesson[]> {
  return lessonsInUse(await readAllLessons(tx), new Set(await readSetAside(tx)));
}

/** The keys of what was set aside, for the server's suggestions and the phone's. */
export async function readSetAside(tx: Transaction): Promise<string[]> {
  return (await readWeights(tx)).filter(({ weight }) => weight === 0).map((row) => row.lessonKey);
}

type SaidLesson = Lesson & Pick<LessonLine, "said">;

/** A page of them with what was said of each; `inUse` are all that count, for asking what one of them changes. */
export async function listLessons(
  tx: Transaction,
  { state, text }: LessonFilter,
  page: number,
  nameOf: (code: string) => string,
) {
  const weights = new Map((await readWeights(tx)).map((row) => [row.lessonKey, row]));
  const all = (await readAllLessons(tx)).map((lesson): SaidLesson => {
    return { ...lesson, said: saidOf(weights.get(lessonKey(lesson))) };
  });
  const [inUse, setAside] = [
    all.filter(({ said }) => said?.inUse !== false),
    all.filter(({ said }) => said?.inUse === false),
  ];
  const found = (state === "inUse" ? inUse : setAside).filter(
    ({ itemCode, words }) => !text || `${itemCode} ${nameOf(itemCode)} ${words}`.includes(text.trim()),
  );
  return {
    inUse,
    counts: { inUse: inUse.length, setAside: setAside.length },
    total: found.length,
    rows: found.slice((page - 1) * LESSONS_PAGE, page * LESSONS_PAGE),
  };
}

function saidOf(row: SuggestionWeights | undefined): LessonLine["said"] {
  return row ? { inUse: row.weight !== 0, name: row.changedByName, at: row.changedAt, reason: row.reason } : null;
}

function readWeights(tx: Transaction): Promise<SuggestionWeights[]> {
  return tx.db.selectFrom("suggestionWeights").selectAll().where(visible(tx, "suggestionWeights")).execute();
}

async function readAllLessons(tx: Transaction): Promise<readonly Lesson[]> {
  const accepted = await tx.db
    .selectFrom("hazards")
    .select(["itemCode", "description"])
    .where(visible(tx, "hazards"))
    .where("status", "!=", "voided")
    .orderBy("id", "desc")
    .limit(NEWEST)
    .execute();
  return lessonsFrom(accepted);
}
