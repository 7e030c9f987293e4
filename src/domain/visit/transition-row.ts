// One row of a state machine's table. The table drives `decide`, the buttons, the diagram and the test of every status.
import type { Role } from "../access/roles.ts";
import type { Label } from "../kernel/label.ts";

export interface TransitionRow<Command extends string, Status extends string> {
  readonly command: Command;
  /** Statuses it may start from; null is "not there yet". */
  readonly from: readonly (Status | null)[];
  /** The status after it; null keeps the one before. */
  readonly to: Status | null;
  readonly by: readonly Role[];
  readonly requires: Label;
}

/** The row of a command; every command of a machine has exactly one. */
export function rowOf<C extends string, S extends string>(
  table: readonly TransitionRow<C, S>[],
  command: C,
): TransitionRow<C, S> {
  const row = table.find((entry) => entry.command === command);
  if (!row) throw new RangeError(`no transition row for ${command}`);
  return row;
}

/** True when the command may start from this status. */
export function mayStart<C extends string, S extends string>(
  table: readonly TransitionRow<C, S>[],
  command: C,
  status: S | null,
): boolean {
  return rowOf(table, command).from.includes(status);
}
