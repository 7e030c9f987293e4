// The reference files come in once; what an editor or an import has said since is left alone.
import { describe, expect, it } from "vitest";
import type { Change } from "../kernel/change.ts";
import { loadCommands } from "./load-command.ts";
import { SAMPLE_ROWS } from "./sample-library.ts";

const [load] = loadCommands;
const args = {
  sha256: "x",
  instruments: [...SAMPLE_ROWS.instruments],
  versions: [...SAMPLE_ROWS.versions],
  articles: [...SAMPLE_ROWS.articles],
  items: SAMPLE_ROWS.items.map(({ version: _, ...item }) => item),
  citations: [...SAMPLE_ROWS.citations],
};

type Rows = Record<string, Record<string, unknown>[]>;
const EMPTY: Rows = { releases: [], instruments: [], versions: [], articles: [], items: [], citations: [] };
const NAMES: Readonly<Record<string, string>> = {
  libraryVersions: "releases",
  instrumentVersions: "versions",
  catalogueItems: "items",
  catalogueCitations: "citations",
};

function changesOf(state: Rows, said: object = args): readonly Change[] {
  const result = load?.decide(state as never, said, { today: "2026-01-01" } as never);
  if (!result?.ok) throw new Error("law.load is never refused");
  return result.value.events.flatMap((event) => event.changes);
}

/** The rows after a first load. */
function loaded(): Rows {
  const state = structuredClone(EMPTY);
  for (const change of changesOf(EMPTY))
    if (change.op === "insert") state[NAMES[change.entity] ?? change.entity]?.push({ ...change.row });
  return state;
}

describe("the reference files", () => {
  it("come in as they are, each clause counted by the version that lists it", () => {
    const state = loaded();
    expect(state.instruments).toHaveLength(SAMPLE_ROWS.instruments.length);
    expect(state.articles).toHaveLength(SAMPLE_ROWS.articles.length);
    const listed = state.citations?.filter((row) => row.countedIn !== null) ?? [];
    expect(listed.length).toBeGreaterThan(0);
    for (const row of listed)
      expect(state.articles).toContainEqual(
        expect.objectContaining({ instrumentId: row.instrumentId, article: row.article, version: row.countedIn }),
      );
  });

  it("change nothing but the release when they come again", () => {
    expect(changesOf(loaded()).map((change) => change.entity)).toEqual(["libraryVersions"]);
  });

  it("leave alone what an editor or an import has said since", () => {
    const state = loaded();
    const [article] = state.articles ?? [];
    const [item] = state.items ?? [];
    Object.assign(article ?? {}, { summary: "编辑改过", origin: "editor" });
    Object.assign(item ?? {}, { advice: "编辑改过", origin: "editor" });
    expect(changesOf(state).map((change) => change.entity)).toEqual(["libraryVersions"]);
  });

  it("correct what only they have spoken of", () => {
    const state = loaded();
    Object.assign(state.articles?.[0] ?? {}, { summary: "旧的" });
    expect(changesOf(state)).toContainEqual(
      expect.objectContaining({
        op: "update",
        entity: "articles",
        set: expect.objectContaining({ summary: SAMPLE_ROWS.articles[0]?.summary }),
      }),
    );
  });

  it("keep their clauses out of an imported version that took the number", () => {
    const state = loaded();
    const [version] = state.versions ?? [];
    const of = (row: Record<string, unknown>) =>
      row.instrumentId === version?.instrumentId && row.version === version?.version;
    Object.assign(version ?? {}, { origin: "import", docNumber: "另一版" });
    state.articles = (state.articles ?? []).filter((row) => !of(row));
    expect(changesOf(state).map((change) => change.entity)).toEqual(["libraryVersions"]);
  });
});
