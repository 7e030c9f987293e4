// A published text into the library: the words of a known version, or a new version beside the known ones. The first text
// of an instrument is released at once; a further version waits until the editor has confirmed where its articles went.
import { z } from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import { type Change, type DecidedEvent, insert, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import { sha256Hex } from "../kernel/derived-id.ts";
import { ok, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import type { Instruments, InstrumentVersions } from "../rows.generated.ts";
import { INSTRUMENT_KINDS } from "./library-rows.ts";
import { placeStatute, textSha256 } from "./place-statute.ts";
import { libraryRelease, nextLibraryVersion } from "./release.ts";
import { shortTitle } from "./statute/place.ts";
import { type ArticleNumber, follows } from "./statute/read-statute.ts";
import { articleLabel } from "./statute/statute.ts";

const LONGEST_LINE = 20_000;

/** A statute as `readStatute` gives it. */
export const statuteSchema = z.object({
  title: text(120),
  history: z.array(z.object({ kind: z.string(), day: localDateSchema, text: z.string() })),
  preamble: z.array(z.string().max(LONGEST_LINE)),
  articles: z
    .array(
      z.object({
        article: z.string().regex(/^\d{1,4}(-\d{1,2})?$/),
        headings: z.array(z.string()),
        lines: z.array(z.string().min(1).max(LONGEST_LINE)).min(1),
      }),
    )
    .min(1)
    .max(5000),
  appendix: z.array(z.string().max(LONGEST_LINE)),
  passedOn: localDateSchema.nullable(),
  effectiveFrom: localDateSchema.nullable(),
  warnings: z.array(z.object({ code: z.string() })),
});

const importArgs = z.object({
  statute: statuteSchema,
  kind: z.enum(INSTRUMENT_KINDS),
  divisionCode: z.string().regex(/^[0-9]{6}([0-9]{3}){0,2}$/),
  fileName: text(260),
  fileSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Where the text came from, in words. */
  source: text(400),
});
export type ImportArgs = z.output<typeof importArgs>;

const importStatute = defineCommand({
  name: "law.import",
  label: { zh: "导入法规文本", en: "Import a statute" },
  by: ["lawEditor", "system"],
  args: importArgs,
  needs: ({ statute }) => ({
    titled: many("instruments", { title: statute.title }),
    named: one("instruments", { id: shortTitle(statute.title) }),
    releases: many("libraryVersions", {}),
  }),
  needsMore: ({ statute }, { titled }) => {
    const instrumentId = titled[0]?.id ?? shortTitle(statute.title);
    return {
      versions: many("instrumentVersions", { instrumentId }),
      clauses: many("articles", { instrumentId }),
      texts: many("articleTexts", { instrumentId }),
    };
  },
  decide: (state, args, { today }) => {
    const { statute } = args;
    const broken = brokenAt(statute);
    if (broken !== undefined)
      return refuse("law.articles_broken", { title: statute.title, article: articleLabel(broken) });
    const [instrument] = state.titled;
    if (!instrument && state.named)
      return refuse("law.short_title_taken", { title: statute.title, other: state.named.title });
    const sha256 = textSha256(statute);
    const placed = placeStatute(state.versions, statute, sha256);
    if (placed.kind === "unchanged") return ok({ events: [] });
    if (placed.kind === "undated") return refuse("statute.version_undated", { title: statute.title });
    if (placed.kind === "rejected") return refuse("law.rejected_before", { title: statute.title });
    if (placed.kind === "otherText") {
      const known = new Map(
        state.texts.filter((row) => row.version === placed.version).map((row) => [row.article, row.words]),
      );
      const first = statute.articles.find((row) => known.get(row.article) !== row.lines.join("\n"));
      const article = articleLabel(first?.article ?? statute.articles.at(-1)?.article ?? "");
      return refuse("statute.other_text", {
        title: statute.title,
        passed: statute.passedOn ?? statute.effectiveFrom ?? "",
        article,
      });
    }
    const id = instrument?.id ?? shortTitle(statute.title);
    const changes = versionChanges(id, instrument, state.versions, placed, args, sha256);
    const event: DecidedEvent = { subject: { type: "instrumentVersions", id: `${id} ${placed.version}` }, changes };
    const cited = placed.kind === "attach" && state.clauses.length > 0;
    const release = libraryRelease(nextLibraryVersion(state.releases), `《${statute.title}》补上条文`, today);
    return ok({ events: cited ? [event, release] : [event] });
  },
});

/** The first article whose number does not follow: whoever sends a statute, none comes in with one lost or twice. */
function brokenAt({ articles }: ImportArgs["statute"]): string | undefined {
  let last: ArticleNumber | undefined;
  for (const { article } of articles) {
    const [number = 0, sub = 0] = article.split("-").map(Number);
    if (!follows(last, { number, sub })) return article;
    last = { number, sub };
  }
  return undefined;
}

function versionChanges(
  id: string,
  instrument: Instruments | undefined,
  versions: readonly InstrumentVersions[],
  placed: { readonly kind: "attach" | "new"; readonly version: number; readonly state?: "pending" | "released" },
  args: ImportArgs,
  sha256: string,
): readonly Change[] {
  const own = placed.kind === "attach" ? versions.find((row) => row.version === placed.version) : undefined;
  const filled = textColumns(args, sha256);
  const texts = textChanges(id, placed.version, args);
  if (own) {
    const effectiveFrom = own.effectiveFrom ?? args.statute.effectiveFrom;
    const source = `${own.source}；条文：${args.source}`;
    return [update("instrumentVersions", own, { ...filled, effectiveFrom, source, origin: "import" }), ...texts];
  }
  const { title } = args.statute;
  const row: InstrumentVersions = {
    ...{ ...filled, instrumentId: id, version: placed.version, state: placed.state ?? "pending", origin: "import" },
    docNumber: documentNumber(args.statute),
    effectiveFrom: args.statute.effectiveFrom,
    ...{ effectiveTo: null, replacedBy: null, source: args.source, certainty: "S" },
    ...{ checkedByName: null, checkedAt: null, note: null },
  };
  const { kind, divisionCode } = args;
  const self = instrument ? [] : [insert("instruments", { id, title, kind, divisionCode, origin: "import" })];
  return [...self, insert("instrumentVersions", row), ...texts];
}

function textColumns({ statute, fileName, fileSha256 }: ImportArgs, sha256: string) {
  return {
    passedOn: statute.passedOn,
    history: statute.history.map((event) => event.text).join("\n") || null,
    preamble: statute.preamble.join("\n") || null,
    appendix: statute.appendix.join("\n") || null,
    articleCount: statute.articles.length,
    textSha256: sha256,
    fileName,
    fileSha256,
    doubts: statute.warnings.map((warning) => warning.code).join(";") || null,
  };
}

function textChanges(instrumentId: string, version: number, { statute }: ImportArgs): readonly Change[] {
  return statute.articles.map(({ article, headings, lines }, index) => {
    const words = lines.join("\n");
    const place = { instrumentId, version, article, position: index + 1 };
    return insert("articleTexts", { ...place, headings: headings.join("\n"), words, wordsSha256: sha256Hex(words) });
  });
}

/** 主席令第八十八号, 公告第39号; where the text gives none, the act that made this version (2024-06-28修订). */
function documentNumber({ history, passedOn }: ImportArgs["statute"]): string {
  const last = history.filter((event) => event.day === passedOn).at(-1) ?? history.at(-1);
  const said = history.map(
    (event) =>
      /((?:主席|国务院|[\u3400-\u9fff]{2,12})(?:令|公告)(?:〔\d{4}〕)?第?\s*[0-9一二三四五六七八九十百]+\s*号)/.exec(
        event.text,
      )?.[1],
  );
  const number = said.findLast((one) => one !== undefined);
  const acts: Readonly<Record<string, string>> = { amended: "修正", revised: "修订", published: "公布" };
  return number ?? (last ? `${last.day}${acts[last.kind] ?? "通过"}` : "文号待补");
}

export const importCommands: readonly AnyCommand[] = [importStatute];
