// The law library and the catalogue on this phone: one copy for all accounts, by version, built into one object lazily.
import Dexie, { type Table } from "dexie";
import { libraryAnswerSchema } from "#api/sync.ts";
import { buildLibrary, type Library } from "#domain/law/library.ts";
import type { LibraryRows } from "#domain/law/library-rows.ts";
import { buildSuggestIndex, type SuggestIndex } from "#domain/law/suggest.ts";

interface StoredLibrary {
  readonly name: "newest";
  readonly rows: LibraryRows;
}

class LibraryDatabase extends Dexie {
  constructor() {
    super("bihuan-library");
    this.version(1).stores({ rows: "name" });
  }

  get rows(): Table<StoredLibrary, string> {
    return this.table("rows");
  }
}

const database = new LibraryDatabase();
const EMPTY: LibraryRows = { version: 0, instruments: [], versions: [], articles: [], items: [], citations: [] };

let kept: { readonly library: Library; index?: SuggestIndex } | undefined;

export async function storedLibraryVersion(): Promise<number> {
  const stored: StoredLibrary | undefined = await database.rows.get("newest");
  return stored?.rows.version ?? 0;
}

export async function storeLibrary(rows: LibraryRows): Promise<void> {
  await database.rows.put({ name: "newest", rows });
  kept = undefined;
}

/** The newest library on this phone; empty before the first pull. */
export async function readLibrary(): Promise<Library> {
  if (kept) return kept.library;
  const stored: StoredLibrary | undefined = await database.rows.get("newest");
  const library = buildLibrary(stored?.rows ?? EMPTY);
  kept = { library };
  return library;
}

/** Built on first use: a search needs it, a checklist does not. */
export async function readSuggestIndex(): Promise<SuggestIndex> {
  const library = await readLibrary();
  if (kept?.index) return kept.index;
  const index = buildSuggestIndex(library);
  kept = { library, index };
  return index;
}

/** Takes what the server answered; nothing changes when it had nothing newer. */
export async function takeLibrary(answer: unknown): Promise<void> {
  const { rows } = libraryAnswerSchema.parse(answer);
  if (rows) await storeLibrary(rows);
}
