// finding.record (R5): what was looked at, item by item. Recording an item again replaces its result.
import { z } from "zod";
import { type Change, type Decision, decided, insert, update } from "../kernel/change.ts";
import { type Context, defineCommand, many, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import { wallColumnsOf } from "../kernel/wall-columns.ts";
import { VISIT_COMMAND_LABELS } from "./labels.ts";
import { ownVisitFor } from "./own-visit.ts";
import { refuseOrderWords } from "./own-words.ts";
import { visitRow } from "./transitions.ts";

const recordFindingsArgs = z.object({
  visitId: z.uuid(),
  findings: z
    .array(
      z.object({
        itemCode: text(40),
        result: z.enum(["conform", "nonconform", "notApplicable"]),
        note: optionalText(500),
      }),
    )
    .min(1)
    .max(200),
});
type Args = z.output<typeof recordFindingsArgs>;

interface State {
  readonly visit: Row<"visits"> | undefined;
  readonly findings: readonly Row<"findings">[];
}

export const recordFindings = defineCommand({
  name: "finding.record",
  label: VISIT_COMMAND_LABELS["finding.record"],
  by: visitRow("finding.record").by,
  args: recordFindingsArgs,
  needs: (args) => ({
    visit: one("visits", { id: args.visitId }),
    findings: many("findings", { visitId: args.visitId }),
  }),
  decide: (state, args, context) => decideFindings(state, args, context),
});

function decideFindings(state: State, args: Args, context: Context): Result<Decision> {
  const found = ownVisitFor("finding.record", state.visit, context.actor);
  if (!found.ok) return found;
  const visit = found.value;
  const unknown = args.findings.find(({ itemCode }) => !context.library.items.has(itemCode));
  if (unknown) return refuse("finding.unknown_item", { code: unknown.itemCode });
  const order = refuseOrderWords(...args.findings.map(({ note }) => note));
  if (order) return order;
  // Of an item given twice the last one counts, as on the screen.
  const given = new Map(args.findings.map((finding) => [finding.itemCode, finding]));
  const before = new Map(state.findings.map((row) => [row.itemCode, row]));
  const changes: Change[] = [...given.values()].map((finding) => {
    const set = { result: finding.result, note: finding.note, recordedAt: context.occurredAt };
    const row = before.get(finding.itemCode);
    if (row) return update("findings", row, set);
    return insert("findings", { ...wallColumnsOf(visit), visitId: visit.id, itemCode: finding.itemCode, ...set });
  });
  const untouched = state.findings.filter((row) => row.result !== "notChecked" && !given.has(row.itemCode));
  changes.push(update("visits", visit, { checkedItems: untouched.length + given.size }));
  return ok(decided("visits", visit.id, changes));
}
