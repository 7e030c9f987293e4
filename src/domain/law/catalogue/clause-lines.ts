// Clauses as a person writes them in a form, a line each: 具体标准 沿街用电要求#3.
import { CITATION_ROLES } from "../library-rows.ts";
import { formatReference, parseReference } from "../reference.ts";
import type { ItemContent } from "./item-content.ts";
import { SHEET_WORDS, wordOf } from "./sheet-columns.ts";

type Clauses = ItemContent["clauses"];

/** The clauses, or the first line that cannot be read. */
export function readClauseLines(text: string): { readonly clauses: Clauses } | { readonly fault: string } {
  const clauses: Clauses = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const [role = "", ref = ""] = line.split(/\s+(.*)/s);
    const meaning = CITATION_ROLES.find((one) => one === SHEET_WORDS.role.get(role));
    const parsed = parseReference(ref);
    if (meaning === undefined || meaning === "fallback" || !parsed.ok) return { fault: line };
    clauses.push({ role: meaning, ref: formatReference(parsed.value) });
  }
  return { clauses };
}

export function writeClauseLines(clauses: Clauses): string {
  return clauses.map(({ ref, role }) => `${wordOf(SHEET_WORDS.role, role)} ${ref}`).join("\n");
}

/** Those of an item that another has not: what a layer has added to the shared one. */
export function clausesBesides(item: Pick<ItemContent, "clauses">, shared: Pick<ItemContent, "clauses">): Clauses {
  return item.clauses.filter(({ ref, role }) => !shared.clauses.some((one) => one.ref === ref && one.role === role));
}
