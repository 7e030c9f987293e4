// The shared catalogue as the law editor writes it: one item from a form, or a whole sheet; what it said before is kept.
import { z } from "zod";
import { type Change, type DecidedEvent, insert, remove, update } from "../../kernel/change.ts";
import { defineCommand, many } from "../../kernel/command.ts";
import { ok, refuse } from "../../kernel/result.ts";
import { text } from "../../kernel/text.ts";
import type {
  CatalogueCitations,
  CatalogueItems,
  CatalogueItemVersions,
  CatalogueProfiles,
} from "../../rows.generated.ts";
import type { CatalogueItem, Library } from "../library.ts";
import { libraryRelease, nextLibraryVersion } from "../release.ts";
import { faultOfContent } from "./check-content.ts";
import { citationRowsOf, contentOf, itemRowOf, profileRowOf } from "./content-rows.ts";
import { type ItemContent, isOwnCode, itemCodeSchema, itemContentSchema } from "./item-content.ts";

/** Most items of one command; a longer sheet is a chain of them. */
export const MOST_ITEMS = 300;

const saveArgs = z.object({
  items: z
    .array(z.object({ code: itemCodeSchema, content: itemContentSchema }))
    .min(1)
    .max(MOST_ITEMS),
  /** Why, in a few words; kept with what the item said before. */
  note: text(300),
});

export const saveItems = defineCommand({
  name: "catalogue.save",
  label: { zh: "修改检查目录", en: "Change the catalogue" },
  by: ["lawEditor", "system"],
  args: saveArgs,
  needs: () => ({
    releases: many("libraryVersions", {}),
    items: many("catalogueItems", {}),
    citations: many("catalogueCitations", {}),
    profiles: many("catalogueProfiles", {}),
    kept: many("catalogueItemVersions", {}),
  }),
  decide: (held, { items, note }, { library, actor, receivedAt, today }) => {
    const twice = items.find(({ code }, index) => items.findIndex((one) => one.code === code) !== index);
    if (twice) return refuse("catalogue.code_twice", { item: twice.code });
    const codes = new Set([...held.items.map((row) => row.code), ...items.map(({ code }) => code)]);
    for (const { code, content } of items) {
      if (isOwnCode(code)) return refuse("catalogue.shared_code", { item: code });
      const fault = faultOfContent(library, code, content, codes);
      if (fault) return { ok: false, problem: fault };
    }
    const version = nextLibraryVersion(held.releases);
    const says = { version, note, name: actor.name, at: receivedAt };
    const events = items.flatMap(({ code, content }) => itemEvent(library, held, code, content, says));
    if (events.length === 0) return ok({ events });
    const release = libraryRelease(version, `检查目录${events.length}项：${note}`, today);
    return ok({ events: [release, ...events] });
  },
});

interface Held {
  readonly items: readonly CatalogueItems[];
  readonly citations: readonly CatalogueCitations[];
  readonly profiles: readonly CatalogueProfiles[];
  readonly kept: readonly CatalogueItemVersions[];
}

interface Saying {
  readonly version: number;
  readonly note: string;
  readonly name: string;
  readonly at: string;
}

/** Nothing where the item says so already. */
function itemEvent(
  library: Library,
  held: Held,
  code: string,
  content: ItemContent,
  says: Saying,
): readonly DecidedEvent[] {
  const own = held.items.find((row) => row.code === code);
  const profile = held.profiles.find((row) => row.itemCode === code);
  const citations = held.citations.filter((row) => row.itemCode === code);
  const values = { ...itemRowOf(code, content, says.version), origin: "editor" as const };
  const aspects = profileRowOf(code, content);
  const clauses = citationRowsOf(library, code, content).map((row) => ({ ...row, countedIn: row.countedIn ?? null }));
  const changes: Change[] = [];
  if (own) {
    const before = contentOf(rowsAsItem(own, citations, profile));
    if (JSON.stringify(before) === JSON.stringify(inOrder(content))) return [];
    changes.push(update("catalogueItems", own, values), ...keptVersion(held, own, before, says));
  } else changes.push(insert("catalogueItems", values));
  changes.push(profile ? update("catalogueProfiles", profile, aspects) : insert("catalogueProfiles", aspects));
  changes.push(...citationChanges(citations, clauses));
  return [{ subject: { type: "catalogueItems", id: code }, changes }];
}

/** The fallbacks stand last, as the rows have them. */
function inOrder(content: ItemContent): ItemContent {
  const last = content.clauses.filter((clause) => clause.role === "fallback");
  return itemContentSchema.parse({
    ...content,
    clauses: [...content.clauses.filter((clause) => clause.role !== "fallback"), ...last],
  });
}

function rowsAsItem(
  own: CatalogueItems,
  citations: readonly CatalogueCitations[],
  profile: CatalogueProfiles | undefined,
): CatalogueItem {
  return { ...own, citations: citations.toSorted((a, b) => a.position - b.position), profile };
}

function keptVersion(held: Held, own: CatalogueItems, before: ItemContent, says: Saying): readonly Change[] {
  if (held.kept.some((row) => row.itemCode === own.code && row.version === own.version)) return [];
  const { name, at, note } = says;
  const row = { itemCode: own.code, version: own.version, content: JSON.stringify(before) };
  return [insert("catalogueItemVersions", { ...row, replacedAt: at, replacedByName: name, note })];
}

function citationChanges(
  before: readonly CatalogueCitations[],
  after: readonly CatalogueCitations[],
): readonly Change[] {
  const gone = before.filter((row) => !after.some((one) => one.position === row.position));
  const kept = after.flatMap((one) => {
    const own = before.find((row) => row.position === one.position);
    if (!own) return [insert("catalogueCitations", one)];
    const same = own.instrumentId === one.instrumentId && own.article === one.article && own.role === one.role;
    return same && own.countedIn === one.countedIn ? [] : [update("catalogueCitations", own, one)];
  });
  return [...gone.map((row) => remove("catalogueCitations", row)), ...kept];
}
