// Random lives of one law: for every day the clause given is the one that a plain reading of all versions gives.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { citationOf } from "./citations.ts";
import { clauseStateOn } from "./clause-state.ts";
import { buildLibrary } from "./library.ts";
import type { ArticleMoveRow, ArticleRow, LibraryRows, VersionRow } from "./library-rows.ts";
import { sampleArticle, sampleVersion } from "./sample-library.ts";
import { inTimeOrder } from "./timeline.ts";

const LAW = "示例法";
const FIRST = "2020-01-01";
const DAYS = 400;
const ARTICLES = ["1", "2", "3", "4"];

interface Life {
  readonly version: VersionRow;
  /** Clause identity → its number here; a dropped clause is absent. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** Versions become known in any order: version numbers say nothing of time. */
const lives: fc.Arbitrary<readonly Life[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: DAYS }), { minLength: 1, maxLength: 6 })
  .chain((begins) =>
    fc.tuple(
      ...begins.map((begin, index) =>
        fc
          .record({
            numbers: fc.shuffledSubarray([...ARTICLES, "5", "6"], {
              minLength: ARTICLES.length,
              maxLength: ARTICLES.length,
            }),
            kept: fc.subarray(ARTICLES, { minLength: 1 }),
            ends: fc.option(fc.integer({ min: begin, max: DAYS + 50 })),
          })
          .map(
            ({ numbers, kept, ends }): Life => ({
              version: sampleVersion(LAW, {
                version: index + 1,
                effectiveFrom: addDays(FIRST, begin),
                effectiveTo: ends === null ? null : addDays(FIRST, ends),
              }),
              numbers: new Map(kept.map((clause) => [clause, numbers[ARTICLES.indexOf(clause)] ?? clause])),
            }),
          ),
      ),
    ),
  )
  .map(onceDroppedStaysAway);

/** A clause that was dropped does not come back under the same identity: a new article is a new clause. */
function onceDroppedStaysAway(all: readonly Life[]): readonly Life[] {
  const gone = new Set<string>();
  const ordered = all.toSorted((a, b) => (a.version.effectiveFrom ?? "").localeCompare(b.version.effectiveFrom ?? ""));
  return ordered.map(({ version, numbers }, index) => {
    const kept = new Map(
      [...numbers].filter(([clause]) => !gone.has(clause) && (index === 0 || ordered[0]?.numbers.has(clause))),
    );
    for (const clause of ARTICLES) if (!kept.has(clause)) gone.add(clause);
    return { version, numbers: kept };
  });
}

function libraryOf(all: readonly Life[]): LibraryRows {
  const articles: ArticleRow[] = all.flatMap(({ version, numbers }) =>
    [...numbers].map(([clause, number]) =>
      sampleArticle(LAW, number, { version: version.version, summary: `${clause}在第${version.version}版` }),
    ),
  );
  const moves: ArticleMoveRow[] = all.slice(1).flatMap((later, index) => {
    const earlier = all[index];
    return [...(earlier?.numbers ?? [])].map(([clause, fromArticle]) => ({
      ...{
        instrumentId: LAW,
        fromVersion: earlier?.version.version ?? 0,
        toVersion: later.version.version,
        fromArticle,
      },
      toArticle: later.numbers.get(clause) ?? null,
    }));
  });
  return {
    version: 1,
    instruments: [{ id: LAW, title: LAW, kind: "law", divisionCode: "000000" }],
    versions: all.map(({ version }) => version),
    articles,
    items: [],
    citations: [],
    moves,
  };
}

/** The plain reading: of all versions begun by that day the last one; it holds unless it has ended. */
function versionByBruteForce(all: readonly Life[], day: LocalDate): Life | undefined {
  let found: Life | undefined;
  for (const life of all) {
    const from = life.version.effectiveFrom ?? "";
    if (from <= day && (found === undefined || from > (found.version.effectiveFrom ?? ""))) found = life;
  }
  const end = found?.version.effectiveTo ?? null;
  return end !== null && day > end ? undefined : found;
}

const anyDay = fc.integer({ min: -5, max: DAYS + 60 }).map((offset) => addDays(FIRST, offset));

describe("the clause given for a day", () => {
  it("equals brute force, wherever its number moved", () => {
    fc.assert(
      fc.property(lives, anyDay, fc.nat(), fc.constantFrom(...ARTICLES), (all, day, pick, clause) => {
        const library = buildLibrary(libraryOf(all));
        const counted = all[pick % all.length];
        const number = counted?.numbers.get(clause);
        fc.pre(counted !== undefined && number !== undefined);
        const current = versionByBruteForce(all, day);
        const wanted = current?.numbers.get(clause);
        const answer = clauseStateOn(
          library,
          { instrumentId: LAW, article: number ?? "", countedIn: counted?.version.version },
          day,
        );
        if (current && wanted !== undefined) {
          expect(answer).toMatchObject({ state: "inForce", article: wanted, match: "exact" });
          expect(answer.row?.summary).toBe(`${clause}在第${current.version.version}版`);
        } else expect(answer.state).not.toBe("inForce");
      }),
      { numRuns: 2000 },
    );
  });

  it("names what stands instead of a clause named by the count of its own day", () => {
    fc.assert(
      fc.property(lives, anyDay, fc.constantFrom(...ARTICLES), (all, day, clause) => {
        const library = buildLibrary(libraryOf(all));
        const current = versionByBruteForce(all, day);
        const old = all.find(
          ({ version, numbers }) =>
            version !== current?.version && numbers.has(clause) && (version.effectiveFrom ?? "") <= day,
        );
        fc.pre(old !== undefined && current !== undefined);
        fc.pre(
          all.every(
            ({ version, numbers }) =>
              version === old?.version || ![...numbers.values()].includes(old?.numbers.get(clause) ?? ""),
          ),
        );
        const answer = clauseStateOn(library, { instrumentId: LAW, article: old?.numbers.get(clause) ?? "" }, day);
        expect(answer.state).toMatch(/replaced|repealed/);
        expect(answer.instead).toBe(current?.numbers.get(clause) ?? null);
      }),
      { numRuns: 1000 },
    );
  });

  it("does not depend on the order in which versions became known", () => {
    fc.assert(
      fc.property(lives, fc.nat(), (all, seed) => {
        const shuffled = all
          .map(({ version }) => version)
          .toSorted((a, b) => ((a.version * 7 + seed) % 5) - ((b.version * 7 + seed) % 5));
        expect(inTimeOrder(shuffled).map(({ version }) => version)).toEqual(all.map(({ version }) => version.version));
      }),
    );
  });
});

describe("a pinned citation", () => {
  it("never changes, whatever becomes of the law afterwards", () => {
    fc.assert(
      fc.property(lives, anyDay, fc.nat(), fc.constantFrom(...ARTICLES), (all, day, known, clause) => {
        const before = all.slice(0, 1 + (known % all.length));
        const first = before[0];
        const number = first?.numbers.get(clause);
        fc.pre(first !== undefined && number !== undefined);
        const ref = { instrumentId: LAW, article: number ?? "", countedIn: first?.version.version };
        const pinned = citationOf(buildLibrary(libraryOf(before)), ref, "direct", day);
        const copy = structuredClone(pinned);
        buildLibrary(libraryOf(all));
        expect(pinned).toEqual(copy);
        // And until the next version begins the day's answer is the same as the one that was pinned.
        const next = all[before.length]?.version.effectiveFrom;
        if (next === undefined || next === null || day < next) {
          const later = citationOf(buildLibrary(libraryOf(all)), ref, "direct", day);
          expect({ article: later.article, summary: later.summary, state: later.state }).toEqual({
            article: pinned.article,
            summary: pinned.summary,
            state: pinned.state,
          });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
