// A tenant's own instruments, entered and kept by its office. Versions are added and put right, never taken away: hazards
// keep the words they cited, and a version that ended gets its last day.
import { z } from "zod";
import { decided, insert, update } from "../../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, one } from "../../kernel/command.ts";
import { ok, type Refused, refuse } from "../../kernel/result.ts";
import { text } from "../../kernel/text.ts";
import { isAllowedDivision } from "../division.ts";
import { type OwnInstrument, ownInstrumentSchema, readOwnInstrument } from "./own-instrument.ts";

export const saveOwnInstrument = defineCommand({
  name: "ownInstrument.save",
  label: { zh: "登记本街道的文件", en: "Keep an instrument of the tenant's own" },
  by: ["officer", "officeLead"],
  args: z.object({
    /** The short title; it stays once given. */
    id: text(60),
    content: ownInstrumentSchema,
    /** The change it was read at; 0 for a new one. */
    basedOn: z.int().min(0),
  }),
  needs: ({ id }) => ({ row: one("tenantInstruments", { id }) }),
  decide: ({ row }, { id, content, basedOn }, context) => {
    const fault = faultOfName(id, context) ?? faultOfContent(content, context);
    if (fault) return fault;
    const { title } = content;
    if ((row?.version ?? 0) !== basedOn)
      return refuse("ownInstrument.changed_since", { title, name: row?.changedByName ?? "" });
    const known = row ? (readOwnInstrument(row.content)?.versions.length ?? 0) : 0;
    if (content.versions.length < known) return refuse("ownInstrument.versions_gone", { title });
    const { tenantId, actor, receivedAt } = context;
    const said = { content: JSON.stringify(content), changedAt: receivedAt, changedByName: actor.name };
    if (!row) {
      const first = { tenantId, id, ...said, version: 1 };
      return ok(decided("tenantInstruments", id, [insert("tenantInstruments", first)]));
    }
    if (row.content === said.content) return ok({ events: [] });
    return ok(
      decided("tenantInstruments", id, [update("tenantInstruments", row, { ...said, version: row.version + 1 })]),
    );
  },
});

function faultOfName(id: string, { library }: Context): Refused | undefined {
  if (id.includes("#")) return refuse("ownInstrument.name_mark");
  const known = library.instruments.get(id);
  return known && !known.own ? refuse("ownInstrument.name_shared", { id }) : undefined;
}

function faultOfContent({ title, divisionCode, versions }: OwnInstrument, context: Context): Refused | undefined {
  if (divisionCode === "000000" || !isAllowedDivision({ divisionCode }, context.divisionCode))
    return refuse("ownInstrument.elsewhere", { title, division: divisionCode });
  const days = new Set<string>();
  for (const { docNumber, effectiveFrom, effectiveTo, clauses } of versions) {
    if (effectiveFrom && effectiveTo && effectiveTo < effectiveFrom)
      return refuse("ownInstrument.days_reversed", { number: docNumber });
    if (effectiveFrom && days.has(effectiveFrom)) return refuse("ownInstrument.same_day", { day: effectiveFrom });
    if (effectiveFrom) days.add(effectiveFrom);
    const numbers = new Set<string>();
    for (const { article } of clauses) {
      if (numbers.has(article)) return refuse("ownInstrument.clause_twice", { number: article });
      numbers.add(article);
    }
  }
  return undefined;
}

export const ownInstrumentCommands: readonly AnyCommand[] = [saveOwnInstrument];
