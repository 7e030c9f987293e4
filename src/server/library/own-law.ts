// A tenant's own instruments beside the shared ones: named, dated and searched the same way. They are few and held in the
// library, so they are looked through in memory.
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { versionInForce } from "#domain/law/clause-state.ts";
import type { InstrumentEntry, Library, VersionEntry } from "#domain/law/library.ts";
import { initialsOf } from "./initials.ts";
import type { NamedInstrument } from "./instrument-names.ts";
import type { VersionOnDay } from "./instrument-versions.ts";
import type { FoundArticle } from "./search-articles.ts";

export function ownInstruments(library: Library): readonly InstrumentEntry[] {
  return [...library.instruments.values()].filter(({ own }) => own);
}

/** By what people call them. */
export function ownNames(library: Library): readonly NamedInstrument[] {
  return ownInstruments(library).map(({ id, title, kind, divisionCode }) => ({
    ...{ id, title, kind, divisionCode, cited: true },
    initials: [initialsOf(id), initialsOf(title)],
  }));
}

/** Newest first in time, each with whether it holds on the day. */
export function ownVersions(instrument: InstrumentEntry, day: LocalDate): readonly VersionOnDay[] {
  const current = versionInForce(instrument, day);
  return instrument.versions.toReversed().map((one) => ({
    ...{ instrumentId: instrument.id, version: one.version, docNumber: one.docNumber },
    ...{ effectiveFrom: one.effectiveFrom, effectiveTo: one.effectiveTo, articleCount: one.articles.size },
    force: one === current ? "inForce" : forceOf(one, day),
  }));
}

function forceOf({ effectiveFrom }: VersionEntry, day: LocalDate): VersionOnDay["force"] {
  if (effectiveFrom === null) return "dateUnknown";
  return effectiveFrom > day ? "notYet" : "ended";
}

interface OwnQuestion {
  /** Only in these instruments; all without it. */
  readonly within?: readonly string[] | undefined;
  /** Every one of them stands in the clause. */
  readonly words?: readonly string[];
  readonly article?: string;
  readonly day: LocalDate;
  readonly inForceOnly: boolean;
}

/** Clauses that hold every word, or that carry the number. */
export function ownArticles(library: Library, question: OwnQuestion): readonly FoundArticle[] {
  const { within, words = [], article, day, inForceOnly } = question;
  return ownInstruments(library)
    .filter(({ id }) => !within || within.includes(id))
    .flatMap((instrument) => {
      const current = versionInForce(instrument, day);
      const versions = inForceOnly ? instrument.versions.filter((one) => one === current) : instrument.versions;
      return versions.flatMap((version) => clausesOf(instrument, version, version === current));
    })
    .filter((found) => (article ? found.article === article : holds(found, words)));
}

function holds(found: FoundArticle, words: readonly string[]): boolean {
  const text = found.words.normalize("NFKC").toLowerCase();
  return words.length > 0 && words.every((word) => text.includes(word));
}

function clausesOf(instrument: InstrumentEntry, version: VersionEntry, inForce: boolean): readonly FoundArticle[] {
  const { docNumber, effectiveFrom, effectiveTo } = version;
  return [...version.articles.values()].map(({ article, summary }) => ({
    ...{ instrumentId: instrument.id, title: instrument.title, version: version.version, docNumber },
    ...{ article, words: summary, effectiveFrom, effectiveTo, inForce },
  }));
}
