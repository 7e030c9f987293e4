// Whom an item concerns and what it counts: tags, trade, season, risk, the answer that opens it, its points.
import type { Label } from "../../kernel/label.ts";

/** heat 高温 June to September, flood 汛期与台风 May to October, winter 冬季 November to March, holiday 节前. */
export const SEASONS = ["heat", "flood", "winter", "holiday"] as const;
export type Season = (typeof SEASONS)[number];

export const SEASON_LABELS: Readonly<Record<Season, Label>> = {
  heat: { zh: "高温（6—9月）", en: "Heat (June to September)" },
  flood: { zh: "汛期台风（5—10月）", en: "Floods and typhoons (May to October)" },
  winter: { zh: "冬季（11—3月）", en: "Winter (November to March)" },
  holiday: { zh: "节假日前", en: "Before holidays" },
};

const MONTHS: readonly (readonly [Season, readonly number[]])[] = [
  ["heat", [6, 7, 8, 9]],
  ["flood", [5, 6, 7, 8, 9, 10]],
  ["winter", [11, 12, 1, 2, 3]],
];

/** The seasons a month of the year (1–12) lies in. Whether a holiday is near is said by who asks. */
export function seasonsOfMonth(month: number): readonly Season[] {
  return MONTHS.flatMap(([season, months]) => (months.includes(month) ? [season] : []));
}

/** Highest first: red 重大, orange 较大, yellow 一般, blue 低. */
export const RISK_LEVELS = ["red", "orange", "yellow", "blue"] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

export const RISK_LABELS: Readonly<Record<RiskLevel, Label>> = {
  red: { zh: "重大风险（红）", en: "Red" },
  orange: { zh: "较大风险（橙）", en: "Orange" },
  yellow: { zh: "一般风险（黄）", en: "Yellow" },
  blue: { zh: "低风险（蓝）", en: "Blue" },
};

export const BRANCH_LABELS = {
  conform: { zh: "上一项符合时才问", en: "Asked where it conforms" },
  nonconform: { zh: "上一项不符合时才问", en: "Asked where it does not" },
} as const satisfies Record<string, Label>;

/** A row beside an item. Lists are separated by semicolons, conditions by line breaks. */
export interface ItemProfileRow {
  readonly itemCode: string;
  readonly tags: string | null;
  readonly trades: string | null;
  readonly seasons: string | null;
  readonly riskFrom: RiskLevel | null;
  readonly askedAfter: string | null;
  readonly askedOn: "conform" | "nonconform" | null;
  readonly score: number;
  readonly severityCase: string | null;
  readonly severityConditions: string | null;
  readonly retired: boolean;
}

/** An item without a row of its own: asked in every trade and season, one point. */
export const PLAIN_PROFILE: Omit<ItemProfileRow, "itemCode"> = {
  ...{ tags: null, trades: null, seasons: null, riskFrom: null, askedAfter: null, askedOn: null, score: 1 },
  ...{ severityCase: null, severityConditions: null, retired: false },
};

/** The parts of a stored list. */
export function listOf(stored: string | null | undefined, separator = ";"): readonly string[] {
  return (stored ?? "").split(separator).filter((part) => part !== "");
}
