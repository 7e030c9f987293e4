import { readVisit, type VisitRows } from "../store/visit-rows.ts";
import { useField } from "./field-context.ts";
import { useLive } from "./use-live.ts";

/** The rows of a visit; null when this phone does not carry it, undefined while reading. */
export function useVisit(scope: string, visitId: string): VisitRows | null | undefined {
  const { db } = useField();
  return useLive(() => readVisit(db, scope, visitId), [db, scope, visitId]);
}
