// What the law editor decides about a version: released with the mapping of its articles, sent back, its dates, its check.
import { z } from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import { type Change, type DecidedEvent, insert, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import type { ArticleMoves, Articles, ArticleTexts, InstrumentVersions } from "../rows.generated.ts";
import { mayStart, rowOf } from "../visit/transition-row.ts";
import { carriedClauses, type KnownVersion, moveRows } from "./article-moves.ts";
import { CERTAINTIES } from "./library-rows.ts";
import { libraryRelease, nextLibraryVersion } from "./release.ts";
import { inTimeOrder } from "./timeline.ts";
import { versionTransitions } from "./version-transitions.ts";

const which = { instrumentId: z.string().min(1).max(200), version: z.int().positive() };

const movesSchema = z.array(z.object({ from: z.string().max(20), to: z.string().max(20).nullable() })).max(5000);

const releaseArgs = z.object({
  ...which,
  /** Without it nothing can be resolved on a day. */
  effectiveFrom: localDateSchema,
  docNumber: text(120),
  /** From the version before it in time, by its number; absent where there is none. */
  fromEarlier: z.object({ version: z.int(), moves: movesSchema }).nullish(),
  /** To the version after it in time. */
  toLater: z.object({ version: z.int(), moves: movesSchema }).nullish(),
  note: optionalText(500),
});

const releaseVersion = defineCommand({
  name: "law.release",
  label: { zh: "确认并启用版本", en: "Release a version" },
  by: rowOf(versionTransitions, "law.release").by,
  args: releaseArgs,
  needs: ({ instrumentId }) => ({
    instrument: one("instruments", { id: instrumentId }),
    versions: many("instrumentVersions", { instrumentId }),
    clauses: many("articles", { instrumentId }),
    texts: many("articleTexts", { instrumentId }),
    moves: many("articleMoves", { instrumentId }),
    releases: many("libraryVersions", {}),
  }),
  decide: (state, args, { today }) => {
    const own = state.versions.find((row) => row.version === args.version);
    if (!state.instrument || !own) return refuse("law.version_not_found");
    if (!mayStart(versionTransitions, "law.release", own.state))
      return refuse("law.not_pending", { title: state.instrument.title });
    const { effectiveFrom, docNumber, note } = args;
    const set = { state: "released" as const, effectiveFrom, docNumber, note };
    const mapped = mappings(state, { ...own, ...set }, args);
    if (!mapped.ok) return mapped;
    const changes: Change[] = [update("instrumentVersions", own, set), ...mapped.value];
    const release = libraryRelease(
      nextLibraryVersion(state.releases),
      `《${state.instrument.title}》${docNumber}`,
      today,
    );
    return ok({ events: [versionEvent(own, changes), ...(state.clauses.length > 0 ? [release] : [])] });
  },
});

interface Held {
  readonly versions: readonly InstrumentVersions[];
  readonly clauses: readonly Articles[];
  readonly texts: readonly ArticleTexts[];
  readonly moves: readonly ArticleMoves[];
}

/** The neighbours in time of a version among those released. */
export function neighboursOf(versions: readonly InstrumentVersions[], own: InstrumentVersions) {
  const others = versions.filter((row) => row.state === "released" && row.version !== own.version);
  const line = inTimeOrder([...others, own]);
  const at = line.findIndex((row) => row.version === own.version);
  return { earlier: line[at - 1], later: line[at + 1] };
}

function mappings(held: Held, own: InstrumentVersions, args: z.output<typeof releaseArgs>): Result<readonly Change[]> {
  const { earlier, later } = neighboursOf(held.versions, own);
  if (earlier?.version !== args.fromEarlier?.version || later?.version !== args.toLater?.version)
    return refuse("law.neighbours_changed");
  const changes: Change[] = [];
  if (earlier && args.fromEarlier) {
    const rows = moveRows(
      own.instrumentId,
      known(held, earlier.version),
      known(held, own.version),
      args.fromEarlier.moves,
    );
    if (!rows.ok) return rows;
    changes.push(...rows.value.map((row) => insert("articleMoves", row)));
    changes.push(...carriedClauses(clausesOf(held, earlier.version), clausesOf(held, own.version), rows.value));
  }
  if (later && args.toLater) {
    const rows = moveRows(own.instrumentId, known(held, own.version), known(held, later.version), args.toLater.moves);
    if (!rows.ok) return rows;
    changes.push(...rows.value.map((row) => insert("articleMoves", row)));
    if (!earlier)
      changes.push(
        ...carriedClauses(clausesOf(held, later.version), clausesOf(held, own.version), backward(rows.value)),
      );
  }
  return ok(changes);
}

/** For an earlier day only words that are the same may be summed up by what was written for the later version. */
function backward(rows: readonly ArticleMoves[]): readonly ArticleMoves[] {
  return rows.flatMap((row) =>
    row.change === "same" && row.toArticle !== null
      ? [
          {
            ...row,
            fromVersion: row.toVersion,
            toVersion: row.fromVersion,
            fromArticle: row.toArticle,
            toArticle: row.fromArticle,
          },
        ]
      : [],
  );
}

function known(held: Held, version: number): KnownVersion {
  return { version, texts: held.texts.filter((row) => row.version === version), clauses: clausesOf(held, version) };
}

function clausesOf(held: Held, version: number): readonly Articles[] {
  return held.clauses.filter((row) => row.version === version);
}

const rejectVersion = defineCommand({
  name: "law.reject",
  label: { zh: "退回导入的版本", en: "Send a version back" },
  by: rowOf(versionTransitions, "law.reject").by,
  args: z.object({ ...which, note: text(500) }),
  needs: ({ instrumentId, version }) => ({ own: one("instrumentVersions", { instrumentId, version }) }),
  decide: ({ own }, { note }) => {
    if (!own) return refuse("law.version_not_found");
    if (!mayStart(versionTransitions, "law.reject", own.state))
      return refuse("law.not_pending", { title: own.instrumentId });
    return ok({ events: [versionEvent(own, [update("instrumentVersions", own, { state: "rejected", note })])] });
  },
});

const amendVersion = defineCommand({
  name: "law.amend",
  label: { zh: "更正版本的日期与文号", en: "Amend a version's dates and number" },
  by: rowOf(versionTransitions, "law.amend").by,
  args: z.object({
    ...which,
    docNumber: text(120),
    effectiveFrom: localDateSchema.nullable(),
    /** Last day in force. */
    effectiveTo: localDateSchema.nullable(),
    replacedBy: optionalText(120),
    certainty: z.enum(CERTAINTIES),
    /** Where this stands: the announcement, the page, the gazette. */
    note: text(500),
  }),
  needs: ({ instrumentId }) => ({
    instrument: one("instruments", { id: instrumentId }),
    versions: many("instrumentVersions", { instrumentId }),
    releases: many("libraryVersions", {}),
  }),
  decide: (state, { instrumentId: _id, version, ...set }, { today }) => {
    const own = state.versions.find((row) => row.version === version);
    if (!state.instrument || !own) return refuse("law.version_not_found");
    if (!mayStart(versionTransitions, "law.amend", own.state)) return refuse("law.sent_back");
    if (set.effectiveFrom && set.effectiveTo && set.effectiveTo < set.effectiveFrom) return refuse("law.days_reversed");
    const amended = { ...own, ...set };
    const before = neighboursOf(state.versions, own);
    const after = neighboursOf(state.versions, amended);
    const moved = before.earlier?.version !== after.earlier?.version || before.later?.version !== after.later?.version;
    if (own.state === "released" && moved) return refuse("law.order_would_change", { title: state.instrument.title });
    const release = libraryRelease(
      nextLibraryVersion(state.releases),
      `《${state.instrument.title}》${set.docNumber}`,
      today,
    );
    const event = versionEvent(own, [update("instrumentVersions", own, { ...set, origin: "editor" })]);
    return ok({ events: own.state === "released" ? [event, release] : [event] });
  },
});

const checkVersion = defineCommand({
  name: "law.checkText",
  label: { zh: "核对条文", en: "Check a version's text" },
  by: rowOf(versionTransitions, "law.checkText").by,
  args: z.object({ ...which, note: text(500) }),
  needs: ({ instrumentId, version }) => ({ own: one("instrumentVersions", { instrumentId, version }) }),
  decide: ({ own }, { note }, { actor, receivedAt }) => {
    if (!own) return refuse("law.version_not_found");
    if (!mayStart(versionTransitions, "law.checkText", own.state)) return refuse("law.sent_back");
    if (own.textSha256 === null) return refuse("law.no_text");
    const set = {
      checkedByName: actor.name,
      checkedAt: receivedAt,
      note,
      certainty: "V" as const,
      origin: "editor" as const,
    };
    return ok({ events: [versionEvent(own, [update("instrumentVersions", own, set)])] });
  },
});

function versionEvent(own: InstrumentVersions, changes: readonly Change[]): DecidedEvent {
  return { subject: { type: "instrumentVersions", id: `${own.instrumentId} ${own.version}` }, changes };
}

export const versionCommands: readonly AnyCommand[] = [releaseVersion, rejectVersion, amendVersion, checkVersion];
