// The catalogue as a tenant reads it: its list and one item with all that hangs on it.
import type { z } from "zod";
import type { CatalogueFilter, CatalogueLine, getCatalogueItem } from "#api/catalogue.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { contentOf } from "#domain/law/catalogue/content-rows.ts";
import { keptContentSchema } from "#domain/law/catalogue/item-content.ts";
import { basisOf, citationsFor } from "#domain/law/citations.ts";
import type { CatalogueItem, Library } from "#domain/law/library.ts";
import type { Transaction } from "../db/transaction.ts";
import { findItems } from "../library/catalogue-search.ts";
import { readOverrides } from "../library/tenant-layer.ts";
import { visible } from "./visibility.ts";

export const CATALOGUE_PAGE = 60;

type Lines = readonly CatalogueLine[];
type State = NonNullable<CatalogueFilter["state"]>;

const STATES: Readonly<Record<State, (line: CatalogueLine) => boolean>> = {
  major: (line) => line.severityDefault === "major",
  fallbackOnly: (line) => line.basis === "fallbackOnly" || line.basis === "none",
  own: (line) => line.layer === "own",
  changed: (line) => line.layer === "changed",
  off: (line) => line.off,
};

/** A page of the list; counts are of the whole catalogue. */
export function listItems(library: Library, filter: CatalogueFilter, day: LocalDate, page: number) {
  const lines = [...library.items.values()].map((item) => lineOf(library, item, day));
  const found = filter.q ? new Set(findItems(library, filter.q)) : undefined;
  const rows = lines.filter(
    (line) =>
      (!found || found.has(line.code)) &&
      (!filter.family || line.family === filter.family) &&
      (!filter.state || STATES[filter.state](line)),
  );
  const counts = {
    ...{ all: lines.length, major: count(lines, "major"), fallbackOnly: count(lines, "fallbackOnly") },
    ...{ own: count(lines, "own"), changed: count(lines, "changed"), off: count(lines, "off") },
  };
  return { counts, total: rows.length, rows: rows.slice((page - 1) * CATALOGUE_PAGE, page * CATALOGUE_PAGE) };
}

function count(lines: Lines, state: State): number {
  return lines.filter(STATES[state]).length;
}

function lineOf(library: Library, item: CatalogueItem, day: LocalDate): CatalogueLine {
  const { code, family, level2, typicalHazard, severityDefault, layer = null, off = false } = item;
  const basis = basisOf(citationsFor(library, code, day));
  return { code, family, level2, item: item.item, typicalHazard, severityDefault, basis, layer, off };
}

/** One item; undefined where neither the shared catalogue nor the tenant has it. */
export async function readItem(
  tx: Transaction,
  shared: Library,
  library: Library,
  code: string,
  day: LocalDate,
): Promise<z.output<typeof getCatalogueItem.response> | undefined> {
  const item = library.items.get(code);
  if (!item) return undefined;
  const common = shared.items.get(code);
  const override = (await readOverrides(tx)).find((row) => row.itemCode === code);
  const { changedByName: name = "", changedAt: at = "", note = null } = override ?? {};
  return {
    ...{ day, code, version: item.version, content: contentOf(item), layer: item.layer ?? null },
    shared: item.layer === "changed" && common ? contentOf(common) : null,
    off: item.off ?? false,
    layered: override ? { name, at, note } : null,
    clauses: citationsFor(library, code, day).map(
      ({ instrumentId, title, article, role, state, verified, summary, satisfies }) => ({
        ...{ instrumentId, title, article, role, state, verified, summary, satisfies },
      }),
    ),
    openHazards: await openHazardsOf(tx, code),
    versions: await versionsOf(tx, code),
  };
}

async function openHazardsOf(tx: Transaction, code: string): Promise<number> {
  const row = await tx.db
    .selectFrom("hazards")
    .select((eb) => eb.fn.countAll<number>().as("open"))
    .where(visible(tx, "hazards"))
    .where("itemCode", "=", code)
    .where("status", "not in", ["closed", "voided"])
    .executeTakeFirstOrThrow();
  return row.open;
}

/** What it said before, newest first. */
async function versionsOf(tx: Transaction, code: string) {
  const rows = await tx.db
    .selectFrom("catalogueItemVersions")
    .selectAll()
    .where("itemCode", "=", code)
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ version, content, replacedAt, replacedByName, note }) => ({
    ...{ version, content: keptContentSchema.parse(JSON.parse(content)), replacedAt, replacedByName, note },
  }));
}
