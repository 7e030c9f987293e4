import { useEffect, useState } from "react";
import type { Library } from "#domain/law/library.ts";
import { readLibrary } from "../store/library-store.ts";

/** The law library of this phone; undefined while it is being built. */
export function useLibrary(): Library | undefined {
  const [library, setLibrary] = useState<Library>();
  useEffect(() => {
    void readLibrary().then((read) => setLibrary(() => read));
  }, []);
  return library;
}
