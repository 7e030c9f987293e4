// When a supervision or re-inspection is fulfilled because there is nothing open (design: Plan).
import { isOpen } from "../hazard/statuses.ts";
import { type Refused, refuse } from "../kernel/result.ts";
import type { Hazards, Tasks } from "../rows.generated.ts";

/**
 * An inspection of the period must have been made for each task that is settled, or nobody knows that nothing is open;
 * and the enterprise has no open hazard, of whatever period.
 */
export function faultOfSettling(
  task: Tasks,
  siblings: readonly Tasks[],
  hazards: readonly Hazards[],
): Refused | undefined {
  const { code } = task;
  if (task.kind === "inspection") return refuse("task.inspection_needs_visit", { code });
  const fulfilled = siblings.filter((one) => one.state === "fulfilled");
  const inspections = fulfilled.filter((one) => one.kind === "inspection").length;
  const settled = fulfilled.filter((one) => one.kind === task.kind).length;
  if (inspections <= settled) return refuse("task.not_inspected", { code });
  const open = hazards.filter(isOpen).length;
  return open > 0 ? refuse("task.hazards_open", { code, open }) : undefined;
}
