// A checklist built from the catalogue for a kind of enterprise: by tags, trade (GB/T 4754), risk and season, with items that
// an answer opens, and points. The same on the console's preview and wherever a checklist is asked.
import { type ItemProfileRow, listOf, RISK_LEVELS, type RiskLevel, type Season } from "../law/catalogue/profile.ts";
import type { CatalogueItem, Library } from "../law/library.ts";
import { type ChecklistSection, checklistFor } from "./checklist.ts";
import type { SiteTag } from "./checklist-tags.ts";

/** What is known of the place. What is not known (null) leaves nothing out. */
export interface ChecklistGround {
  readonly tags: readonly SiteTag[] | null;
  /** C3311; its beginnings are what items name. */
  readonly trade: string | null;
  readonly risk: RiskLevel | null;
  /** Seasons that hold, among them `holiday` where one is near; null: all year round. */
  readonly seasons: readonly Season[] | null;
}

export type ItemAnswer = "conform" | "nonconform" | "notApplicable";
export type Answers = ReadonlyMap<string, ItemAnswer>;

/** The sections of those items that concern the place, in the order of the catalogue. */
export function builtChecklist(library: Library, ground: ChecklistGround): readonly ChecklistSection[] {
  return checklistFor(library, ground.tags ?? undefined).flatMap((section) => {
    const items = section.items.filter((item) => concernsPlace(item, ground));
    return items.length > 0 ? [{ ...section, items }] : [];
  });
}

function concernsPlace({ profile }: CatalogueItem, { trade, risk, seasons }: ChecklistGround): boolean {
  if (!profile) return true;
  const trades = listOf(profile.trades);
  const held = listOf(profile.seasons);
  const inTrade = trades.length === 0 || trade === null || trades.some((one) => isWithin(trade, one));
  const inRisk = profile.riskFrom === null || risk === null || rank(risk) <= rank(profile.riskFrom);
  const inSeason = held.length === 0 || seasons === null || seasons.some((one) => held.includes(one));
  return inTrade && inRisk && inSeason;
}

/** C3311 lies within C, C33 and C3311; 3311 without its letter does as well. */
function isWithin(trade: string, beginning: string): boolean {
  const digits = (code: string) => code.replace(/^[A-T]/, "");
  if (/^[A-T]/.test(trade)) return trade.startsWith(beginning);
  return digits(beginning) !== "" && digits(trade).startsWith(digits(beginning));
}

function rank(level: RiskLevel): number {
  return RISK_LEVELS.indexOf(level);
}

/** What of an item says when it is asked and what it counts. */
export interface AskedItem {
  readonly code: string;
  readonly profile?: Pick<ItemProfileRow, "askedAfter" | "askedOn" | "score"> | undefined;
}

/** Whether an item is asked, given the answers so far. One whose opening item is not on the list is asked plainly. */
export function isAsked(item: AskedItem, onList: ReadonlySet<string>, answers: Answers): boolean {
  const { askedAfter = null, askedOn = null } = item.profile ?? {};
  if (askedAfter === null || !onList.has(askedAfter)) return true;
  return answers.get(askedAfter) === askedOn;
}

export interface Score {
  /** Points of items that conform. */
  readonly earned: number;
  /** Points of items answered, without those that do not apply. */
  readonly answered: number;
  /** Points of everything that is asked now and applies. */
  readonly possible: number;
}

/** The points of a checklist as it is answered so far; an item that is not asked counts nothing. */
export function scoreOf(sections: readonly { readonly items: readonly AskedItem[] }[], answers: Answers): Score {
  const items = sections.flatMap((section) => section.items);
  const onList = new Set(items.map((item) => item.code));
  let [earned, answered, possible] = [0, 0, 0];
  for (const item of items) {
    const answer = answers.get(item.code);
    if (!isAsked(item, onList, answers) || answer === "notApplicable") continue;
    const points = item.profile?.score ?? 1;
    possible += points;
    if (answer !== undefined) answered += points;
    if (answer === "conform") earned += points;
  }
  return { earned, answered, possible };
}
