// The subdistrict says in its settings which items were delegated to it, on what basis and for which days.
import { z } from "zod";
import { localDateSchema, spokenDay } from "../calendar/local-date.ts";
import { decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";

const record = defineCommand({
  name: "delegatedItem.record",
  label: { zh: "登记赋权事项", en: "Record delegated item" },
  by: ["officeLead", "tenantAdmin"],
  args: z.object({
    itemId: z.uuid(),
    name: text(200),
    legalBasis: text(500),
    validFrom: localDateSchema,
    validTo: localDateSchema.nullish(),
  }),
  needs: (args) => ({ known: one("delegatedItems", { id: args.itemId }) }),
  decide: ({ known }, { itemId: id, name, legalBasis, validFrom, ...args }, { tenantId, actor, receivedAt }) => {
    if (known) return refuse("delegated.known", { name: known.name });
    const validTo = args.validTo ?? null;
    if (validTo !== null && validTo < validFrom) return refuse("delegated.days_reversed");
    const row = {
      ...{ tenantId, id, name, legalBasis, validFrom, validTo, setByName: actor.name, setAt: receivedAt },
      ...{ endedByName: null, endedAt: null, endedReason: null },
    };
    return ok(decided("delegatedItems", id, [insert("delegatedItems", row)]));
  },
});

/** What was decided in its days stays decided. */
const end = defineCommand({
  name: "delegatedItem.end",
  label: { zh: "收回赋权事项", en: "End delegated item" },
  by: ["officeLead", "tenantAdmin"],
  args: z.object({ itemId: z.uuid(), validTo: localDateSchema, reason: text(500) }),
  needs: (args) => ({ item: one("delegatedItems", { id: args.itemId }) }),
  decide: ({ item }, { validTo, reason }, { actor, today, receivedAt }) => {
    if (!item) return refuse("delegated.not_found");
    if (item.endedAt) return refuse("delegated.ended", { name: item.name, byName: item.endedByName ?? "" });
    if (validTo < item.validFrom) return refuse("delegated.days_reversed");
    if (validTo < today) return refuse("delegated.end_past", { day: spokenDay(validTo, today) });
    const set = { validTo, endedByName: actor.name, endedAt: receivedAt, endedReason: reason };
    return ok(decided("delegatedItems", item.id, [update("delegatedItems", item, set)]));
  },
});

export const delegatedCommands: readonly AnyCommand[] = [record, end];
