// The product's published law and catalogue, read as data: instruments with their days, items with their references.
import { readFileSync } from "node:fs";
import { parseCsv } from "hucre/csv";
import { z } from "zod";

const FOLDER = new URL("../../reference/", import.meta.url);

export interface InstrumentDays {
  readonly version: number;
  readonly from: string;
  readonly to: string;
}

export interface Reference {
  /** By short title, the versions of an instrument. */
  readonly instruments: ReadonlyMap<string, readonly InstrumentDays[]>;
  /** By code, whether the item names a legal basis and a fallback. */
  readonly items: ReadonlyMap<string, { readonly hasBasis: boolean }>;
  /** When an item stands on its fallback alone. */
  readonly fallbackOnly: readonly { readonly code: string; readonly from: string; readonly to: string }[];
}

const spansSchema = z.object({ spans: z.array(z.object({ code: z.string(), from: z.string(), to: z.string() })) });

export function readReferenceData(): Reference {
  const instruments = Map.groupBy(rowsOf("instruments.csv"), (cell) => cell("short_title"));
  const items = rowsOf("hazard-catalogue.csv").map((cell) => {
    const hasBasis = cell("legal_refs") !== "" && cell("fallback_ref") !== "";
    return [cell("code"), { hasBasis }] as const;
  });
  return {
    instruments: new Map([...instruments].map(([title, rows]) => [title, rows.map(daysOf)])),
    items: new Map(items),
    fallbackOnly: spansSchema.parse(JSON.parse(read("fallback-only.json"))).spans,
  };
}

type CellOf = (column: string) => string;

function daysOf(cell: CellOf): InstrumentDays {
  return { version: Number(cell("version")), from: cell("effective_from"), to: cell("effective_to") };
}

/** In force on the day by the published days: begun, not ended, and no later version begun. */
export function isInForce({ instruments }: Reference, title: string, day: string): boolean {
  const versions = instruments.get(title) ?? [];
  const begun = versions.filter(({ from }) => from !== "" && from <= day);
  const newest = begun.toSorted((a, b) => a.version - b.version).at(-1);
  return newest !== undefined && (newest.to === "" || newest.to >= day);
}

function read(name: string): string {
  return readFileSync(new URL(name, FOLDER), "utf8");
}

/** Each line as a question for a column. */
function rowsOf(name: string): CellOf[] {
  const [head = [], ...lines] = parseCsv(read(name)).map((line) => line.map(String));
  return lines.map((line) => (column) => line[head.indexOf(column)] ?? "");
}
