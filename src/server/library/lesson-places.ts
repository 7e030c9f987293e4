// What one lesson changes: the place at which its words offer its item with the lesson and without it.
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { type Lesson, type Lessons, withLesson, withoutLesson } from "#domain/law/suggestion/lessons.ts";
import { type SuggestGround, suggest } from "#domain/law/suggestion/suggest.ts";

const FIRST = 12;

export interface LessonPlace {
  readonly taught: number | null;
  readonly untaught: number | null;
}

interface LessonGround extends SuggestGround {
  /** Those in use; whether the one that is asked about is among them does not matter. */
  readonly lessons: Lessons;
  readonly day: LocalDate;
  readonly division: string;
}

/** Counted from 1; null where the first twelve do not have the item. */
export function placeOf({ lessons, day, division, ...ground }: LessonGround, lesson: Lesson): LessonPlace {
  const place = (taught: Lessons) => {
    const question = { text: lesson.words, day, division, limit: FIRST };
    const codes = suggest({ ...ground, lessons: taught }, question).map(({ code }) => code);
    return codes.includes(lesson.itemCode) ? codes.indexOf(lesson.itemCode) + 1 : null;
  };
  return { taught: place(withLesson(lessons, lesson)), untaught: place(withoutLesson(lessons, lesson)) };
}
