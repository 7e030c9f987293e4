/** Where a law is read, in one of its versions and at one of its articles. */
export function readingPath(id: string, version: number, article?: string): string {
  const query = new URLSearchParams({ version: String(version), ...(article ? { article } : {}) });
  return `/law-search/${encodeURIComponent(id)}?${query}`;
}
