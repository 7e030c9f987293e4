// The checklist of a visit: the catalogue's items that concern a site, in sections as the catalogue has them.
import { listOf } from "../law/catalogue/profile.ts";
import type { CatalogueItem, Library } from "../law/library.ts";
import type { Family } from "../law/library-rows.ts";
import { ITEM_TAGS, type SiteTag } from "./checklist-tags.ts";

/** One section: XC-05 消防安全 with its items in the order of the catalogue. */
export interface ChecklistSection {
  readonly code: string;
  readonly title: string;
  readonly family: Family;
  readonly items: readonly CatalogueItem[];
}

/**
 * Every item that is asked at any site and those the site's tags bring in; without tags given, the whole catalogue. What the
 * editor or the tenant has switched off is not asked.
 */
export function checklistFor(library: Library, tags?: readonly SiteTag[]): readonly ChecklistSection[] {
  const wanted = [...library.items.values()].filter(
    (item) => !item.off && (tags === undefined || concerns(item, tags)),
  );
  return [...Map.groupBy(wanted, (item) => sectionOf(item.code)).entries()].flatMap(([code, items]) => {
    const [first] = items;
    return first ? [{ code, title: first.level2, family: first.family, items }] : [];
  });
}

/** The number of items on a checklist. */
export function countItems(sections: readonly ChecklistSection[]): number {
  return sections.reduce((sum, section) => sum + section.items.length, 0);
}

function concerns({ code, profile }: CatalogueItem, tags: readonly SiteTag[]): boolean {
  // What the editor has said of an item goes before the product's own list.
  const said = profile && profile.tags !== null ? listOf(profile.tags) : undefined;
  const needed: readonly string[] | undefined = said ?? ITEM_TAGS[code] ?? ITEM_TAGS[sectionOf(code)];
  return needed === undefined || needed.length === 0 || needed.some((tag) => tags.some((one) => one === tag));
}

/** XC-05-19 → XC-05. */
function sectionOf(code: string): string {
  return code.split("-").slice(0, 2).join("-");
}
