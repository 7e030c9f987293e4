// The work list of the law editor: clauses whose summary nobody has compared with the original yet.
import { z } from "zod";
import { update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import { ok, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import { NATURES } from "./library-rows.ts";
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

export const clauseCommands: readonly AnyCommand[] = [checkClause];
