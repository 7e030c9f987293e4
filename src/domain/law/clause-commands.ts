// The work list of the law editor: clauses nobody has compared with the original yet, and instruments guessed wrong.
import { z } from "zod";
import { update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { INSTRUMENT_KINDS, NATURES } from "./library-rows.ts";
import { libraryRelease, nextLibraryVersion } from "./release.ts";

const checkClause = defineCommand({
  name: "law.checkClause",
  label: { zh: "核对条款摘要", en: "Check a clause's summary" },
  by: ["lawEditor"],
  args: z.object({
    instrumentId: z.string().min(1).max(200),
    version: z.int().positive(),
    article: z.string().min(1).max(40),
    /** In own words, as it is printed; corrected where it was not right. */
    summary: text(600),
    nature: z.enum(NATURES),
    /** Against what it was compared: the gazette, the page, the book. */
    note: text(300),
  }),
  needs: ({ instrumentId, version, article }) => ({
    own: one("articles", { instrumentId, version, article }),
    releases: many("libraryVersions", {}),
  }),
  decide: ({ own, releases }, { summary, nature, note }, { actor, receivedAt, today }) => {
    if (!own) return refuse("law.clause_not_found");
    const set = {
      ...{ summary, nature, verified: true, origin: "editor" as const },
      ...{ checkedByName: actor.name, checkedAt: receivedAt, checkNote: note },
    };
    const id = `${own.instrumentId} ${own.version} ${own.article}`;
    const release = libraryRelease(nextLibraryVersion(releases), `${own.instrumentId}#${own.article}已核对`, today);
    return ok({ events: [{ subject: { type: "articles", id }, changes: [update("articles", own, set)] }, release] });
  },
});

/** What an instrument is and where it holds, where an import guessed wrong: a local rule must never pass for national. */
const classifyInstrument = defineCommand({
  name: "law.classify",
  label: { zh: "更正法规的类别与地域", en: "Correct an instrument's kind and place" },
  by: ["lawEditor"],
  args: z.object({
    instrumentId: z.string().min(1).max(200),
    kind: z.enum(INSTRUMENT_KINDS),
    divisionCode: z.string().regex(/^[0-9]{6}([0-9]{3}){0,2}$/),
  }),
  needs: ({ instrumentId }) => ({
    own: one("instruments", { id: instrumentId }),
    releases: many("libraryVersions", {}),
  }),
  decide: ({ own, releases }, { kind, divisionCode }, { today }) => {
    if (!own) return refuse("law.instrument_not_found");
    const set = { kind, divisionCode, origin: "editor" as const };
    const release = libraryRelease(nextLibraryVersion(releases), `《${own.title}》类别与地域`, today);
    const changes = [update("instruments", own, set)];
    return ok({ events: [{ subject: { type: "instruments", id: own.id }, changes }, release] });
  },
});

export const clauseCommands: readonly AnyCommand[] = [checkClause, classifyInstrument];
