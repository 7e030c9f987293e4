// A statute's file from the editor's browser: kept by its hash, read, shown, and taken by a command when the editor says so.
import { createHash } from "node:crypto";
import type { StatutePreview } from "#api/law-library.ts";
import { ok, type Result } from "#domain/kernel/result.ts";
import { placeStatute, textSha256 } from "#domain/law/place-statute.ts";
import { countParts } from "#domain/law/statute/article-parts.ts";
import { shortTitle } from "#domain/law/statute/place.ts";
import { problemText } from "#domain/problems.ts";
import { asActor } from "../db/transaction.ts";
import { refuseStatuteBySize, statuteFileLimits } from "../files/statute-file.ts";
import type { Services } from "../server-parts.ts";
import type { Asking } from "../sync/receive-photo.ts";
import { type LawFile, readLawBytes } from "./law-files.ts";

const MIME = "application/x-statute";
const OPENING = 60;

/** The whole body in memory, refused as soon as it is larger than a statute may be. */
export async function takeLawFile(body: AsyncIterable<Uint8Array>): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > statuteFileLimits.fileBytes) break;
    chunks.push(chunk);
  }
  return refuseStatuteBySize(size) ?? ok(new Uint8Array(Buffer.concat(chunks)));
}

/** Keeps the file; answers its hash. Keeping it again is harmless. */
export async function keepLawFile({ services, tenantId, actor }: Asking, bytes: Uint8Array): Promise<Result<string>> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const stored = await services.blobs.put(tenantId, sha256, [bytes]);
  if (!stored.ok) return stored;
  const row = { tenantId, sha256, bytes: bytes.byteLength, mime: MIME, width: null, height: null, dhash: null };
  await asActor(services.database, tenantId, actor, ({ db }) =>
    db
      .insertInto("blobs")
      .values({ ...row, storedAt: services.clock.now() })
      .onConflict((conflict) => conflict.columns(["tenantId", "sha256"]).doNothing())
      .execute(),
  );
  return ok(sha256);
}

/** The bytes of a kept statute file; a hash that names anything else is not found. */
export async function findLawFile(
  { services, tenantId, actor }: Asking,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const known = await asActor(
    services.database,
    tenantId,
    actor,
    ({ db }) =>
      db
        .selectFrom("blobs")
        .select("mime")
        .where("tenantId", "=", tenantId)
        .where("sha256", "=", sha256)
        .executeTakeFirst(),
    { readOnly: true },
  );
  return known?.mime === MIME ? services.blobs.get(tenantId, sha256) : undefined;
}

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
