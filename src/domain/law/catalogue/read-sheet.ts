// A catalogue sheet read back: every row an item or a refusal with row, column and reason. Nothing is guessed.
import { ok, type Problem, type Result, refuse } from "../../kernel/result.ts";
import { cellText, isBlankRow, type SheetRow } from "../../organization/sheet-cells.ts";
import type { Library } from "../library.ts";
import { faultOfContent } from "./check-content.ts";
import { ITEM_CODE, type ItemContent, isOwnCode, itemContentSchema } from "./item-content.ts";
import { DEFAULT_TAGS, SHEET_COLUMNS, SHEET_WORDS, type SheetField, type Words } from "./sheet-columns.ts";

export interface SheetItem {
  readonly row: number;
  readonly code: string;
  readonly content: ItemContent;
}

export interface RefusedSheetRow {
  readonly row: number;
  /** The column's head. */
  readonly field: string;
  readonly problem: Problem;
}

export interface CatalogueSheet {
  readonly items: readonly SheetItem[];
  readonly refused: readonly RefusedSheetRow[];
}

/** Rows with their number as Excel shows it. The first row that is not blank is the head. */
export function readCatalogueSheet(library: Library, rows: readonly SheetRow[]): Result<CatalogueSheet> {
  const [head, ...body] = rows.filter((row) => !isBlankRow(row));
  if (!head) return refuse("catalogueSheet.empty");
  const heads = head.cells.map((cell) => cellText(cell).replace(/\s+/g, ""));
  const places = new Map<SheetField, number>();
  for (const [field, name] of SHEET_COLUMNS) {
    const at = heads.indexOf(name.replace(/\s+/g, ""));
    if (at < 0) return refuse("catalogueSheet.columns", { row: head.row, column: name });
    places.set(field, at);
  }
  if (body.length === 0) return refuse("catalogueSheet.empty");
  const read = body.map((row) => readRow(library, row, (field) => cellText(row.cells[places.get(field) ?? -1])));
  return ok(settled(library, read));
}

type Read = SheetItem | RefusedSheetRow;

/** Codes given twice, and faults that can be told only beside the other rows. */
function settled(library: Library, read: readonly Read[]): CatalogueSheet {
  const firsts = new Map<string, number>();
  const codes = new Set([...library.items.keys(), ...read.flatMap((one) => ("code" in one ? [one.code] : []))]);
  const items: SheetItem[] = [];
  const refused: RefusedSheetRow[] = [];
  for (const one of read) {
    if (!("code" in one)) {
      refused.push(one);
      continue;
    }
    const first = firsts.get(one.code);
    const fault = faultOfContent(library, one.code, one.content, codes);
    if (first !== undefined)
      refused.push(refusedAt(one.row, "code", { code: "catalogueSheet.twice", params: { value: one.code, first } }));
    else if (fault) refused.push(refusedAt(one.row, fieldOf(fault), fault));
    else items.push(one);
    firsts.set(one.code, first ?? one.row);
  }
  return { items, refused: refused.toSorted((a, b) => a.row - b.row) };
}

function fieldOf(fault: Problem): SheetField {
  if (fault.code === "catalogue.branch_unknown") return "branch";
  return fault.code === "catalogue.conditions_without_case" ? "severityCase" : "clauses";
}

function refusedAt(row: number, field: SheetField, problem: Problem): RefusedSheetRow {
  return { row, field: headOf(field), problem };
}

function headOf(field: SheetField): string {
  return SHEET_COLUMNS.find(([name]) => name === field)?.[1] ?? field;
}

function readRow(library: Library, { row }: SheetRow, cell: (field: SheetField) => string): Read {
  const code = cell("code");
  if (!ITEM_CODE.test(code)) return refusedAt(row, "code", { code: "catalogueSheet.code", params: { value: code } });
  if (isOwnCode(code) && !library.items.has(code))
    return refusedAt(row, "code", { code: "catalogueSheet.code_new", params: { value: code } });
  const read = contentOfCells(cell);
  return "fault" in read ? refusedAt(row, read.fault.field, read.fault.problem) : { row, code, content: read.content };
}

interface CellFault {
  readonly field: SheetField;
  readonly problem: Problem;
}

/** An item from its cells, as a sheet or a form has them; the first that cannot be read is named. */
export function contentOfCells(
  cell: (field: SheetField) => string,
): { readonly content: ItemContent } | { readonly fault: CellFault } {
  const said = new Cells(cell);
  const raw = said.content();
  if (said.fault) return { fault: said.fault };
  const content = itemContentSchema.safeParse(raw);
  if (content.success) return { content: content.data };
  const [at] = content.error.issues[0]?.path ?? [];
  const field = SHEET_COLUMNS.find(([name]) => name === at)?.[0] ?? "item";
  return { fault: { field, problem: { code: "catalogueSheet.long", params: { column: headOf(field) } } } };
}

/** The cells of one row as a content; the first that cannot be read is kept. */
class Cells {
  fault: CellFault | undefined;
  private readonly cell: (field: SheetField) => string;

  constructor(cell: (field: SheetField) => string) {
    this.cell = cell;
  }

  content(): object {
    const texts = { level2: this.filled("level2"), item: this.filled("item"), advice: this.filled("advice") };
    return {
      ...{ ...texts, typicalHazard: this.filled("typicalHazard"), standard: this.filled("standard") },
      family: this.word("family", SHEET_WORDS.family),
      severityDefault: this.word("severityDefault", SHEET_WORDS.severityDefault),
      severityCase: this.cell("severityCase") || null,
      severityConditions: this.lines("severityConditions"),
      clauses: this.clauses(),
      tags: this.cell("tags") === DEFAULT_TAGS ? null : this.words("tags", SHEET_WORDS.tags),
      trades: partsOf(this.cell("trades")).map((part) => part.toUpperCase()),
      seasons: this.words("seasons", SHEET_WORDS.seasons),
      riskFrom: this.cell("riskFrom") === "" ? null : this.word("riskFrom", SHEET_WORDS.riskFrom),
      branch: this.branch(),
      score: this.score(),
      retired: this.cell("retired") !== "" && this.word("retired", SHEET_WORDS.retired) === "true",
    };
  }

  private filled(field: SheetField): string {
    const text = this.cell(field);
    if (text === "") this.blame(field, "catalogueSheet.missing", {});
    return text;
  }

  private word(field: SheetField, words: Words, value = this.cell(field)): string {
    const meaning = words.get(value);
    if (meaning === undefined) this.blame(field, "catalogueSheet.word", { value, known: [...words.keys()].join("、") });
    return meaning ?? "";
  }

  private words(field: SheetField, words: Words): readonly string[] {
    return partsOf(this.cell(field)).map((part) => this.word(field, words, part));
  }

  private lines(field: SheetField): readonly string[] {
    return this.cell(field)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }

  private clauses(): readonly object[] {
    const lines = this.lines("clauses");
    if (lines.length === 0) this.blame("clauses", "catalogueSheet.missing", {});
    return lines.map((line) => {
      const [role = "", ref = ""] = line.split(/\s+(.*)/s);
      return { role: this.word("clauses", SHEET_WORDS.role, role), ref: ref.trim() };
    });
  }

  private branch(): object | null {
    const [after = "", on = ""] = this.cell("branch").split(/\s+/);
    return after === "" ? null : { after, on: this.word("branch", SHEET_WORDS.branch, on) };
  }

  private score(): number {
    const value = this.cell("score");
    const score = value === "" ? 1 : Number(value);
    if (!Number.isInteger(score) || score < 0 || score > 100)
      this.blame("score", "catalogueSheet.word", { value, known: "0到100的整数" });
    return score;
  }

  private blame(field: SheetField, code: string, params: Problem["params"]): void {
    this.fault ??= { field, problem: { code, params: { column: headOf(field), ...params } } };
  }
}

function partsOf(text: string): readonly string[] {
  return text
    .split(/[、，,；;\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
