/** As words are compared in a search: full-width letters and capitals make no difference. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
