// The checklist of a visit as the screen shows it: sections, what is answered, what is left. Pure.
import { type Answers, scoreOf } from "#domain/inspection/built-checklist.ts";
import type { ChecklistSection } from "#domain/inspection/checklist.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { answersOf, askedNow } from "../../app/visit-checklist.ts";

export type Result = "conform" | "nonconform" | "notApplicable";

export interface SectionState {
  readonly section: ChecklistSection;
  readonly answered: number;
  readonly left: readonly string[];
}

export interface ChecklistState {
  readonly sections: readonly SectionState[];
  readonly answered: number;
  readonly total: number;
  /** Of the points of what was answered with yes or no, how many conform, 0 to 100; null before the first such answer. */
  readonly score: number | null;
}

/** Of a built checklist: what is asked now, how much of it is answered, and its points. */
export function checklistState(
  built: readonly ChecklistSection[],
  findings: readonly Row<"findings">[],
): ChecklistState {
  const answers = answersOf(findings);
  const states = askedNow(built, answers).map((section) => {
    const left = section.items.filter((item) => !answers.has(item.code)).map((item) => item.code);
    return { section, answered: section.items.length - left.length, left };
  });
  return {
    sections: states,
    answered: states.reduce((sum, one) => sum + one.answered, 0),
    total: states.reduce((sum, one) => sum + one.section.items.length, 0),
    score: shareOf(built, answers),
  };
}

/** What does not apply counts neither way. 99.6 is not full marks: it is rounded down. */
function shareOf(built: readonly ChecklistSection[], answers: Answers): number | null {
  const { earned, answered } = scoreOf(built, answers);
  return answered === 0 ? null : Math.floor((earned / answered) * 100);
}

/** 用电安全 instead of 用电安全（…）; the fold's chips have little room. */
export function sectionName(title: string): string {
  return title.replace(/（.*）$/, "");
}
