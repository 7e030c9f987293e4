// The reference files as library rows. A row that cannot be read is a fault of the file and stops the reading,
// with file, row and column; a date that is not known is no fault and stays null.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "hucre/csv";
import { z } from "zod";
import { natureOf, rolesOf } from "#domain/law/citation-roles.ts";
import {
  type ArticleRow,
  type CatalogueCitationRow,
  type CatalogueItemRow,
  CERTAINTIES,
  INSTRUMENT_KINDS,
  type InstrumentKind,
  type InstrumentRow,
  type LibraryRows,
  type VersionRow,
} from "#domain/law/library-rows.ts";
import { type ClauseRef, parseReference } from "#domain/law/reference.ts";

const filled = z.string().min(1);
const dateOrUnknown = z.union([z.iso.date(), z.literal("").transform(() => null)]);
const wordOrUnknown = z.string().transform((value) => (value === "" ? null : value));

const instrumentLine = z.object({
  short_title: filled,
  title: filled,
  kind: z.enum(INSTRUMENT_KINDS),
  division_code: z.string().regex(/^\d{6}$/),
  version: z.coerce.number().int().positive(),
  number: filled,
  effective_from: dateOrUnknown,
  effective_to: dateOrUnknown,
  replaced_by: wordOrUnknown,
  certainty: z.enum(CERTAINTIES),
  source: filled,
});
type InstrumentLine = z.infer<typeof instrumentLine>;

const legalBasisLine = z.object({
  instrument: filled,
  doc_number: filled,
  effective_from: dateOrUnknown,
  article: filled,
  topic: filled,
  hazard_keywords: z.string(),
  summary_zh: filled,
  verified: z.enum(["yes", "no"]),
});

const catalogueLine = z.object({
  code: filled,
  level1: z.enum(["基础管理", "现场管理"]),
  level2: filled,
  item_zh: filled,
  typical_hazard_zh: filled,
  advice_zh: filled,
  standard_zh: filled,
  legal_refs: filled,
  fallback_ref: filled,
  severity_default: z.enum(["general", "major"]),
});
type CatalogueLine = z.infer<typeof catalogueLine>;

/** The text of the three reference files. */
export interface ReferenceTexts {
  readonly instruments: string;
  readonly legalBasis: string;
  readonly catalogue: string;
}

/** Reads the files of a folder (`reference/` of the product) as rows of library version `version`. */
export function readReference(folder: string, version = 1): LibraryRows {
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const texts = {
    instruments: read("instruments.csv"),
    legalBasis: read("legal-basis.csv"),
    catalogue: read("hazard-catalogue.csv"),
  };
  return rowsOfTexts(texts, version);
}

/** The same from texts at hand. */
export function rowsOfTexts(texts: ReferenceTexts, version: number): LibraryRows {
  const lines = readLines("instruments.csv", texts.instruments, instrumentLine);
  const kinds = new Map(lines.map((line) => [line.short_title, line.kind]));
  const articles = readLines("legal-basis.csv", texts.legalBasis, legalBasisLine).map((line) => toArticle(line, lines));
  const catalogue = readLines("hazard-catalogue.csv", texts.catalogue, catalogueLine);
  const natures = new Map(articles.map((row) => [`${row.instrumentId}#${row.article}`, row.nature]));
  return {
    version,
    instruments: toInstruments(lines),
    versions: lines.map(toVersion),
    articles,
    items: catalogue.map((line) => toItem(line, version)),
    citations: catalogue.flatMap((line) => toCitations(line, natures, kinds)),
  };
}

/** The lines of a CSV file by its header, each checked; the first wrong one is named by file, line and column. */
function readLines<T>(file: string, csv: string, line: z.ZodType<T>): T[] {
  const [header = [], ...body] = parseCsv(csv, { delimiter: "," });
  return body.map((cells, index) => {
    const record = Object.fromEntries(header.map((name, column) => [String(name), String(cells[column] ?? "").trim()]));
    const parsed = line.safeParse(record);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    throw new Error(`${file} 第 ${index + 2} 行 ${issue?.path.join(".")}: ${issue?.message}`);
  });
}

/** Older versions of an instrument stand on lines of their own; the instrument itself is one row. */
function toInstruments(lines: readonly InstrumentLine[]): InstrumentRow[] {
  const byTitle = new Map<string, InstrumentRow>();
  for (const { short_title: id, title, kind, division_code: divisionCode } of lines) {
    byTitle.set(id, byTitle.get(id) ?? { id, title, kind, divisionCode });
  }
  return [...byTitle.values()];
}

function toVersion(line: InstrumentLine): VersionRow {
  return {
    instrumentId: line.short_title,
    version: line.version,
    docNumber: line.number,
    effectiveFrom: line.effective_from,
    effectiveTo: line.effective_to,
    replacedBy: line.replaced_by,
    source: line.source,
    certainty: line.certainty,
  };
}

/** An article belongs to the version whose document number it gives; both files must agree on the first day. */
function toArticle(line: z.infer<typeof legalBasisLine>, instruments: readonly InstrumentLine[]): ArticleRow {
  const own = instruments.find((row) => row.short_title === line.instrument && row.number === line.doc_number);
  if (!own || own.effective_from !== line.effective_from) {
    throw new Error(`legal-basis.csv ${line.instrument}#${line.article}: instruments.csv 中没有同文号、同施行日的版本`);
  }
  return {
    instrumentId: line.instrument,
    version: own.version,
    article: line.article,
    nature: natureOf(line.topic, own.kind),
    topic: line.topic,
    keywords: line.hazard_keywords,
    summary: line.summary_zh,
    verified: line.verified === "yes",
  };
}

function toItem(line: CatalogueLine, version: number): CatalogueItemRow {
  return {
    code: line.code,
    family: line.level1 === "基础管理" ? "records" : "onSite",
    level1: line.level1,
    level2: line.level2,
    item: line.item_zh,
    typicalHazard: line.typical_hazard_zh,
    advice: line.advice_zh,
    standard: line.standard_zh,
    severityDefault: line.severity_default,
    version,
  };
}

function toCitations(
  line: CatalogueLine,
  natures: ReadonlyMap<string, ArticleRow["nature"]>,
  kinds: ReadonlyMap<string, InstrumentKind>,
): CatalogueCitationRow[] {
  const named = line.legal_refs.split(";").map((text) => readReferenceOf(line.code, text));
  const roles = rolesOf(
    named.map(
      (ref) => natures.get(`${ref.instrumentId}#${ref.article}`) ?? natureOf("", kinds.get(ref.instrumentId) ?? "rule"),
    ),
  );
  const rows = named.map((ref, index) => ({ ...ref, role: roles[index] ?? "conditional" }));
  return [...rows, { ...readReferenceOf(line.code, line.fallback_ref), role: "fallback" as const }].map(
    (row, index) => ({
      itemCode: line.code,
      position: index + 1,
      ...row,
    }),
  );
}

function readReferenceOf(code: string, text: string): ClauseRef {
  const parsed = parseReference(text);
  if (parsed.ok) return parsed.value;
  throw new Error(`hazard-catalogue.csv ${code}: 引用写法不对：${text}`);
}
