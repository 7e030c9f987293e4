// Where a list's head stands and what each column means: guessed here, shown to a person, changed by their choice, then used.
import { ok, type Result, refuse } from "../kernel/result.ts";
import { isCreditCode, normalizeCreditCode } from "./credit-code.ts";
import { type ColumnConfidence, type EnterpriseField, findFieldOfHead, findYearOfHead } from "./enterprise-columns.ts";
import { compact } from "./half-width.ts";
import { findMoneyUnit, type MoneyUnit } from "./revenue-cell.ts";
import { type RevenueReading, readRevenueHead } from "./revenue-unit.ts";
import { cellText, isBlankRow, type SheetRow } from "./sheet-cells.ts";

export interface ListColumn {
  /** From 0. */
  readonly index: number;
  /** The head as written; a head in two lines is joined. */
  readonly head: string;
  readonly field: EnterpriseField | null;
  readonly confidence: ColumnConfidence | null;
  /** The first few values of the column, for the person who checks the guess. */
  readonly samples: readonly string[];
}

export interface ListLayout {
  /** Rows as Excel numbers them. */
  readonly headRows: readonly number[];
  readonly titles: readonly string[];
  readonly columns: readonly ListColumn[];
  /** How the revenue column is to be read; null when there is no such column. */
  readonly revenue: RevenueReading | null;
}

/** A person's choices, by column from 0; null leaves a column out. */
export interface LayoutChoices {
  readonly fields?: Readonly<Record<number, EnterpriseField | null>>;
  readonly unit?: MoneyUnit;
}

const HEAD_WITHIN_ROWS = 30;
const SAMPLES = 3;

interface Head {
  readonly rows: readonly number[];
  readonly texts: readonly string[];
  /** Position among the sheet's rows of the first row below the head. */
  readonly bodyFrom: number;
}

interface Guess {
  readonly index: number;
  readonly field: EnterpriseField;
  readonly rank: number;
  readonly year: number;
}

function recognized(texts: readonly string[]): number {
  return new Set(texts.flatMap((text) => findFieldOfHead(text)?.field ?? [])).size;
}

function textsOf(row: SheetRow | undefined): string[] {
  return row?.cells.map((cell) => cellText(cell)) ?? [];
}

/** A second head line has no name of its own below the name column and only words; its words go behind those above. */
function joinedHead(upper: readonly string[], next: SheetRow | undefined): string[] | undefined {
  const lower = textsOf(next);
  const filled = next?.cells.filter((cell) => cellText(cell) !== "") ?? [];
  if (filled.length === 0 || filled.some((cell) => typeof cell !== "string")) return undefined;
  const underName = upper.findIndex((text) => findFieldOfHead(text)?.field === "name");
  if (underName < 0 || lower[underName]) return undefined;
  const isMeasure = (text: string) => findMoneyUnit(text) !== undefined || findYearOfHead(text) !== undefined;
  const words = lower.filter((text) => text !== "");
  // A single word is a section head such as 一、规上企业, unless it is a unit or a year.
  const isHead =
    words.length === 1 ? words.every(isMeasure) : words.some((text) => isMeasure(text) || findFieldOfHead(text));
  if (!isHead) return undefined;
  let group = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above, below] = [upper[index] ?? "", lower[index] ?? ""];
    group = above || (below && group);
    if (below === "") return above;
    return findFieldOfHead(below) && !findMoneyUnit(group) && !findFieldOfHead(group) ? below : `${group}${below}`;
  });
}

/** The row with the most columns known by name, at least two of them, among the first thirty. */
function findHead(rows: readonly SheetRow[]): Head | undefined {
  let best = -1;
  let most = 1;
  for (const [position, row] of rows.slice(0, HEAD_WITHIN_ROWS).entries()) {
    const count = recognized(textsOf(row));
    if (count > most) [best, most] = [position, count];
  }
  const row = rows[best];
  if (!row) return undefined;
  const texts = textsOf(row);
  const next = rows[best + 1];
  const joined = joinedHead(texts, next);
  return joined && next
    ? { rows: [row.row, next.row], texts: joined, bodyFrom: best + 2 }
    : { rows: [row.row], texts, bodyFrom: best + 1 };
}

/** Each field goes to one column: the better name wins, of equal ones the later year, then the one further left. */
function guessFields(texts: readonly string[]): Map<number, Guess> {
  const best = new Map<EnterpriseField, Guess>();
  for (const [index, text] of texts.entries()) {
    const found = findFieldOfHead(text);
    if (!found) continue;
    const guess = { index, ...found, year: findYearOfHead(text) ?? 0 };
    const other = best.get(found.field);
    const better = !other || guess.rank < other.rank || (guess.rank === other.rank && guess.year > other.year);
    if (better) best.set(found.field, guess);
  }
  return new Map([...best.values()].map((guess) => [guess.index, guess]));
}

function values(rows: readonly SheetRow[], index: number, count: number): string[] {
  const found: string[] = [];
  for (const row of rows) {
    const value = cellText(row.cells[index]);
    if (value !== "") found.push(value);
    if (found.length === count) break;
  }
  return found;
}

/** A column without a known head that is full of codes or of enterprises' names is taken for that. */
function fieldByContents(rows: readonly SheetRow[], index: number, taken: ReadonlySet<EnterpriseField>) {
  const sample = values(rows, index, 20);
  const most = (test: (value: string) => boolean) =>
    sample.length >= 2 && sample.filter(test).length * 2 > sample.length;
  if (!taken.has("creditCode") && most((value) => isCreditCode(normalizeCreditCode(value)))) return "creditCode";
  if (
    !taken.has("name") &&
    most((value) => /(公司|厂|店|社|中心|经营部|合伙企业)([（(].*[）)])?$/.test(compact(value)))
  ) {
    return "name";
  }
  return null;
}

function columnsOf(head: Head, body: readonly SheetRow[], choices: LayoutChoices): ListColumn[] {
  const guesses = guessFields(head.texts);
  const taken = new Set([...guesses.values()].map((guess) => guess.field));
  const width = Math.max(head.texts.length, ...body.slice(0, 100).map((row) => row.cells.length));
  const columns: ListColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const guess = guesses.get(index);
    const byContents = guess ? null : fieldByContents(body, index, taken);
    if (byContents) taken.add(byContents);
    const samples = values(body, index, SAMPLES);
    const text = head.texts[index] ?? "";
    if (text === "" && samples.length === 0) continue;
    const guessed = guess && (guess.rank < 100 ? "exact" : "similar");
    const confidence: ColumnConfidence | null = guessed ?? (byContents ? "contents" : null);
    columns.push({ index, head: text, field: guess?.field ?? byContents, confidence, samples });
  }
  return applyChoices(columns, choices.fields ?? {});
}

function applyChoices(columns: readonly ListColumn[], chosen: NonNullable<LayoutChoices["fields"]>): ListColumn[] {
  const taken = new Set(Object.values(chosen));
  return columns.map((column) => {
    const choice = chosen[column.index];
    if (choice !== undefined) return { ...column, field: choice, confidence: "chosen" };
    return column.field && taken.has(column.field) ? { ...column, field: null, confidence: null } : column;
  });
}

export interface ReadLayout {
  readonly layout: ListLayout;
  readonly body: readonly SheetRow[];
}

/** Finds the head and guesses the columns. Refused: nothing in the sheet, no head, no column of names. */
export function readLayout(sheet: readonly SheetRow[], choices: LayoutChoices = {}): Result<ReadLayout> {
  const rows = sheet.filter((row) => !isBlankRow(row));
  if (rows.length === 0) return refuse("enterpriseList.empty");
  const head = findHead(rows);
  if (!head) return refuse("enterpriseList.noHead");
  const body = rows.slice(head.bodyFrom);
  const columns = columnsOf(head, body, choices);
  if (!columns.some((column) => column.field === "name")) return refuse("enterpriseList.noNameColumn");
  const above = rows.slice(0, head.bodyFrom - head.rows.length);
  const titles = above.map((row) => textsOf(row).filter(Boolean).join(" "));
  const revenue = readRevenueHead(columns, titles, body, choices.unit);
  return ok({ layout: { headRows: head.rows, titles, columns, revenue }, body });
}
