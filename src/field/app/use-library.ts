import { useEffect, useState } from "react";
import type { Library } from "#domain/law/library.ts";
import { readLibrary } from "../store/library-store.ts";
import { readLibraryOf } from "../store/tenant-library.ts";
import { useField } from "./field-context.ts";

/** The law library of this phone, as the tenant of a membership reads it where one is named; undefined while it is built. */
export function useLibrary(scope?: string): Library | undefined {
  const { db } = useField();
  const [library, setLibrary] = useState<Library>();
  useEffect(() => {
    void (scope === undefined ? readLibrary() : readLibraryOf(db, scope)).then((read) => setLibrary(() => read));
  }, [db, scope]);
  return library;
}
