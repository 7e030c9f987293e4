// Every command of a version in every state, and what a release does with clauses and moves.
import { describe, expect, it } from "vitest";
import type { Articles, ArticleTexts, InstrumentVersions } from "../rows.generated.ts";
import { articlesOf, carriedClauses, moveRows } from "./article-moves.ts";
import { placeStatute } from "./place-statute.ts";
import { versionCommands } from "./version-commands.ts";
import { versionTransitions } from "./version-transitions.ts";

const BLANK = {
  origin: "import",
  state: "released",
  passedOn: null,
  history: null,
  preamble: null,
  appendix: null,
  articleCount: 2,
  textSha256: "x",
  fileName: null,
  fileSha256: null,
  doubts: null,
  checkedByName: null,
  checkedAt: null,
  note: null,
  effectiveTo: null,
  replacedBy: null,
  source: "test",
  certainty: "S",
} as const;

function version(number: number, change: Partial<InstrumentVersions> = {}): InstrumentVersions {
  const own = {
    instrumentId: "示例法",
    version: number,
    docNumber: `第${number}号`,
    effectiveFrom: `20${20 + number}-01-01`,
  };
  return { ...BLANK, ...own, ...change };
}

function text(number: number, article: string, words: string): ArticleTexts {
  const place = { instrumentId: "示例法", version: number, article, position: Number(article), headings: "" };
  return { ...place, words, wordsSha256: "x" };
}

function clause(number: number, article: string): Articles {
  const words = { nature: "duty", topic: "义务", keywords: "", summary: `${article}的摘要` } as const;
  const check = {
    verified: true,
    origin: "reference",
    checkedByName: "甲",
    checkedAt: null,
    checkNote: "公报",
  } as const;
  return { instrumentId: "示例法", version: number, article, ...words, ...check };
}

const context = {
  tenantId: "t",
  actor: { kind: "member", id: "m", role: "lawEditor", name: "编辑", scopeId: null },
  receivedAt: "2026-01-01T00:00:00.000Z",
  today: "2026-01-01",
} as const;

describe("a version's state", () => {
  const args = {
    ...{ instrumentId: "示例法", version: 1, effectiveFrom: "2021-01-01", effectiveTo: null, replacedBy: null },
    ...{ docNumber: "第1号", certainty: "V", note: "公报" },
  };
  for (const row of versionTransitions)
    for (const state of ["pending", "released", "rejected"] as const)
      it(`${row.command} on ${state}`, () => {
        const command = versionCommands.find((one) => one.name === row.command);
        const own = version(1, { state });
        const held = {
          own,
          instrument: { id: "示例法", title: "示例法" },
          versions: [own],
          clauses: [],
          texts: [],
          moves: [],
          releases: [],
        };
        const result = command?.decide(held as never, args, context as never);
        expect(result?.ok).toBe(row.from.includes(state));
        if (result?.ok && row.to) expect(result.value.events[0]?.changes[0]).toMatchObject({ set: { state: row.to } });
      });
});

describe("a mapping", () => {
  const earlier = {
    version: 1,
    texts: [text(1, "1", "甲"), text(1, "2", "乙")],
    clauses: [clause(1, "1"), clause(1, "2第1款")],
  };
  const later = { version: 2, texts: [text(2, "1", "新"), text(2, "2", "甲"), text(2, "3", "乙改")], clauses: [] };

  it("says what stayed and what changed, and carries the clauses to their new numbers", () => {
    const rows = moveRows("示例法", earlier, later, [
      { from: "1", to: "2" },
      { from: "2", to: "3" },
    ]);
    if (!rows.ok) throw new Error(rows.problem.code);
    expect(rows.value.map(({ fromArticle, toArticle, change }) => [fromArticle, toArticle, change])).toEqual([
      ["1", "2", "same"],
      ["2", "3", "changed"],
    ]);
    const carried = carriedClauses(earlier.clauses, [], rows.value).map((change) =>
      "row" in change ? change.row : undefined,
    );
    expect(carried).toMatchObject([
      { version: 2, article: "2", verified: true, checkedByName: "甲" },
      { version: 2, article: "3第1款", verified: false, checkedByName: null, checkNote: null },
    ]);
  });

  it("is refused with an article missing, unknown or given twice", () => {
    const refusal = (moves: readonly { from: string; to: string | null }[]) => {
      const rows = moveRows("示例法", earlier, later, moves);
      return rows.ok ? "" : rows.problem.code;
    };
    expect(refusal([{ from: "1", to: "2" }])).toBe("law.move_missing");
    expect(
      refusal([
        { from: "1", to: "2" },
        { from: "2", to: "9" },
      ]),
    ).toBe("law.move_unknown");
    expect(
      refusal([
        { from: "1", to: "2" },
        { from: "2", to: "2" },
      ]),
    ).toBe("law.move_twice");
    expect(
      refusal([
        { from: "1", to: null },
        { from: "2", to: null },
      ]),
    ).toBe("");
  });

  it("goes by the articles that summaries name where a version has no text", () => {
    expect(
      articlesOf({ version: 1, texts: [], clauses: [clause(1, "10"), clause(1, "2第1款"), clause(1, "全文")] }),
    ).toEqual(["2", "10"]);
  });
});

describe("where a text belongs", () => {
  const known = (change: Partial<InstrumentVersions>) => version(1, { textSha256: null, ...change });

  it.each([
    ["no version known", [], "new", "released"],
    ["the same first day", [known({ effectiveFrom: "2024-11-01" })], "attach", undefined],
    [
      "the year of its number",
      [known({ effectiveFrom: "2024-12-01", docNumber: "主席令第25号（2024修订）" })],
      "attach",
      undefined,
    ],
    ["another version", [version(1, { passedOn: "2007-08-30", effectiveFrom: "2007-11-01" })], "new", "pending"],
  ] as const)("%s", (_, versions, kind, state) => {
    const dates = {
      passedOn: "2024-06-28",
      effectiveFrom: kind === "attach" && versions[0]?.docNumber.includes("修订") ? null : "2024-11-01",
    };
    const placed = placeStatute(versions, dates, "digest");
    expect(placed.kind).toBe(kind);
    if (placed.kind === "new") expect(placed.state).toBe(state);
  });
});
