import { useEffect, useState } from "react";
import { onDirectory } from "../store/directory-database.ts";
import { type Readiness, readReadiness } from "../store/readiness.ts";
import { useField } from "./field-context.ts";
import { useLive } from "./use-live.ts";

/** How ready this phone is, again after everything that arrives; undefined while it is being counted. */
export function useReadiness(): Readiness | undefined {
  const { db, holder, status } = useField();
  const [arrived, setArrived] = useState(0);
  useEffect(() => onDirectory(() => setArrived((count) => count + 1)), []);
  useEffect(() => {
    // The service worker ends its work without a word to the stores.
    const seen = () => setArrived((count) => count + 1);
    void navigator.serviceWorker?.ready.then(seen);
  }, []);
  return useLive(() => readReadiness(db, holder), [db, holder, arrived, status.busy]);
}
