// A tenant's own layer over the catalogue, by whoever answers for it there. Nothing of the shared catalogue is copied.
import { z } from "zod";
import { decided, insert, remove, update } from "../../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, one } from "../../kernel/command.ts";
import { ok, type Problem, refuse } from "../../kernel/result.ts";
import { optionalText } from "../../kernel/text.ts";
import type { CatalogueOverrides } from "../../rows.generated.ts";
import { isAllowedDivision } from "../division.ts";
import type { Library } from "../library.ts";
import { parseReference } from "../reference.ts";
import { faultOfClause, faultOfContent } from "./check-content.ts";
import { countedClauses } from "./content-rows.ts";
import { type ItemContent, isOwnCode, itemChangeSchema, itemCodeSchema, itemContentSchema } from "./item-content.ts";

const layerers = ["officeLead", "tenantAdmin"] as const;

export const overrideItem = defineCommand({
  name: "catalogue.override",
  label: { zh: "改本街道的检查项", en: "Set the subdistrict's own layer" },
  by: layerers,
  args: z.object({
    code: itemCodeSchema,
    /** The words that differ from the shared item; for an item of the tenant's own it is `own` that counts. */
    words: itemChangeSchema.nullish(),
    own: itemContentSchema.nullish(),
    /** Not asked here. */
    off: z.boolean(),
    note: optionalText(300),
  }),
  needs: ({ code }) => ({ row: one("catalogueOverrides", { itemCode: code }) }),
  decide: ({ row }, { code, words, own, off, note }, context) => {
    const { library, tenantId, actor, receivedAt } = context;
    const kind = isOwnCode(code) ? "own" : "change";
    if (kind === "change" && !library.items.has(code)) return refuse("catalogue.item_unknown", { item: code });
    const said = kind === "own" ? own?.clauses : words?.moreClauses;
    const missing = kind === "own" ? (own ? ownFault(library, code, own) : missingOwn(code, row)) : undefined;
    const fault = missing ?? clausesFault(code, said ?? [], context);
    if (fault) return { ok: false, problem: fault };
    const counted = countedClauses(library, code, said ?? []);
    const saidOwn = own ? JSON.stringify({ ...own, clauses: counted }) : (row?.content ?? "");
    const saidWords = JSON.stringify({ ...words, ...(words?.moreClauses ? { moreClauses: counted } : {}) });
    const content = kind === "own" ? saidOwn : saidWords;
    const set = { kind, off, content, note, changedAt: receivedAt, changedByName: actor.name } as const;
    if (!row) {
      const first = { ...set, tenantId, itemCode: code, version: 1 };
      return ok(decided("catalogueOverrides", code, [insert("catalogueOverrides", first)]));
    }
    if (row.content === content && row.off === off) return ok({ events: [] });
    const next = { ...set, version: row.version + 1 };
    return ok(decided("catalogueOverrides", code, [update("catalogueOverrides", row, next)]));
  },
});

function ownFault(library: Library, code: string, own: z.output<typeof itemContentSchema>): Problem | undefined {
  return faultOfContent(library, code, own, new Set(library.items.keys()));
}

/** Each has to be there, to play a role it can, and to hold at the tenant's place. */
function clausesFault(
  code: string,
  clauses: ItemContent["clauses"],
  { library, divisionCode }: Context,
): Problem | undefined {
  for (const { ref, role } of clauses) {
    const fault = faultOfClause(library, ref, role);
    if (fault) return { code: fault.code, params: { ...fault.params, item: code } };
    const parsed = parseReference(ref);
    const instrument = parsed.ok ? library.instruments.get(parsed.value.instrumentId) : undefined;
    if (instrument && !isAllowedDivision(instrument, divisionCode))
      return { code: "catalogue.elsewhere", params: { item: code, reference: ref, title: instrument.title } };
  }
  return undefined;
}

/** Switching an own item on or off needs no content; a new one does. */
function missingOwn(code: string, row: CatalogueOverrides | undefined): Problem | undefined {
  return row ? undefined : { code: "catalogue.own_empty", params: { item: code } };
}

const clearOverride = defineCommand({
  name: "catalogue.clearOverride",
  label: { zh: "恢复共用的检查项", en: "Go back to the shared item" },
  by: layerers,
  args: z.object({ code: itemCodeSchema }),
  needs: ({ code }) => ({ row: one("catalogueOverrides", { itemCode: code }) }),
  decide: ({ row }, { code }) => {
    if (!row) return refuse("catalogue.not_overridden", { item: code });
    // Hazards may name it; switched off it is asked no more and still has its name.
    if (row.kind === "own") return refuse("catalogue.own_stays", { item: code });
    return ok(decided("catalogueOverrides", code, [remove("catalogueOverrides", row)]));
  },
});

export const layerCommands: readonly AnyCommand[] = [overrideItem, clearOverride];
