import { checklistFor } from "#domain/inspection/checklist.ts";
import type { SiteTag } from "#domain/inspection/checklist-tags.ts";
import type { Library } from "#domain/law/library.ts";

/** The items of the site's tags in the checklist's order; a site without tags is asked everything. */
export function checklistItems(library: Library, tags: readonly SiteTag[]): ReadonlySet<string> {
  const sections = checklistFor(library, tags.length > 0 ? tags : undefined);
  return new Set(sections.flatMap(({ items }) => items.map((item) => item.code)));
}
