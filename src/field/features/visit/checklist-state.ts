// The checklist of a visit as the screen shows it: sections, what is answered, what is left. Pure.
import { type ChecklistSection, checklistFor } from "#domain/inspection/checklist.ts";
import type { SiteTag } from "#domain/inspection/checklist-tags.ts";
import type { Row } from "#domain/kernel/entities.ts";
import type { Library } from "#domain/law/library.ts";

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
  /** Of what was answered with yes or no, how much conforms, 0 to 100; null before the first such answer. */
  readonly score: number | null;
}

/** The items of the site's tags; a site without tags is asked everything. */
export function visitChecklist(library: Library, tags: readonly SiteTag[]): readonly ChecklistSection[] {
  return checklistFor(library, tags.length > 0 ? tags : undefined);
}

export function checklistState(
  sections: readonly ChecklistSection[],
  findings: readonly Row<"findings">[],
): ChecklistState {
  const done = new Set(findings.filter((one) => one.result !== "notChecked").map((one) => one.itemCode));
  const states = sections.map((section) => {
    const left = section.items.filter((item) => !done.has(item.code)).map((item) => item.code);
    return { section, answered: section.items.length - left.length, left };
  });
  return {
    sections: states,
    answered: states.reduce((sum, one) => sum + one.answered, 0),
    total: states.reduce((sum, one) => sum + one.section.items.length, 0),
    score: scoreOf(findings),
  };
}

/** What does not apply counts neither way. 99.6 is not full marks: it is rounded down. */
function scoreOf(findings: readonly Row<"findings">[]): number | null {
  const good = findings.filter((one) => one.result === "conform").length;
  const asked = good + findings.filter((one) => one.result === "nonconform").length;
  return asked === 0 ? null : Math.floor((good / asked) * 100);
}

/** 用电安全 instead of 用电安全（…）; the fold's chips have little room. */
export function sectionName(title: string): string {
  return title.replace(/（.*）$/, "");
}
