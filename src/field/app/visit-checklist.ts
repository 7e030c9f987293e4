// The checklist of a visit on the phone: built for the place by the same rules as on the console, with the items that an answer
// opens. Pure: after a reload the findings say again what is asked.
import { type Answers, builtChecklist, type ItemAnswer, isAsked } from "#domain/inspection/built-checklist.ts";
import { type ChecklistSection, checklistFor } from "#domain/inspection/checklist.ts";
import { groundOfPlace } from "#domain/inspection/place-ground.ts";
import type { Row } from "#domain/kernel/entities.ts";
import type { Library } from "#domain/law/library.ts";
import type { VisitRows } from "../store/visit-rows.ts";
import { checklistTags } from "./site-tags.ts";

interface Place extends Pick<VisitRows, "site" | "enterprise"> {
  readonly visit: Pick<VisitRows["visit"], "inspectedOn">;
}

/** Items for the place; all of the catalogue where the whole is wanted. */
export function placeChecklist(library: Library, rows: Place, whole = false): readonly ChecklistSection[] {
  if (whole) return checklistFor(library);
  const tags = checklistTags(rows.site?.tags ?? "[]");
  return builtChecklist(library, groundOfPlace(tags, rows.enterprise, rows.visit.inspectedOn));
}

export function answersOf(findings: readonly Row<"findings">[]): Answers {
  const given = findings.flatMap(({ itemCode, result }): (readonly [string, ItemAnswer])[] =>
    result === "notChecked" ? [] : [[itemCode, result]],
  );
  return new Map(given);
}

/** Without the items that no answer has opened. */
export function askedNow(sections: readonly ChecklistSection[], answers: Answers): readonly ChecklistSection[] {
  const onList = new Set(sections.flatMap(({ items }) => items.map((item) => item.code)));
  return sections.flatMap((section) => {
    const items = section.items.filter((item) => isAsked(item, onList, answers));
    return items.length > 0 ? [{ ...section, items }] : [];
  });
}
