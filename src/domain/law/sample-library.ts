// A small library for tests: one law with a paragraph, one that begins later, standards that end or lack their dates.
import { buildLibrary, type Library } from "./library.ts";
import type { ArticleRow, CatalogueCitationRow, CatalogueItemRow, LibraryRows, VersionRow } from "./library-rows.ts";

export function sampleVersion(instrumentId: string, change: Partial<VersionRow> = {}): VersionRow {
  return {
    instrumentId,
    version: 1,
    docNumber: `${instrumentId} 第1版`,
    effectiveFrom: "2021-09-01",
    effectiveTo: null,
    replacedBy: null,
    source: "test",
    certainty: "V",
    ...change,
  };
}

export function sampleArticle(instrumentId: string, article: string, change: Partial<ArticleRow> = {}): ArticleRow {
  return {
    instrumentId,
    version: 1,
    article,
    nature: "duty",
    topic: "义务",
    keywords: "",
    summary: `${instrumentId}${article}的摘要`,
    verified: true,
    ...change,
  };
}

export function sampleItem(code: string, change: Partial<CatalogueItemRow> = {}): CatalogueItemRow {
  return {
    code,
    family: "onSite",
    level1: "现场管理",
    level2: "消防安全",
    item: "安全出口锁闭堵塞",
    typicalHazard: "车间后门上锁或被杂物堵住",
    advice: "立即打开清理",
    standard: "出口通道须畅通",
    severityDefault: "general",
    version: 1,
    ...change,
  };
}

export function sampleCitation(
  itemCode: string,
  position: number,
  ref: string,
  role: CatalogueCitationRow["role"],
): CatalogueCitationRow {
  const [instrumentId = "", article = ""] = ref.split("#");
  return { itemCode, position, instrumentId, article, role };
}

export const SAMPLE_ROWS: LibraryRows = {
  version: 1,
  instruments: [
    { id: "总法", title: "中华人民共和国总法", kind: "law", divisionCode: "000000" },
    { id: "新法", title: "中华人民共和国新法", kind: "law", divisionCode: "000000" },
    { id: "省条例", title: "省条例", kind: "regulation", divisionCode: "330000" },
    { id: "旧标准", title: "旧标准", kind: "standard", divisionCode: "000000" },
    { id: "无日标准", title: "无日标准", kind: "standard", divisionCode: "000000" },
    { id: "停用规定", title: "停用规定", kind: "rule", divisionCode: "000000" },
  ],
  versions: [
    sampleVersion("总法"),
    sampleVersion("新法", { effectiveFrom: "2026-05-01" }),
    sampleVersion("省条例"),
    sampleVersion("旧标准", { docNumber: "GB 1-2017", effectiveTo: "2027-01-31", replacedBy: "GB 1-2026" }),
    sampleVersion("旧标准", { version: 2, docNumber: "GB 1-2026", effectiveFrom: "2027-02-01" }),
    sampleVersion("无日标准", { effectiveFrom: null, certainty: "M" }),
    sampleVersion("停用规定", { effectiveTo: "2025-12-31" }),
  ],
  articles: [
    sampleArticle("总法", "4"),
    sampleArticle("总法", "36"),
    sampleArticle("总法", "42第2款"),
    sampleArticle("总法", "99", { nature: "penalty", topic: "罚则" }),
    sampleArticle("新法", "51", { verified: false }),
    sampleArticle("省条例", "18"),
    sampleArticle("旧标准", "5.1.1", { nature: "standard" }),
    sampleArticle("无日标准", "全文", { nature: "standard" }),
    sampleArticle("停用规定", "7"),
  ],
  items: [sampleItem("XC-05-05")],
  citations: [
    sampleCitation("XC-05-05", 1, "新法#51", "direct"),
    sampleCitation("XC-05-05", 2, "总法#99", "conditional"),
    sampleCitation("XC-05-05", 3, "总法#4", "fallback"),
  ],
};

/** The sample with its one item cited as given: reference and role, in order. */
export function sampleLibrary(
  citations?: readonly (readonly [ref: string, role: CatalogueCitationRow["role"]])[],
): Library {
  if (!citations) return buildLibrary(SAMPLE_ROWS);
  const rows = citations.map(([ref, role], index) => sampleCitation("XC-05-05", index + 1, ref, role));
  return buildLibrary({ ...SAMPLE_ROWS, citations: rows });
}
