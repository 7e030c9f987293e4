// A statute's file from the editor's browser: kept by its hash, read, shown, and taken by a command when the editor says so.
import type { StatutePreview } from "#api/law-library.ts";
import type { Result } from "#domain/kernel/result.ts";
import { placeStatute, textSha256 } from "#domain/law/place-statute.ts";
import { countParts } from "#domain/law/statute/article-parts.ts";
import { shortTitle } from "#domain/law/statute/place.ts";
import { problemText } from "#domain/problems.ts";
import { refuseStatuteBySize, statuteFileLimits } from "../files/statute-file.ts";
import type { Services } from "../server-parts.ts";
import type { KeptKind } from "./kept-file.ts";
import { type LawFile, readLawBytes } from "./law-files.ts";

export const LAW_FILE: KeptKind = {
  mime: "application/x-statute",
  mostBytes: statuteFileLimits.fileBytes,
  refuseBySize: refuseStatuteBySize,
};
const OPENING = 60;

/** What the file holds, with the divisions that are registered. */
export async function readUploadedLaw(
  services: Services,
  fileName: string,
  bytes: Uint8Array,
): Promise<Result<LawFile>> {
  const places = await services.database.global.selectFrom("divisions").select(["code", "name"]).execute();
  return readLawBytes(fileName, bytes, places);
}

/** Everything that was recognised, each article counted, and what taking it would do. */
export async function previewLaw({ database }: Services, file: LawFile): Promise<StatutePreview> {
  const { statute } = file;
  const placed = await placementOf(database, file);
  const articles = statute.articles.map(({ article, headings, lines }) => ({
    ...{ article, headings: [...headings], opening: (lines[0] ?? "").slice(0, OPENING) },
    ...countParts(lines),
  }));
  return {
    ...{ sha256: file.fileSha256, fileName: file.fileName, title: statute.title, kind: file.kind },
    ...{ divisionCode: file.divisionCode, passedOn: statute.passedOn, effectiveFrom: statute.effectiveFrom, articles },
    history: statute.history.map((event) => event.text),
    counts: {
      headings: new Set(statute.articles.flatMap((one) => one.headings)).size,
      articles: articles.length,
      paragraphs: articles.reduce((sum, one) => sum + one.paragraphs, 0),
      items: articles.reduce((sum, one) => sum + one.items, 0),
      appendixLines: statute.appendix.length,
    },
    warnings: statute.warnings.map((warning) => problemText(warning)),
    placement: placed.kind,
    placementVersion: "version" in placed ? placed.version : null,
    waits: placed.kind === "new" && placed.state === "pending",
  };
}

/** The instrument a statute belongs to, known or not yet, by its title. */
export async function instrumentIdOf(database: Services["database"], title: string): Promise<string> {
  const known = await database.global
    .selectFrom("instruments")
    .select("id")
    .where("title", "=", title)
    .executeTakeFirst();
  return known?.id ?? shortTitle(title);
}

export async function placementOf(database: Services["database"], { statute }: LawFile) {
  const instrumentId = await instrumentIdOf(database, statute.title);
  const versions = await database.global
    .selectFrom("instrumentVersions")
    .selectAll()
    .where("instrumentId", "=", instrumentId)
    .execute();
  return placeStatute(versions, statute, textSha256(statute));
}
