// One line of an enterprise list into one parsed enterprise, or the cells that keep it out.
import type { CellReading } from "./cell-reading.ts";
import { matchCommunity } from "./community-name.ts";
import {
  readAboveScale,
  readCreditCode,
  readDay,
  readEmployees,
  readIndustryCode,
  readName,
  readPhone,
  readRiskLevel,
  readStandardizationGrade,
  readTags,
  readText,
} from "./enterprise-cells.ts";
import type { EnterpriseField } from "./enterprise-columns.ts";
import { type EnterpriseRow, TEXT_LIMITS } from "./enterprise-row.ts";
import { industryKindOf } from "./industry-kind.ts";
import { cellSentence, type ListWarning, type RefusedCell, refusedCell } from "./list-findings.ts";
import { readRevenue } from "./revenue-cell.ts";
import type { RevenueReading } from "./revenue-unit.ts";
import { cellText, type SheetCell, type SheetRow } from "./sheet-cells.ts";

export type ColumnPlaces = ReadonlyMap<EnterpriseField, number>;

export interface RowReading {
  /** undefined when a cell keeps the row out. */
  readonly enterprise: EnterpriseRow | undefined;
  readonly refused: readonly RefusedCell[];
  readonly warnings: readonly ListWarning[];
}

/** Collects what the cells of one line say, fault by fault, so that a person can mend all of a row at once. */
class LineReader {
  readonly refused: RefusedCell[] = [];
  readonly warnings: ListWarning[] = [];
  readonly line: SheetRow;
  readonly columnOf: ColumnPlaces;

  constructor(line: SheetRow, columnOf: ColumnPlaces) {
    this.line = line;
    this.columnOf = columnOf;
  }

  /** The field's value; `missing` where the list has no such column or the cell is refused. */
  take<T>(field: EnterpriseField, missing: T, readCell: (cell: SheetCell | undefined) => CellReading<T>): T {
    const index = this.columnOf.get(field);
    if (index === undefined) return missing;
    const cell = this.line.cells[index];
    const reading = readCell(cell);
    if (!reading.ok) {
      const name = cellText(this.line.cells[this.columnOf.get("name") ?? -1]);
      const place = { row: this.line.row, name };
      this.refused.push(refusedCell(place, field, cellText(cell), reading.reason, reading.suggestion));
      return missing;
    }
    if (reading.note !== undefined) {
      this.warnings.push({ row: this.line.row, field, text: cellSentence(this.line.row, field, reading.note) });
    }
    return reading.value;
  }
}

function readCommunity(roster: readonly string[] | undefined) {
  const readAny = readText(TEXT_LIMITS.community);
  return (cell: SheetCell | undefined): CellReading<string | null> => {
    const reading = readAny(cell);
    if (!reading.ok || reading.value === null || roster === undefined) return reading;
    const match = matchCommunity(reading.value, roster);
    if (match.kind === "found") return { ...reading, value: match.name };
    const instead = match.suggestion === undefined ? "" : `，是不是“${match.suggestion}”`;
    return {
      ok: false,
      reason: `写的“${reading.value}”不在名册里${instead}`,
      suggestion: match.suggestion,
    };
  };
}

/** c where the remark speaks of standardization or another service, d where it speaks of the safety committee. */
function requestedGround(remark: string | null): EnterpriseRow["requestedGround"] {
  if (remark === null) return null;
  if (/安委会|安全生产委员会/.test(remark) && /纳入|列入/.test(remark)) return "d";
  return /(需|拟|要|申请|计划).*(标准化|安全服务)/.test(remark) ? "c" : null;
}

function groundWarning(row: number, ground: "c" | "d"): ListWarning {
  const ask = {
    c: "需要标准化或其他安全服务，要由安监办认定后才纳入",
    d: "由安委会决定纳入，要登记会议日期和纪要后才纳入",
  }[ground];
  return { row, field: "remark", text: cellSentence(row, "remark", `里写了${ask}`) };
}

/** People, standardization, risk: what keeps nobody in or out of scope. */
function readSideFacts(reader: LineReader) {
  const person = readText(TEXT_LIMITS.person);
  return {
    address: reader.take("address", null, readText(TEXT_LIMITS.address)),
    employees: reader.take("employees", null, readEmployees),
    principalName: reader.take("principalName", null, person),
    principalPhone: reader.take("principalPhone", null, readPhone),
    safetyOfficerName: reader.take("safetyOfficerName", null, person),
    safetyOfficerPhone: reader.take("safetyOfficerPhone", null, readPhone),
    standardizationGrade: reader.take("standardizationGrade", null, readStandardizationGrade),
    standardizationCertificateNo: reader.take("standardizationCertificateNo", null, readText(TEXT_LIMITS.certificate)),
    standardizationValidTo: reader.take("standardizationValidTo", null, readDay),
    riskLevel: reader.take("riskLevel", null, readRiskLevel),
    tags: reader.take("tags", [], readTags),
  };
}

export function readEnterpriseRow(
  line: SheetRow,
  columnOf: ColumnPlaces,
  revenue: RevenueReading | null,
  roster?: readonly string[],
): RowReading {
  const reader = new LineReader(line, columnOf);
  const name = reader.take("name", "", readName);
  const creditCode = reader.take("creditCode", null, readCreditCode);
  const industryCode = reader.take("industryCode", null, readIndustryCode);
  const industry = reader.take("industry", null, readText(TEXT_LIMITS.industry));
  const remark = reader.take("remark", null, readText(TEXT_LIMITS.remark));
  const mainRevenueFen = reader.take("mainRevenue", null, (cell) => readRevenue(cell, revenue?.unit ?? "万元"));
  const enterprise: EnterpriseRow = {
    row: line.row,
    ...{ name, creditCode, industryCode, industry, mainRevenueFen, remark },
    communityName: reader.take("community", null, readCommunity(roster)),
    industryKind: industryKindOf(industryCode, industry),
    aboveScale: reader.take("aboveScale", null, readAboveScale),
    revenueYear: mainRevenueFen === null ? null : (revenue?.year ?? null),
    ...readSideFacts(reader),
    requestedGround: requestedGround(remark),
  };
  if (enterprise.requestedGround) reader.warnings.push(groundWarning(line.row, enterprise.requestedGround));
  const whole = reader.refused.length === 0;
  return {
    enterprise: whole ? enterprise : undefined,
    refused: reader.refused,
    warnings: whole ? reader.warnings : [],
  };
}
