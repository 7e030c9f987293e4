// A hazard being captured: three steps, each kept as soon as it is shown. Pure, apart from making ids.
import { v7 as uuidv7 } from "uuid";
import type { Row } from "#domain/kernel/entities.ts";
import { type Citation, citable, citationOf, citationsFor } from "#domain/law/citations.ts";
import type { Library } from "#domain/law/library.ts";
import type { CitationRole } from "#domain/law/library-rows.ts";
import { parseReference } from "#domain/law/reference.ts";
import type { TakenPhoto } from "../photo/take-photo.ts";
import type { VisitRows } from "../store/visit-rows.ts";

export const steps = ["photo", "mark", "check"] as const;
export type Step = (typeof steps)[number];
export const stepWords: Readonly<Record<Step, string>> = {
  photo: "拍照",
  mark: "标注、认项",
  check: "核对",
};

/** A draft kept by an earlier version of the app may stand at a step that is gone. */
export function stepOf({ step, itemCode }: Pick<CaptureDraft, "step" | "itemCode">): Step {
  return steps.find((one) => one === step) ?? (itemCode === null ? "mark" : "check");
}

export interface ChosenClause {
  readonly ref: string;
  readonly role: CitationRole;
}

export interface CaptureDraft {
  readonly hazardId: string;
  /** The visit it belongs to; unfinished ones are listed there. */
  readonly visitId: string;
  readonly step: Step;
  readonly photos: readonly TakenPhoto[];
  readonly noPhotoReason: Row<"hazards">["noPhotoReason"];
  readonly itemCode: string | null;
  readonly description: string;
  readonly place: string;
  readonly advice: string;
  readonly standard: string;
  /** Null keeps those of the item on the day. */
  readonly clauses: readonly ChosenClause[] | null;
  readonly suspectedMajor: boolean;
  readonly severityCase: string;
  /** Undefined is the scheme's own. */
  readonly days: number | null;
  readonly daysReason: string;
  /** Put right before the expert's eyes: the second photo follows. */
  readonly fixNow: boolean;
  /** The earlier hazard of the same item that has come back. */
  readonly repeatOf?: string | null;
  /** Spoken on the spot, to be written down later; it never leaves the phone. */
  readonly voice?: Blob | null;
}

export function emptyCapture(visitId: string, itemCode: string | null, place: string): CaptureDraft {
  return {
    hazardId: uuidv7(),
    visitId,
    step: "photo",
    photos: [],
    noPhotoReason: null,
    itemCode,
    description: "",
    place,
    advice: "",
    standard: "",
    clauses: null,
    suspectedMajor: false,
    severityCase: "",
    days: null,
    daysReason: "",
    fixNow: false,
  };
}

/** Where the next hazard is likely to be: where the last one of this visit was, else the site itself. */
export function likelyPlace({ visit, hazards, site }: Pick<VisitRows, "visit" | "hazards" | "site">): string {
  const own = hazards.filter((hazard) => hazard.visitId === visit.id);
  return own.toSorted((a, b) => b.number.localeCompare(a.number))[0]?.place ?? site?.name ?? "";
}

/** Fewer characters than this are words to search by, not what was seen. */
const SENTENCE = 6;

/** Choosing an item fills in its clauses (all, unless some are named), advice, its standard and what is typically seen; what the expert wrote himself stays. */
export function chooseItem(
  draft: CaptureDraft,
  library: Library,
  code: string,
  clauses: readonly ChosenClause[] | null = null,
): Partial<CaptureDraft> {
  const item = library.items.get(code);
  const before = draft.itemCode === null ? undefined : library.items.get(draft.itemCode);
  const keep = (written: string, offered: string | undefined) => written !== "" && written !== offered;
  return {
    itemCode: code,
    clauses,
    repeatOf: null,
    advice: keep(draft.advice, before?.advice) ? draft.advice : (item?.advice ?? ""),
    standard: keep(draft.standard, before?.standard) ? draft.standard : (item?.standard ?? ""),
    description: draft.description.trim().length < SENTENCE ? (item?.typicalHazard ?? "") : draft.description,
  };
}

/** The clauses of an item that may be printed on the day of the visit, and those chosen besides. */
export function offeredClauses(
  library: Library,
  code: string,
  day: string,
  division: string,
  chosen: readonly ChosenClause[] = [],
): readonly Citation[] {
  const own = citationsFor(library, code, day, division);
  const besides = chosen.flatMap(({ ref, role }) => {
    const parsed = parseReference(ref);
    return parsed.ok && !own.some((clause) => refOf(clause) === ref)
      ? [citationOf(library, parsed.value, role, day)]
      : [];
  });
  return citable([...own, ...besides]);
}

export function refOf(clause: Pick<Citation, "instrumentId" | "article">): string {
  return `${clause.instrumentId}#${clause.article}`;
}

/** The next number within the visit. */
export function nextSequence(hazards: readonly Row<"hazards">[], visitId: string): number {
  const numbers = hazards
    .filter((hazard) => hazard.visitId === visitId)
    .map((hazard) => Number(/-(\d+)$/.exec(hazard.number)?.[1] ?? 0));
  return Math.max(0, ...numbers) + 1;
}

/** Earlier hazards of the same item at the enterprise, latest first. */
export function earlierSame(
  hazards: readonly Row<"hazards">[],
  visitId: string,
  itemCode: string | null,
): readonly Row<"hazards">[] {
  return hazards
    .filter((hazard) => hazard.itemCode === itemCode && hazard.visitId !== visitId && hazard.status !== "voided")
    .toSorted((a, b) => b.foundOn.localeCompare(a.foundOn));
}
