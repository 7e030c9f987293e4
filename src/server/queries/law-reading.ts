// A law to be read: its released versions, the words of one, and what of the tenant cites each article.
import type { LawReading } from "#api/law-search.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { InstrumentEntry, Library } from "#domain/law/library.ts";
import { articleOf } from "#domain/law/statute/statute.ts";
import type { Transaction } from "../db/transaction.ts";
import { instrumentVersionsOf } from "../library/instrument-versions.ts";
import { ownVersions } from "../library/own-law.ts";
import { readTexts } from "./law-library.ts";
import { visible } from "./visibility.ts";

/** Undefined where there is no such instrument, or none of its versions is released. */
export async function readLawText(
  tx: Transaction,
  library: Library,
  id: string,
  wanted: number | undefined,
  day: LocalDate,
): Promise<LawReading | undefined> {
  const own = library.instruments.get(id);
  if (own?.own) return readOwnText(tx, library, own, wanted, day);
  const instrument = await tx.db.selectFrom("instruments").selectAll().where("id", "=", id).executeTakeFirst();
  const versions = await instrumentVersionsOf(tx.db, [id], day);
  const shown = wanted
    ? versions.find((one) => one.version === wanted)
    : (versions.find((one) => one.force === "inForce") ?? versions[0]);
  if (!instrument || !shown) return undefined;
  const texts = await readTexts(tx.db, id, shown.version);
  const clauses = await tx.db
    .selectFrom("articles")
    .select(["article", "nature", "summary", "verified"])
    .where("instrumentId", "=", id)
    .where("version", "=", shown.version)
    .execute();
  return {
    ...{ day, id, title: instrument.title, kind: instrument.kind, version: shown.version, own: null },
    versions: versions.map(({ instrumentId: _, ...version }) => version),
    articles: texts.map(({ article, headings, words }) => ({
      article,
      headings: headings === "" ? [] : headings.split("\n"),
      lines: words.split("\n"),
    })),
    clauses: clauses.toSorted((a, b) => Number.parseFloat(a.article) - Number.parseFloat(b.article)),
    cites: await citesOf(tx, library, id),
  };
}

/** A tenant's own instrument, whose clauses are its published words. */
async function readOwnText(
  tx: Transaction,
  library: Library,
  instrument: InstrumentEntry,
  wanted: number | undefined,
  day: LocalDate,
): Promise<LawReading | undefined> {
  const versions = ownVersions(instrument, day);
  const shown = wanted
    ? versions.find((one) => one.version === wanted)
    : (versions.find((one) => one.force === "inForce") ?? versions[0]);
  const version = instrument.versions.find((one) => one.version === shown?.version);
  if (!version) return undefined;
  const { id, title, kind } = instrument;
  return {
    ...{ day, id, title, kind, version: version.version, clauses: [] },
    own: { checked: version.certainty === "V", source: version.source },
    versions: versions.map(({ instrumentId: _, ...one }) => one),
    articles: [...version.articles.values()].map(({ article, summary }) => ({
      ...{ article, headings: [], lines: summary.split("\n") },
    })),
    cites: await citesOf(tx, library, id),
  };
}

/** By article, whatever paragraph or item is named. */
async function citesOf(tx: Transaction, library: Library, id: string): Promise<LawReading["cites"]> {
  const items = new Map<string, { readonly code: string; readonly item: string }[]>();
  for (const item of library.items.values())
    for (const citation of item.citations) {
      if (citation.instrumentId !== id || item.off) continue;
      const article = articleOf(citation.article);
      const own = items.get(article) ?? [];
      if (!own.some((one) => one.code === item.code)) own.push({ code: item.code, item: item.item });
      items.set(article, own);
    }
  const hazards = await openHazardsByArticle(tx, id);
  return [...new Set([...items.keys(), ...hazards.keys()])].map((article) => ({
    article,
    items: items.get(article) ?? [],
    openHazards: hazards.get(article)?.size ?? 0,
  }));
}

/** As they were cited, by the count of the version they were read in. */
async function openHazardsByArticle(tx: Transaction, id: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx.db
    .selectFrom("hazardCitations")
    .innerJoin("hazards", (join) =>
      join
        .onRef("hazards.id", "=", "hazardCitations.hazardId")
        .onRef("hazards.tenantId", "=", "hazardCitations.tenantId"),
    )
    .select(["hazardCitations.article", "hazards.id"])
    .where(visible(tx, "hazardCitations"))
    .where(visible(tx, "hazards"))
    .where("hazardCitations.instrumentId", "=", id)
    .where("hazards.status", "not in", ["closed", "voided"])
    .execute();
  const found = new Map<string, Set<string>>();
  for (const { article, id: hazardId } of rows) {
    const own = found.get(articleOf(article)) ?? new Set();
    found.set(articleOf(article), own.add(hazardId));
  }
  return found;
}
