// What a visit still lacks before it can be finished (R7, R8). The screen lists it with a way to each place;
// `visit.finish` refuses as long as the list is not empty.
import type { Row } from "../kernel/entities.ts";
import type { Label } from "../kernel/label.ts";
import { HAZARD_PART_LABELS, type HazardPart, missingParts, rowsOfHazard } from "./hazard-parts.ts";

export type MissingCode =
  | "accompaniment"
  | "findings"
  | "itemUnchecked"
  | "itemWithoutHazard"
  | `hazard.${HazardPart}`
  | "unsortedTray"
  | "enterprisePerson";

export interface Missing {
  readonly code: MissingCode;
  /** What it is about: a hazard's id or an item's code; null for the visit itself. */
  readonly subject: string | null;
  /** The whole line as shown: 皮带轮外露：缺照片… */
  readonly label: Label;
}

export interface BeforeFinish {
  readonly visit: Row<"visits">;
  readonly findings: readonly Row<"findings">[];
  /** All hazards of the enterprise that are there to be seen; those of this visit must be complete. */
  readonly hazards: readonly Row<"hazards">[];
  readonly citations: readonly Row<"hazardCitations">[];
  readonly photos: readonly Row<"photoSlots">[];
  readonly enterprisePerson: { readonly name: string; readonly role: string } | null;
  /** Items of the checklist the expert set out with; the server does not know it and leaves it away. */
  readonly checklist?: readonly { readonly itemCode: string; readonly title: string }[];
  /** Groups of photos that are in no hazard and not discarded; only the phone that took them knows them. */
  readonly unsorted?: number;
}

type Rule = (state: BeforeFinish) => readonly Missing[];

const RULES: readonly Rule[] = [
  accompanimentMissing,
  findingsMissing,
  uncheckedItems,
  itemsWithoutHazard,
  hazardParts,
  unsortedTray,
  personMissing,
];

export function missingBeforeFinish(state: BeforeFinish): readonly Missing[] {
  return RULES.flatMap((rule) => rule(state));
}

/** R8: a re-inspection needs nobody. */
function accompanimentMissing({ visit }: BeforeFinish): readonly Missing[] {
  if (visit.kind === "reinspection" || visit.accompaniedBy !== null) return [];
  return [missing("accompaniment", null, "陪同人还没记", "Who accompanies is not recorded")];
}

function findingsMissing({ visit, findings }: BeforeFinish): readonly Missing[] {
  if (visit.kind === "reinspection" || findings.some((row) => row.result !== "notChecked")) return [];
  return [missing("findings", null, "清单一项也没勾", "Nothing on the checklist is answered")];
}

function uncheckedItems({ findings, checklist }: BeforeFinish): readonly Missing[] {
  const checked = new Set(findings.filter((row) => row.result !== "notChecked").map((row) => row.itemCode));
  return (checklist ?? [])
    .filter(({ itemCode }) => !checked.has(itemCode))
    .map(({ itemCode, title }) => missing("itemUnchecked", itemCode, `${title}：没勾`, `${title}: not answered`));
}

/** An item that does not conform has a hazard of this visit, or one from before that is still open at the site. */
function itemsWithoutHazard({ visit, findings, hazards }: BeforeFinish): readonly Missing[] {
  const covered = new Set(hazards.filter((hazard) => covers(hazard, visit)).map((hazard) => hazard.itemCode));
  return findings
    .filter((row) => row.result === "nonconform" && !covered.has(row.itemCode))
    .map(({ itemCode }) =>
      missing("itemWithoutHazard", itemCode, `${itemCode}：不符合，还没记隐患`, `${itemCode}: no hazard recorded`),
    );
}

function covers(hazard: Row<"hazards">, visit: Row<"visits">): boolean {
  if (hazard.status === "voided") return false;
  return hazard.visitId === visit.id || (hazard.siteId === visit.siteId && hazard.status !== "closed");
}

/** R7: each hazard of this visit. */
function hazardParts({ visit, hazards, citations, photos }: BeforeFinish): readonly Missing[] {
  return hazards
    .filter((hazard) => hazard.visitId === visit.id && hazard.status !== "voided")
    .flatMap((hazard) =>
      missingParts(rowsOfHazard(hazard, citations, photos)).map((part) => {
        const { zh, en } = HAZARD_PART_LABELS[part];
        const name = hazard.place.trim() || hazard.number;
        return missing(`hazard.${part}`, hazard.id, `${name}：${zh}`, `${name}: ${en}`);
      }),
    );
}

/** What was shot on the way belongs to a hazard or is discarded with a reason before the expert leaves. */
function unsortedTray({ unsorted = 0 }: BeforeFinish): readonly Missing[] {
  if (unsorted === 0) return [];
  return [missing("unsortedTray", null, `先拍的：${unsorted}份没整理`, `Tray: ${unsorted} not sorted`)];
}

function personMissing({ enterprisePerson }: BeforeFinish): readonly Missing[] {
  if (enterprisePerson) return [];
  return [missing("enterprisePerson", null, "企业参加人员还没写", "The enterprise's person is not named")];
}

function missing(code: MissingCode, subject: string | null, zh: string, en: string): Missing {
  return { code, subject, label: { zh, en } };
}
