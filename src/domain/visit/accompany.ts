// visit.accompany (R8): someone of the subdistrict comes along, or nobody with a reason that is counted.
import { z } from "zod";
import { type Decision, decided, update } from "../kernel/change.ts";
import { type Context, defineCommand, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { optionalText } from "../kernel/text.ts";
import { ACCOMPANIED_BY_LABELS, VISIT_COMMAND_LABELS } from "./labels.ts";
import { ownVisitFor } from "./own-visit.ts";
import { refuseOrderWords } from "./own-words.ts";
import { visitRow } from "./transitions.ts";

const accompanyArgs = z.object({
  visitId: z.uuid(),
  by: z.enum(["officer", "memberUnit", "communityOfficer", "none"]),
  name: optionalText(80),
  reason: optionalText(300),
});
type Args = z.output<typeof accompanyArgs>;

export const accompany = defineCommand({
  name: "visit.accompany",
  label: VISIT_COMMAND_LABELS["visit.accompany"],
  by: visitRow("visit.accompany").by,
  args: accompanyArgs,
  needs: (args) => ({ visit: one("visits", { id: args.visitId }) }),
  decide: (state, args, context) => decideAccompany(state, args, context),
});

interface State {
  readonly visit: Row<"visits"> | undefined;
}

function decideAccompany(state: State, args: Args, context: Context): Result<Decision> {
  const found = ownVisitFor("visit.accompany", state.visit, context.actor);
  if (!found.ok) return found;
  const visit = found.value;
  const alone = args.by === "none";
  if (!alone && !args.name) {
    return refuse("visit.accompanied_name_missing", { by: ACCOMPANIED_BY_LABELS[args.by].zh });
  }
  if (alone && !args.reason && visit.kind === "inspection") return refuse("visit.accompaniment_reason_missing");
  const order = refuseOrderWords(args.reason);
  if (order) return order;
  const set = {
    accompaniedBy: args.by,
    accompaniedName: alone ? null : args.name,
    accompanimentReason: alone ? args.reason : null,
  };
  return ok(decided("visits", visit.id, [update("visits", visit, set)]));
}
