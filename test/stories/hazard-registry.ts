// The commands the stories of hazards use, by name, and the run of one with what follows from its refusal.
import { z } from "zod";
import { enforcementCommands } from "#domain/enforcement/commands.ts";
import { serveHazard } from "#domain/hazard/acknowledge.ts";
import { heldSet } from "#domain/hazard/act.ts";
import { hazardCommands } from "#domain/hazard/commands.ts";
import { type Decision, decided, update } from "#domain/kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, one } from "#domain/kernel/command.ts";
import { ok, type Result, refuse } from "#domain/kernel/result.ts";
import { type MemoryStore, runCommand } from "./memory-store.ts";
import { contextOf, people } from "./story-context.ts";

/** The hazard's part of serving an on-site record, without the document and its signatures. */
const serveOne = defineCommand({
  name: "onSiteRecord.serve",
  label: { zh: "送达现场检查记录", en: "Serve on-site record" },
  by: ["expert"],
  args: z.object({ hazardId: z.uuid() }),
  needs: ({ hazardId }) => ({ hazard: one("hazards", { id: hazardId }) }),
  decide: ({ hazard }, _args, context) => {
    if (!hazard) return refuse("hazard.not_found");
    const { set, act } = serveHazard(hazard, context.occurredAt, context);
    return ok(
      decided("hazards", hazard.id, [update("hazards", hazard, heldSet(hazard, set, context.occurredAt)), act]),
    );
  },
});

export const registry: ReadonlyMap<string, AnyCommand> = new Map(
  [...hazardCommands, ...enforcementCommands, serveOne].map((command) => [command.name, command]),
);

export function getCommand(name: string): AnyCommand {
  const found = registry.get(name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
}

/** Runs a command and, when it is refused with a follow-up, that one as the system's own. */
export function play(store: MemoryStore, name: string, args: unknown, context: Context): Result<Decision> {
  const result = runCommand(store, getCommand(name), args, context);
  if (result.ok || !result.followUp) return result;
  const { followUp } = result;
  const after = runCommand(
    store,
    getCommand(followUp.name),
    followUp.args,
    contextOf(people.nightJob, context.receivedAt),
  );
  if (!after.ok) throw new Error(`the follow-up was refused: ${after.problem.code}`);
  return result;
}
