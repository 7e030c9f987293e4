// The listed cases of a major hazard with their conditions (工贸企业重大事故隐患判定标准, 应急管理部令第10号, 2023-05-15). The product
// brings only items whose words were compared with the published text; all others stay suspected until the law editor has
// entered case and conditions at their catalogue item.
import type { Library } from "../law/library.ts";
import { referenceCases } from "./major-cases.generated.ts";

export interface MajorCase {
  /** 'instrument#article', or `item:` and the code of the catalogue item it was entered at. */
  readonly id: string;
  readonly title: string;
  /** A person ticks each; one not met and it is no major hazard. */
  readonly conditions: readonly string[];
}

/** The reference's cases, then those entered at catalogue items. */
export function listedCases(library: Pick<Library, "items">): readonly MajorCase[] {
  return [...referenceCases, ...enteredCases(library)];
}

/** The case of an id, or of the very words an earlier app sent instead; undefined: not a listed case, it stays suspected. */
export function findListedCase(library: Pick<Library, "items">, words: string): MajorCase | undefined {
  const wanted = words.replaceAll(/\s+/g, "");
  return listedCases(library).find(({ id, title }) =>
    [id, title, caseWords({ id, title })].some((own) => own.replaceAll(/\s+/g, "") === wanted),
  );
}

/** 《instrument》 article: title, as it is kept with the hazard and read by a person. */
export function caseWords({ id, title }: Pick<MajorCase, "id" | "title">): string {
  const [instrument, article] = id.split("#");
  return article ? `《${instrument}》${article.replace(/^(\d+)/, "第$1条")}：${title}` : title;
}

function enteredCases({ items }: Pick<Library, "items">): readonly MajorCase[] {
  return [...items.values()].flatMap(({ code, profile, off }) => {
    const conditions = (profile?.severityConditions ?? "").split("\n").filter((line) => line.trim() !== "");
    if (off || !profile?.severityCase || conditions.length === 0) return [];
    return [{ id: `item:${code}`, title: profile.severityCase, conditions }];
  });
}

/** The listed conditions that were not ticked, in the order of the case; conditions of the person's own do not replace them. */
export function unmetConditions(
  listed: MajorCase,
  ticked: readonly { readonly condition: string; readonly met: boolean }[],
): readonly string[] {
  const met = new Set(ticked.filter((one) => one.met).map((one) => one.condition));
  return listed.conditions.filter((condition) => !met.has(condition));
}
