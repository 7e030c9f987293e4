// What is missing before the visit can be finished, each with the way there. The domain's list; questions left open in a
// section are one line. A section nobody began was not looked at, and the record says so instead of asking for ticks.
import type { Library } from "#domain/law/library.ts";
import { type Missing, missingBeforeFinish } from "#domain/visit/missing-before-finish.ts";
import type { FieldRoute } from "../../app/route.ts";
import { answersOf, askedNow, placeChecklist } from "../../app/visit-checklist.ts";
import type { VisitRows } from "../../store/visit-rows.ts";
import type { FinishDraft } from "./finish-draft.ts";

export interface MissingLine {
  readonly key: string;
  readonly what: string;
  readonly lacks: string;
  /** None: it is filled in on this very screen. */
  readonly to: FieldRoute | undefined;
  /** The section of the checklist to open. */
  readonly section?: string;
}

export function missingLines(
  scope: string,
  rows: VisitRows,
  draft: FinishDraft,
  library: Library,
  unsorted: number,
): readonly MissingLine[] {
  const begun = begunSections(rows, library);
  const checklist = begun.flatMap(({ items }) => items.map((item) => ({ itemCode: item.code, title: item.item })));
  const person = draft.person.trim() && draft.role.trim() ? { name: draft.person, role: draft.role } : null;
  const photos = rows.photos.filter((photo) => photo.visitId === rows.visit.id);
  const missing = missingBeforeFinish({ ...rows, photos, enterprisePerson: person, checklist, unsorted });
  const open = missing.filter((one) => one.code === "itemUnchecked");
  const sections = begun.flatMap((section) => {
    const left = open.filter((one) => section.items.some((item) => item.code === one.subject)).length;
    const to = { page: "visit", scope, visitId: rows.visit.id } as const;
    return left > 0
      ? [{ key: section.code, what: section.title, lacks: `${left}项没勾`, to, section: section.code }]
      : [];
  });
  const others = missing.filter((one) => one.code !== "itemUnchecked").map((one) => lineOf(scope, rows, one, library));
  return [...others, ...sections];
}

function begunSections(rows: VisitRows, library: Library) {
  const answered = new Set(rows.findings.map((one) => one.itemCode));
  const sections = askedNow(placeChecklist(library, rows), answersOf(rows.findings));
  return sections.filter(({ items }) => items.some((item) => answered.has(item.code)));
}

/** Sections nobody began, by title. */
export function untouchedSections(rows: VisitRows, library: Library): readonly string[] {
  if (rows.visit.kind !== "inspection") return [];
  const begun = new Set(begunSections(rows, library).map((section) => section.code));
  return askedNow(placeChecklist(library, rows), answersOf(rows.findings))
    .filter((section) => !begun.has(section.code))
    .map((section) => section.title.replace(/（.*）$/, ""));
}

function lineOf(scope: string, rows: VisitRows, { code, subject, label }: Missing, library: Library): MissingLine {
  const visitId = rows.visit.id;
  const item = library.items.get(subject ?? "");
  const [before = "", after] = label.zh.split("：");
  const [what, lacks] = after === undefined ? ["", before] : [item?.item ?? before, after];
  const key = `${code} ${subject ?? ""}`;
  switch (code) {
    case "accompaniment":
      return { key, what, lacks, to: { page: "accompany", scope, visitId } };
    case "unsortedTray":
      return { key, what, lacks, to: { page: "tray", scope, visitId } };
    case "enterprisePerson":
      return { key, what, lacks, to: undefined };
    case "findings":
    case "itemUnchecked":
    case "itemWithoutHazard":
      return {
        key,
        what,
        lacks,
        to: { page: "visit", scope, visitId },
        ...(item ? { section: sectionOf(item.code) } : {}),
      };
    default:
      return { key, what, lacks, to: { page: "hazard", scope, visitId, hazardId: subject ?? "" } };
  }
}

function sectionOf(code: string): string {
  return code.split("-").slice(0, 2).join("-");
}
