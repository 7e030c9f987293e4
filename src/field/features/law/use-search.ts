// What a query finds in the directory, the catalogue and the law, each ready when its index is.
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { CatalogueItem, Library } from "#domain/law/library.ts";
import { type SuggestIndex, suggestItems } from "#domain/law/suggest.ts";
import { useField } from "../../app/field-context.ts";
import { useLibrary } from "../../app/use-library.ts";
import { correctedNow } from "../../store/device.ts";
import { readSuggestIndexOfAll } from "../../store/tenant-library.ts";
import { type ArticleEntry, articleEntries, findArticles } from "./find-articles.ts";
import { type DirectoryFinds, findEnterprises } from "./find-enterprises.ts";
import { useDirectory } from "./use-directory.ts";

/** Of each kind: who finds too much writes a word more. */
const SHOWN = 7;

export interface Finds {
  /** What was searched for; behind what is being typed for a moment. */
  readonly query: string;
  readonly library: Library;
  /** Undefined while the directory is being read. */
  readonly enterprises: DirectoryFinds | undefined;
  /** False before a directory was ever fetched. */
  readonly hasDirectory: boolean;
  readonly items: readonly CatalogueItem[];
  readonly articles: readonly ArticleEntry[];
}

/** Undefined while the library is being read. */
export function useSearch(typed: string): Finds | undefined {
  const query = useDeferredValue(typed.trim());
  const library = useLibrary();
  const directory = useDirectory();
  const suggest = useSuggestIndex();
  const day = dayOf(correctedNow());
  const entries = useMemo(() => (library ? articleEntries(library, day) : []), [library, day]);
  return useMemo(() => {
    if (!library) return undefined;
    const suggested = suggest ? suggestItems(suggest, query, SHOWN) : [];
    // One character in common means nothing, unless one is all that was asked for.
    const meant = suggested.filter(({ matched }) => matched.length > 0 || query.length === 1);
    return {
      ...{ query, library },
      enterprises: directory && findEnterprises(directory, query, SHOWN),
      hasDirectory: directory === undefined || directory.count > 0,
      items: meant.flatMap(({ code }) => library.items.get(code) ?? []),
      articles: findArticles(entries, query, SHOWN),
    };
  }, [query, library, directory, suggest, entries]);
}

function useSuggestIndex(): SuggestIndex | undefined {
  const { db } = useField();
  const [index, setIndex] = useState<SuggestIndex>();
  useEffect(() => {
    void readSuggestIndexOfAll(db).then(setIndex);
  }, [db]);
  return index;
}
