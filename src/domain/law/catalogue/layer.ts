// A tenant's layer over the shared catalogue: other words, items switched off, items of its own. The shared catalogue stays.
import type { CatalogueItem, Library } from "../library.ts";
import { type OwnInstrumentRow, withOwnInstruments } from "../own/own-instrument.ts";
import { citationRowsOf, clauseRowsOf, itemRowOf, profileRowOf } from "./content-rows.ts";
import { itemChangeSchema, itemContentSchema } from "./item-content.ts";

/** One row of a layer; `content` is JSON: the whole item where it is the tenant's own, else the words that differ. */
export interface OverrideRow {
  readonly itemCode: string;
  readonly kind: "change" | "own";
  readonly off: boolean;
  readonly content: string;
  readonly version: number;
}

/** All that a tenant lays over the shared library. */
export interface TenantLayer {
  readonly overrides: readonly OverrideRow[];
  readonly instruments: readonly OwnInstrumentRow[];
}

/** The library as a tenant reads it. A row that cannot be read, or over an item that is gone, is passed over. */
export function layeredLibrary(shared: Library, { overrides, instruments }: TenantLayer): Library {
  const library = withOwnInstruments(shared, instruments);
  if (overrides.length === 0) return library;
  const items = new Map(library.items);
  for (const row of overrides) {
    const item = row.kind === "own" ? ownItem(library, row) : changedItem(library, items.get(row.itemCode), row);
    if (item) items.set(row.itemCode, item);
  }
  const ordered = [...items].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...library, items: new Map(ordered) };
}

function ownItem(library: Library, row: OverrideRow): CatalogueItem | undefined {
  const content = itemContentSchema.safeParse(jsonOf(row.content));
  // The shared catalogue never takes a tenant's code; were it to, the shared item would win.
  if (!content.success || library.items.has(row.itemCode)) return undefined;
  return {
    ...itemRowOf(row.itemCode, content.data, row.version),
    citations: citationRowsOf(library, row.itemCode, content.data),
    profile: profileRowOf(row.itemCode, content.data),
    layer: "own",
    off: row.off || content.data.retired,
  };
}

function changedItem(library: Library, item: CatalogueItem | undefined, row: OverrideRow): CatalogueItem | undefined {
  const change = itemChangeSchema.safeParse(jsonOf(row.content));
  if (!item || !change.success) return undefined;
  const { moreClauses = [], ...words } = change.data;
  const last = item.citations.filter(({ role }) => role === "fallback");
  const first = item.citations.filter(({ role }) => role !== "fallback");
  const citations = [...first, ...clauseRowsOf(library, item.code, moreClauses), ...last];
  return {
    ...{ ...item, ...words, layer: "changed", off: row.off || item.off === true },
    citations: citations.map((citation, index) => ({ ...citation, position: index + 1 })),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The library with only what is asked today: for search by an expert and for checklists. */
export function offeredLibrary(library: Library): Library {
  const offered = [...library.items].filter(([, item]) => item.off !== true);
  return offered.length === library.items.size ? library : { ...library, items: new Map(offered) };
}
