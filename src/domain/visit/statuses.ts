// Statuses of a visit and of a photo slot, as stored.
import type { Row } from "../kernel/entities.ts";

export const visitStatuses = ["started", "finished"] as const satisfies readonly Row<"visits">["status"][];
export type VisitStatus = (typeof visitStatuses)[number];

export const photoStates = [
  "expected",
  "stored",
  "declaredLost",
] as const satisfies readonly Row<"photoSlots">["state"][];
export type PhotoState = (typeof photoStates)[number];
