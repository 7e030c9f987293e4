// The same enterprise twice in one list: rows that agree become one with a warning, rows that contradict are refused.
import { revenueText } from "../scope/revenue-text.ts";
import { enterpriseColumns } from "./enterprise-columns.ts";
import { nameKey } from "./enterprise-name-key.ts";
import { type EnterpriseRow, MOST_TAGS } from "./enterprise-row.ts";
import { type ListWarning, type RefusedCell, refusedCell } from "./list-findings.ts";

export interface MergedRows {
  readonly enterprises: readonly EnterpriseRow[];
  readonly refused: readonly RefusedCell[];
  readonly warnings: readonly ListWarning[];
}

type Outcome =
  | { readonly kind: "same"; readonly first: EnterpriseRow }
  | { readonly kind: "refuse"; readonly reason: string };

/** Finds the earlier row a row repeats, or why the two contradict; undefined for a row of its own. */
function findEarlier(row: EnterpriseRow, kept: readonly EnterpriseRow[]): Outcome | undefined {
  const sameCode = kept.find((other) => row.creditCode !== null && other.creditCode === row.creditCode);
  if (sameCode) {
    if (nameKey(sameCode.name) === nameKey(row.name)) return { kind: "same", first: sameCode };
    return { kind: "refuse", reason: `与第${sameCode.row}行相同，名称不同。同一家只留一行，两家就改代码` };
  }
  const namesakes = kept.filter((other) => row.creditCode === null || other.creditCode === null);
  const [first] = namesakes;
  if (!first) return undefined;
  if (namesakes.length === 1) return { kind: "same", first };
  const rows = namesakes.map((other) => other.row).join("、");
  return { kind: "refuse", reason: `没填，而第${rows}行和它同名。填上代码才分得清是哪一家` };
}

function shown(key: keyof EnterpriseRow, value: EnterpriseRow[keyof EnterpriseRow]): string {
  if (key === "mainRevenueFen" && typeof value === "number") return revenueText(value);
  return typeof value === "boolean" ? (value ? "是" : "否") : String(value);
}

const COMPARED = {
  mainRevenueFen: "mainRevenue",
  aboveScale: "aboveScale",
  industryCode: "industryCode",
  communityName: "community",
  address: "address",
  employees: "employees",
} as const;
const comparedKeys = ["mainRevenueFen", "aboveScale", "industryCode", "communityName", "address", "employees"] as const;

/** The first row with its blanks filled from the later one. */
function filled(first: EnterpriseRow, later: EnterpriseRow): EnterpriseRow {
  return {
    ...first,
    creditCode: first.creditCode ?? later.creditCode,
    address: first.address ?? later.address,
    communityName: first.communityName ?? later.communityName,
    industryCode: first.industryCode ?? later.industryCode,
    industry: first.industry ?? later.industry,
    industryKind: first.industryKind ?? later.industryKind,
    aboveScale: first.aboveScale ?? later.aboveScale,
    mainRevenueFen: first.mainRevenueFen ?? later.mainRevenueFen,
    revenueYear: first.revenueYear ?? later.revenueYear,
    employees: first.employees ?? later.employees,
    principalName: first.principalName ?? later.principalName,
    principalPhone: first.principalPhone ?? later.principalPhone,
    safetyOfficerName: first.safetyOfficerName ?? later.safetyOfficerName,
    safetyOfficerPhone: first.safetyOfficerPhone ?? later.safetyOfficerPhone,
    standardizationGrade: first.standardizationGrade ?? later.standardizationGrade,
    standardizationCertificateNo: first.standardizationCertificateNo ?? later.standardizationCertificateNo,
    standardizationValidTo: first.standardizationValidTo ?? later.standardizationValidTo,
    riskLevel: first.riskLevel ?? later.riskLevel,
    tags: [...new Set([...first.tags, ...later.tags])].slice(0, MOST_TAGS),
    remark: first.remark ?? later.remark,
    requestedGround: first.requestedGround ?? later.requestedGround,
  };
}

/** What two rows of one enterprise say differently, and that the first is kept. */
function differences(first: EnterpriseRow, later: EnterpriseRow): string[] {
  return comparedKeys
    .filter((key) => first[key] !== null && later[key] !== null && first[key] !== later[key])
    .map((key) => `${enterpriseColumns[COMPARED[key]].label.zh}取${shown(key, first[key])}`);
}

/** Rows in list order, each enterprise once. */
export function mergeDuplicates(rows: readonly EnterpriseRow[]): MergedRows {
  const kept = new Map<number, EnterpriseRow>();
  const byCode = new Map<string, number>();
  const byName = new Map<string, Set<number>>();
  const refused: RefusedCell[] = [];
  const warnings: ListWarning[] = [];
  const remember = (row: EnterpriseRow) => {
    kept.set(row.row, row);
    if (row.creditCode !== null) byCode.set(row.creditCode, row.row);
    byName.set(nameKey(row.name), (byName.get(nameKey(row.name)) ?? new Set()).add(row.row));
  };
  for (const row of rows) {
    const near = new Set(byName.get(nameKey(row.name)) ?? []);
    const sameCode = row.creditCode === null ? undefined : byCode.get(row.creditCode);
    if (sameCode !== undefined) near.add(sameCode);
    const outcome = findEarlier(
      row,
      [...near].flatMap((number) => kept.get(number) ?? []),
    );
    if (outcome?.kind === "refuse") {
      refused.push(refusedCell(row, "creditCode", row.creditCode ?? "", outcome.reason));
    } else if (outcome) {
      remember(filled(outcome.first, row));
      const differing = differences(outcome.first, row);
      const choice = differing.length > 0 ? `两行不同的，${differing.join("，")}` : "内容一致";
      const text = `第${row.row}行与第${outcome.first.row}行是同一家，已并成一条；${choice}。`;
      warnings.push({ row: row.row, field: "name", text });
    } else {
      if (near.size > 0) warnings.push(namesakeWarning(row, near));
      remember(row);
    }
  }
  return { enterprises: [...kept.values()], refused, warnings };
}

function namesakeWarning(row: EnterpriseRow, near: ReadonlySet<number>): ListWarning {
  const text = `第${row.row}行与第${[...near].join("、")}行同名，信用代码不同，按两家存，请核对。`;
  return { row: row.row, field: "name", text };
}
