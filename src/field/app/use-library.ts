import { useEffect, useState } from "react";
import type { Library } from "#domain/law/library.ts";
import { readLibraryOf, readLibraryOfAll } from "../store/tenant-library.ts";
import { useField } from "./field-context.ts";

/** The law library of this phone, as the tenant of a membership reads it where one is named, else with what all its tenants add; undefined while it is built. */
export function useLibrary(scope?: string): Library | undefined {
  const { db } = useField();
  const [library, setLibrary] = useState<Library>();
  useEffect(() => {
    void (scope === undefined ? readLibraryOfAll(db) : readLibraryOf(db, scope)).then((read) => setLibrary(() => read));
  }, [db, scope]);
  return library;
}
