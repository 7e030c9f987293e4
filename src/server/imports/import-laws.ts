// Many statute files in one run: each is read alone, refused alone with its reason, and sent as one command. Nothing is
// half imported: a file is one command or none.
import type { Problem, Result } from "#domain/kernel/result.ts";
import type { ImportArgs } from "#domain/law/import-command.ts";
import { type Placement, placeStatute, textSha256 } from "#domain/law/place-statute.ts";
import type { Place } from "#domain/law/statute/place.ts";
import { problemText } from "#domain/problems.ts";
import { type LawFile, listLawFiles, readLawFile } from "./law-files.ts";

export interface RefusedLawFile {
  readonly file: string;
  readonly reason: string;
}

/** What a run took: distinct instruments, versions and their articles, known ones among them. */
export interface LawImportSummary {
  readonly files: number;
  readonly instruments: number;
  readonly versions: number;
  readonly articles: number;
  readonly refused: readonly RefusedLawFile[];
  /** What a person should look at in files that were taken. */
  readonly warnings: readonly RefusedLawFile[];
}

export interface LawImportRun {
  readonly path: string;
  readonly places: readonly Place[];
  /** Takes one statute into the library; absent in a dry run. */
  readonly save?: (args: ImportArgs) => Promise<Problem | undefined>;
  readonly onProgress?: (done: number, total: number) => void;
}

interface Understood {
  readonly path: string;
  readonly title: string;
  readonly passedOn: string;
  readonly articles: number;
}

/** Reads everything below the path; versions of one law are saved newest first, so that the newest is the one released. */
export async function importLaws(run: LawImportRun): Promise<LawImportSummary> {
  const listed = await listLawFiles(run.path);
  if (!listed.ok) return refusedPath(run.path, listed.problem);
  const refused: RefusedLawFile[] = [];
  const warnings: RefusedLawFile[] = [];
  const seen = new Versions();
  const understood: Understood[] = [];
  const total = listed.value.length * (run.save ? 2 : 1);
  for (const [index, path] of listed.value.entries()) {
    const read = await readSafely(path, run.places);
    const fault = read.ok ? seen.add(path, read.value) : read.problem;
    if (fault) refused.push({ file: path, reason: problemText(fault) });
    else if (read.ok) {
      const { title, passedOn, articles, warnings: doubts } = read.value.statute;
      warnings.push(...doubts.map((doubt) => ({ file: path, reason: problemText(doubt) })));
      understood.push({ path, title, passedOn: passedOn ?? "", articles: articles.length });
    }
    run.onProgress?.(index + 1, total);
  }
  if (run.save)
    await saveAll(run, run.save, understood, refused, (done) => run.onProgress?.(listed.value.length + done, total));
  return { files: listed.value.length, ...seen.counts(new Set(refused.map((one) => one.file))), refused, warnings };
}

async function saveAll(
  run: LawImportRun,
  save: NonNullable<LawImportRun["save"]>,
  understood: readonly Understood[],
  refused: RefusedLawFile[],
  onDone: (done: number) => void,
): Promise<void> {
  const ordered = understood.toSorted((a, b) => b.passedOn.localeCompare(a.passedOn));
  for (const [index, { path }] of ordered.entries()) {
    const read = await readSafely(path, run.places);
    const problem = read.ok ? await save(importArgs(read.value, "公布的文本")) : read.problem;
    if (problem) refused.push({ file: path, reason: problemText(problem) });
    onDone(index + 1);
  }
}

/** The arguments of `law.import` for a file. `source` says in words where it came from. */
export function importArgs(file: LawFile, source: string): ImportArgs {
  const { statute, kind, divisionCode, fileName, fileSha256 } = file;
  const plain = { ...statute, history: [...statute.history], warnings: statute.warnings.map(({ code }) => ({ code })) };
  const articles = statute.articles.map((one) => ({ ...one, headings: [...one.headings], lines: [...one.lines] }));
  const lists = { articles, preamble: [...statute.preamble], appendix: [...statute.appendix] };
  return { statute: { ...plain, ...lists }, kind, divisionCode, fileName, fileSha256, source };
}

/** A reader that throws at one file of thousands must not end the run. */
async function readSafely(path: string, places: readonly Place[]): Promise<Result<LawFile>> {
  try {
    return await readLawFile(path, places);
  } catch {
    return { ok: false, problem: { code: "lawFile.damaged", params: {} } };
  }
}

function refusedPath(path: string, problem: Problem): LawImportSummary {
  const refused = [{ file: path, reason: problemText(problem) }];
  return { files: 0, instruments: 0, versions: 0, articles: 0, refused, warnings: [] };
}

interface SeenVersion {
  readonly version: number;
  readonly path: string;
  readonly passedOn: string | null;
  readonly effectiveFrom: string | null;
  readonly textSha256: string;
  readonly articleCount: number;
}

/** The versions met in this run: the same text twice counts once, the same version with other words is refused. */
class Versions {
  private readonly byTitle = new Map<string, SeenVersion[]>();

  add(path: string, { statute }: LawFile): Problem | undefined {
    const own = this.byTitle.get(statute.title) ?? [];
    const sha256 = textSha256(statute);
    const known = own.map((one) => ({ ...one, state: "released" as const, docNumber: "" }));
    const fault = faultOf(placeStatute(known, statute, sha256), statute.title, statute.passedOn);
    if (fault) return fault;
    if (own.some((one) => one.textSha256 === sha256)) return undefined;
    const { title, passedOn, effectiveFrom, articles } = statute;
    const row = { version: own.length + 1, path, passedOn, effectiveFrom };
    this.byTitle.set(title, [...own, { ...row, textSha256: sha256, articleCount: articles.length }]);
    return undefined;
  }

  /** Without those that the library refused. */
  counts(refused: ReadonlySet<string>) {
    const taken = [...this.byTitle.values()].map((own) => own.filter((one) => !refused.has(one.path)));
    const versions = taken.flat();
    const articles = versions.reduce((sum, one) => sum + one.articleCount, 0);
    return { instruments: taken.filter((own) => own.length > 0).length, versions: versions.length, articles };
  }
}

function faultOf(placed: Placement, title: string, passedOn: string | null): Problem | undefined {
  if (placed.kind === "undated") return { code: "statute.version_undated", params: { title } };
  if (placed.kind === "otherText") return { code: "statute.twice_in_run", params: { title, passed: passedOn ?? "" } };
  return undefined;
}
