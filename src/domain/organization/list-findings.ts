// What reading a list finds fault with: cells that keep a row out, and things a person should know.
import { type EnterpriseField, enterpriseColumns } from "./enterprise-columns.ts";

export interface RefusedCell {
  /** As Excel numbers it, from 1. */
  readonly row: number;
  readonly field: EnterpriseField;
  /** The row's enterprise as far as it could be read; '' when it has no name. */
  readonly name: string;
  /** What the cell says. */
  readonly value: string;
  /** A whole sentence with row, column and what to do. */
  readonly reason: string;
  /** What the cell should say, when that can be worked out. */
  readonly suggestion: string | null;
}

export interface ListWarning {
  readonly row: number;
  readonly field: EnterpriseField | "list" | "industryKind";
  readonly text: string;
}

/** “第17行，统一社会信用代码只有17位，应为18位。” */
export function cellSentence(row: number, field: EnterpriseField, tail: string): string {
  return `第${row}行，${enterpriseColumns[field].label.zh}${tail}。`;
}

export function refusedCell(
  place: { readonly row: number; readonly name: string },
  field: EnterpriseField,
  value: string,
  tail: string,
  suggestion: string | null = null,
): RefusedCell {
  return { row: place.row, field, name: place.name, value, reason: cellSentence(place.row, field, tail), suggestion };
}
