// The catalogue as a sheet: one row an item, each column with its words. What is written is what is read.
import { SITE_TAG_LABELS, SITE_TAGS } from "../../inspection/checklist-tags.ts";
import { CITATION_ROLE_LABELS } from "../labels.ts";
import { CITATION_ROLES } from "../library-rows.ts";
import type { ItemContent } from "./item-content.ts";
import { RISK_LABELS, RISK_LEVELS, SEASON_LABELS, SEASONS } from "./profile.ts";

export const SHEET_COLUMNS = [
  ["code", "编号", 12],
  ["family", "一级", 10],
  ["level2", "二级", 18],
  ["item", "检查内容", 30],
  ["typicalHazard", "典型隐患", 40],
  ["advice", "整改意见", 40],
  ["standard", "达到的标准", 36],
  ["clauses", "依据（每行：角色 法规#条号）", 40],
  ["severityDefault", "严重程度", 10],
  ["severityCase", "重大隐患列举情形", 30],
  ["severityConditions", "认定条件（每行一条）", 36],
  ["tags", "适用标签", 24],
  ["trades", "行业代码", 16],
  ["seasons", "季节", 18],
  ["riskFrom", "风险起", 14],
  ["branch", "在哪一项之后问", 18],
  ["score", "分值", 8],
  ["retired", "停用", 8],
] as const;
export type SheetField = (typeof SHEET_COLUMNS)[number][0];

/** What stands where the product's own list of tags holds. */
export const DEFAULT_TAGS = "默认";
/** Parts of a cell that lists. */
const JOINED = "、";

/** Words of a column and what they mean. */
export type Words = ReadonlyMap<string, string>;

const pairs = (values: readonly string[], labels: Readonly<Record<string, { readonly zh: string }>>): Words =>
  new Map(values.map((value) => [labels[value]?.zh ?? value, value]));

export const SHEET_WORDS = {
  family: new Map([
    ["基础管理", "records"],
    ["现场管理", "onSite"],
  ]),
  severityDefault: new Map([
    ["一般", "general"],
    ["重大列举", "major"],
  ]),
  role: pairs(CITATION_ROLES, CITATION_ROLE_LABELS),
  tags: pairs(SITE_TAGS, SITE_TAG_LABELS),
  seasons: pairs(SEASONS, SEASON_LABELS),
  riskFrom: pairs(RISK_LEVELS, RISK_LABELS),
  branch: new Map([
    ["符合", "conform"],
    ["不符合", "nonconform"],
  ]),
  retired: new Map([
    ["否", "false"],
    ["是", "true"],
  ]),
} as const satisfies Record<string, Words>;

/** The word for a value; the value itself where there is none. */
export function wordOf(words: Words, value: string): string {
  return [...words].find(([, meaning]) => meaning === value)?.[0] ?? value;
}

/** The cells of an item, in the order of the columns. */
export function sheetRowOf(code: string, content: ItemContent): readonly (string | number)[] {
  const { branch } = content;
  const cells: Readonly<Record<SheetField, string | number>> = {
    code,
    family: wordOf(SHEET_WORDS.family, content.family),
    ...{ level2: content.level2, item: content.item, typicalHazard: content.typicalHazard },
    ...{ advice: content.advice, standard: content.standard },
    clauses: content.clauses.map(({ ref, role }) => `${wordOf(SHEET_WORDS.role, role)} ${ref}`).join("\n"),
    severityDefault: wordOf(SHEET_WORDS.severityDefault, content.severityDefault),
    severityCase: content.severityCase ?? "",
    severityConditions: content.severityConditions.join("\n"),
    tags: content.tags === null ? DEFAULT_TAGS : content.tags.map((tag) => wordOf(SHEET_WORDS.tags, tag)).join(JOINED),
    trades: content.trades.join(JOINED),
    seasons: content.seasons.map((season) => wordOf(SHEET_WORDS.seasons, season)).join(JOINED),
    riskFrom: content.riskFrom === null ? "" : wordOf(SHEET_WORDS.riskFrom, content.riskFrom),
    branch: branch ? `${branch.after} ${wordOf(SHEET_WORDS.branch, branch.on)}` : "",
    score: content.score,
    retired: wordOf(SHEET_WORDS.retired, String(content.retired)),
  };
  return SHEET_COLUMNS.map(([field]) => cells[field]);
}
