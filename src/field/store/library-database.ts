// The law library and the catalogue on this phone as rows: one copy for all accounts, by version.
import Dexie, { type Table } from "dexie";
import type { LibraryRows } from "#domain/law/library-rows.ts";

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
const listeners = new Set<() => void>();

/** The rows as last pulled; undefined before the first pull. */
export async function storedLibrary(): Promise<LibraryRows | undefined> {
  const stored: StoredLibrary | undefined = await database.rows.get("newest");
  return stored?.rows;
}

export async function storeLibrary(rows: LibraryRows): Promise<void> {
  await database.rows.put({ name: "newest", rows });
  for (const listener of listeners) listener();
}

export function onNewLibrary(listener: () => void): void {
  listeners.add(listener);
}
