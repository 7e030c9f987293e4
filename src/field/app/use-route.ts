import { useSyncExternalStore } from "react";
import { type FieldRoute, readRoute } from "./route.ts";

function subscribe(onChange: () => void): () => void {
  addEventListener("hashchange", onChange);
  return () => removeEventListener("hashchange", onChange);
}

export function useRoute(): FieldRoute {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return readRoute(hash);
}
