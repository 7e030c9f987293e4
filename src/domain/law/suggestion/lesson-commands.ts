// A lesson set aside by the agency whose experts taught it, and taken up again. Its hazards stay as they are: what was
// found is one thing, what the suggestions make of it another.
import { z } from "zod";
import { decided, insert, update } from "../../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, one } from "../../kernel/command.ts";
import { ok, refuse } from "../../kernel/result.ts";
import { text } from "../../kernel/text.ts";
import type { SuggestionWeights } from "../../rows.generated.ts";
import { itemCodeSchema } from "../catalogue/item-content.ts";
import { normalize } from "./features.ts";
import { lessonKey } from "./lessons.ts";

/** Whose lessons they are: the judgement is the agency's, and no other agency's suggestions move. */
const by = ["agencyLead"] as const;

const argsSchema = z.object({
  itemCode: itemCodeSchema,
  /** The words of the lesson, as the list gives them. */
  words: text(2000).transform(normalize),
  reason: text(300),
});
type LessonArgs = z.output<typeof argsSchema>;

function keyOfArgs({ itemCode, words }: LessonArgs, { actor }: Pick<Context, "actor">) {
  return { row: one("suggestionWeights", { agencyId: actor.scopeId, lessonKey: lessonKey({ itemCode, words }) }) };
}

export const setLessonAside = defineCommand({
  name: "lesson.setAside",
  label: { zh: "不再采用这条所学", en: "Set a lesson aside" },
  by,
  args: argsSchema,
  needs: keyOfArgs,
  decide: ({ row }, args, context) => {
    if (!context.library.items.has(args.itemCode)) return refuse("catalogue.item_unknown", { item: args.itemCode });
    if (row?.weight === 0) return refuse("lesson.set_aside", { name: row.changedByName });
    return ok(weighed(row, args, 0, context));
  },
});

const takeLessonUp = defineCommand({
  name: "lesson.takeUp",
  label: { zh: "重新采用这条所学", en: "Take a lesson up again" },
  by,
  args: argsSchema,
  needs: keyOfArgs,
  decide: ({ row }, args, context) => {
    if (row?.weight !== 0) return refuse("lesson.in_use");
    return ok(weighed(row, args, 1, context));
  },
});

function weighed(row: SuggestionWeights | undefined, args: LessonArgs, weight: number, context: Context) {
  const { actor, tenantId, receivedAt } = context;
  const { itemCode, words, reason } = args;
  const said = { weight, reason, changedAt: receivedAt, changedByName: actor.name };
  const key = { tenantId, agencyId: actor.scopeId ?? "", lessonKey: lessonKey({ itemCode, words }) };
  const change = row
    ? update("suggestionWeights", row, said)
    : insert("suggestionWeights", { ...key, itemCode, words, ...said });
  return decided("suggestionWeights", `${key.agencyId} ${key.lessonKey}`, [change]);
}

export const lessonCommands: readonly AnyCommand[] = [setLessonAside, takeLessonUp];
