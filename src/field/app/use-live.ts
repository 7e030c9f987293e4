import { liveQuery } from "dexie";
import { useEffect, useState } from "react";

/** What a query of IndexedDB answers, again after every change of what it read. Undefined until the first answer. */
export function useLive<T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const watch = liveQuery(query).subscribe({
      next: (found) => setValue(() => found),
      error: (error) => console.error("reading the phone's store failed", error),
    });
    return () => watch.unsubscribe();
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the query depends on
  }, deps);
  return value;
}
