// A list of hazards as it stands on paper or in an old sheet, row by row: what can be taken, and why a row cannot.
import type { LocalDate } from "../calendar/local-date.ts";
import type { Label } from "../kernel/label.ts";
import { readDay } from "../organization/enterprise-cells.ts";
import { cellText, meaningfulText, type SheetCell, type SheetRow } from "../organization/sheet-cells.ts";

export interface PaperHazard {
  readonly row: number;
  readonly enterprise: string;
  readonly creditCode: string | null;
  readonly place: string;
  readonly description: string;
  readonly advice: string | null;
  readonly family: "records" | "onSite";
  readonly foundOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  /** Plain file names, without folders. */
  readonly photos: readonly string[];
}

export interface RefusedRow {
  readonly row: number;
  readonly field: string;
  readonly reason: string;
}

export const paperFields = [
  "enterprise",
  "creditCode",
  "place",
  "description",
  "advice",
  "family",
  "foundOn",
  "dueOn",
  "closedOn",
  "state",
  "photos",
] as const;
export type PaperField = (typeof paperFields)[number];
const required = ["enterprise", "description", "foundOn"] as const satisfies readonly PaperField[];

export const paperFieldLabels: Readonly<Record<PaperField, Label>> = {
  enterprise: { zh: "企业", en: "Enterprise" },
  creditCode: { zh: "信用代码", en: "Credit code" },
  place: { zh: "部位", en: "Place" },
  description: { zh: "隐患", en: "Hazard" },
  advice: { zh: "整改建议", en: "Advice" },
  family: { zh: "类别", en: "Family" },
  foundOn: { zh: "查出日期", en: "Found on" },
  dueOn: { zh: "整改期限", en: "Due" },
  closedOn: { zh: "销号日期", en: "Closed on" },
  state: { zh: "状态", en: "State" },
  photos: { zh: "照片", en: "Photos" },
};

/** A column of the list and what it is taken for. */
export interface PaperColumn {
  readonly index: number;
  readonly head: string;
  readonly field: PaperField | null;
  readonly chosen: boolean;
  readonly samples: readonly string[];
}

export interface PaperList {
  readonly hazards: readonly PaperHazard[];
  readonly refused: readonly RefusedRow[];
  readonly headRow: number;
  readonly columns: readonly PaperColumn[];
  /** Needed columns that were not found; while there are any, no row is read. */
  readonly missing: readonly PaperField[];
}

/** What a person said of columns, by their index from 0; null leaves a column out. */
export type PaperChoices = Readonly<Record<number, PaperField | null>>;

const heads = {
  enterprise: /^(企业|单位)(名称)?$/,
  creditCode: /^(统一社会)?信用代码$/,
  place: /^(部位|地点|隐患部位|位置|具体位置)$/,
  description: /^(隐患|问题)(内容|描述|情况)?$|^存在问题$/,
  advice: /^(整改|治理)?(建议|措施)$/,
  family: /^(类别|隐患类别)$/,
  foundOn: /^(查出|检查|发现|排查)(日期|时间)$/,
  dueOn: /^(整改)?期限$|^限期$/,
  closedOn: /^(销号|整改完成|完成|复查)(日期|时间)$/,
  state: /^(状态|整改情况|是否整改)$/,
  photos: /^照片(文件)?(名)?$/,
} as const satisfies Readonly<Record<PaperField, RegExp>>;

const CLOSED = /^(已|是$|完成|合格|销号|闭环)/;
const OPEN = /^(未|否$|没|整改中|正在|$)/;
const HEAD_ROWS = 10;

/** `no head` where no row looks like one. Columns are recognised by their names; a person's choice wins. */
export function readPaperList(rows: readonly SheetRow[], choices: PaperChoices = {}): PaperList | "no head" {
  const first = rows.slice(0, HEAD_ROWS);
  const named = first.findIndex((row) => missingOf(fieldsOf(row, {})).length === 0);
  const at = named >= 0 ? named : first.findIndex(({ cells }) => cells.filter((cell) => cellText(cell)).length >= 3);
  const head = rows[at];
  if (!head) return "no head";
  const body = rows.slice(at + 1);
  const fields = fieldsOf(head, choices);
  const columns = columnsOf(head, body, fields, choices);
  const missing = missingOf(fields);
  const indexOf = new Map([...fields].map(([index, field]) => [field, index]));
  const read = missing.length > 0 ? [] : body.map((row) => readRow(row, (field) => cellAt(row, indexOf.get(field))));
  return {
    hazards: read.flatMap((one) => ("reason" in one ? [] : [one])),
    refused: read.flatMap((one) => ("reason" in one ? [one] : [])),
    ...{ headRow: head.row, columns, missing },
  };
}

/** Field of each column by index; the first of several that fit, unless a person chose. */
function fieldsOf({ cells }: SheetRow, choices: PaperChoices): ReadonlyMap<number, PaperField> {
  const fields = new Map<number, PaperField>();
  const taken = new Set<PaperField>();
  const take = (index: number, field: PaperField | null | undefined) => {
    if (!field || taken.has(field)) return;
    fields.set(index, field);
    taken.add(field);
  };
  for (const [index] of cells.entries()) take(index, choices[index]);
  for (const [index, cell] of cells.entries()) {
    if (index in choices) continue;
    const text = cellText(cell).replaceAll(/[\s（(].*$/g, "");
    take(
      index,
      paperFields.find((field) => heads[field].test(text) && !taken.has(field)),
    );
  }
  return fields;
}

function missingOf(fields: ReadonlyMap<number, PaperField>): readonly PaperField[] {
  const found = new Set(fields.values());
  return required.filter((field) => !found.has(field));
}

const SAMPLES = 3;

function columnsOf(
  head: SheetRow,
  body: readonly SheetRow[],
  fields: ReadonlyMap<number, PaperField>,
  choices: PaperChoices,
): readonly PaperColumn[] {
  return head.cells.flatMap((cell, index): PaperColumn[] => {
    const samples = body.map((row) => cellText(cellAt(row, index))).filter(Boolean);
    const text = cellText(cell);
    if (!text && samples.length === 0) return [];
    const shown = [...new Set(samples)].slice(0, SAMPLES).map((sample) => sample.slice(0, 40));
    return [{ index, head: text, field: fields.get(index) ?? null, chosen: index in choices, samples: shown }];
  });
}

const cellAt = ({ cells }: SheetRow, index: number | undefined): SheetCell =>
  index === undefined ? null : (cells[index] ?? null);

function readRow({ row }: SheetRow, cell: (field: PaperField) => SheetCell): PaperHazard | RefusedRow {
  const refuse = (field: string, reason: string): RefusedRow => ({ row, field, reason });
  const words = (field: PaperField) => meaningfulText(cell(field));
  const enterprise = words("enterprise");
  if (!enterprise) return refuse("企业", "没有写企业，补上再导");
  const description = words("description");
  if (!description) return refuse("隐患", "没有写隐患内容，补上再导");
  if (description.length > 2000) return refuse("隐患", "超过2000个字，请分成几条");
  const days = { foundOn: dayIn(cell("foundOn")), dueOn: dayIn(cell("dueOn")), closedOn: dayIn(cell("closedOn")) };
  if (!days.foundOn.day) return refuse("查出日期", days.foundOn.fault ?? "没有写查出日期，补上再导");
  if (days.dueOn.fault) return refuse("整改期限", days.dueOn.fault);
  if (days.closedOn.fault) return refuse("销号日期", days.closedOn.fault);
  const state = words("state");
  const closed = CLOSED.test(state);
  if (!closed && !OPEN.test(state)) return refuse("状态", `写的“${state}”看不懂，请写“已整改”或“未整改”`);
  if (closed && !days.closedOn.day) return refuse("销号日期", `状态写“${state}”，没有写哪天销号，补上再导`);
  const open = state !== "" && !closed;
  return {
    ...{ row, enterprise, creditCode: words("creditCode") || null, description },
    place: words("place").slice(0, 200) || "未写部位",
    advice: words("advice").slice(0, 2000) || null,
    family: /台账|资料|管理/.test(words("family")) && !/现场/.test(words("family")) ? "records" : "onSite",
    ...{ foundOn: days.foundOn.day, dueOn: days.dueOn.day, closedOn: open ? null : days.closedOn.day },
    photos: words("photos")
      .split(/[、,，;；\n]+/)
      .map((name) => name.trim())
      .filter(Boolean),
  };
}

/** The day in a cell; empty is no day and no fault. */
function dayIn(cell: SheetCell): { readonly day: LocalDate | null; readonly fault: string | null } {
  const reading = readDay(cell);
  if (!reading.ok) return { day: null, fault: reading.reason };
  return { day: reading.value, fault: reading.note ?? null };
}
