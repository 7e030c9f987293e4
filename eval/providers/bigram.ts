// The baseline as a provider: pairs of characters over the catalogue by BM25, with every citable clause of the item.
import { citable, citationsFor } from "#domain/law/citations.ts";
import { buildSuggestIndex, suggestItems } from "#domain/law/suggest.ts";
import type { SuggestionProvider } from "#domain/law/suggestion/suggest.ts";
import { referenceLibrary } from "../reference-library.ts";

const library = referenceLibrary();
const index = buildSuggestIndex(library);

const bigram: SuggestionProvider = ({ text, day, division, limit }) =>
  suggestItems(index, text, limit).map(({ code, score, matched }) => ({
    code,
    score,
    because: matched,
    part: text,
    clauses: citable(citationsFor(library, code, day, division)),
    listedCase: null,
  }));

export default bigram;
