// The rows of the shared law and catalogue tables, as the library is built from them.
// What is not known stays null here and visible on the page; nothing in this folder fills a gap.
import type { LocalDate } from "../calendar/local-date.ts";
import type { ItemProfileRow } from "./catalogue/profile.ts";

/** law 法律, regulation 法规 (national or local), rule 规章, standard 标准与技术规范, government 政府监管要求文件. */
export const INSTRUMENT_KINDS = ["law", "regulation", "rule", "standard", "government"] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

/** duty 义务 and standard 标准 may be a basis; penalty 罚则 says what follows, never what was broken. */
export const NATURES = ["duty", "standard", "penalty"] as const;
export type Nature = (typeof NATURES)[number];

/** direct 直接依据, standard 具体标准, conditional 条件适用, fallback 兜底. */
export const CITATION_ROLES = ["direct", "standard", "conditional", "fallback"] as const;
export type CitationRole = (typeof CITATION_ROLES)[number];

/** V 读过原文, S 二手材料, M 凭经验未核对. */
export const CERTAINTIES = ["V", "S", "M"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** records 基础管理（台账资料）, onSite 现场管理（现场操作）. */
export const FAMILIES = ["records", "onSite"] as const;
export type Family = (typeof FAMILIES)[number];

export interface InstrumentRow {
  /** The short title; the key by which references name it. */
  readonly id: string;
  readonly title: string;
  readonly kind: InstrumentKind;
  /** GB/T 2260: 000000 national, 330000 Zhejiang, 330100 Hangzhou. */
  readonly divisionCode: string;
}

export interface VersionRow {
  readonly instrumentId: string;
  readonly version: number;
  readonly docNumber: string;
  /** First day in force; null when not found out, which never means "always". */
  readonly effectiveFrom: LocalDate | null;
  /** Last day in force; null when no end is known. */
  readonly effectiveTo: LocalDate | null;
  /** Document number of what took its place. */
  readonly replacedBy: string | null;
  readonly source: string;
  readonly certainty: Certainty;
  /** Last adoption, amendment or revision; absent or null when not known. Orders versions whose first day is not known. */
  readonly passedOn?: LocalDate | null | undefined;
}

export interface ArticleRow {
  readonly instrumentId: string;
  readonly version: number;
  readonly article: string;
  readonly nature: Nature;
  readonly topic: string;
  /** Words of the trade, separated by semicolons. */
  readonly keywords: string;
  readonly summary: string;
  /** The summary was compared with the original text. */
  readonly verified: boolean;
}

export interface CatalogueItemRow {
  readonly code: string;
  readonly family: Family;
  readonly level1: string;
  readonly level2: string;
  readonly item: string;
  readonly typicalHazard: string;
  readonly advice: string;
  readonly standard: string;
  /** major means only: when every condition of the listed case is met, and a person confirms it. */
  readonly severityDefault: "general" | "major";
  /** Version of the library in which the item was last changed. */
  readonly version: number;
}

export interface CatalogueCitationRow {
  readonly itemCode: string;
  /** 1 is the first named reference; the fallback comes last. */
  readonly position: number;
  readonly instrumentId: string;
  readonly article: string;
  readonly role: CitationRole;
  /** The version by whose count the article is named; absent or null: as counted on the day. */
  readonly countedIn?: number | null | undefined;
}

/** Where an article of one version went in the next: confirmed by the law editor. A new article has no row. */
export interface ArticleMoveRow {
  readonly instrumentId: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly fromArticle: string;
  /** Null: it was dropped. */
  readonly toArticle: string | null;
}

export interface LibraryRows {
  readonly version: number;
  readonly instruments: readonly InstrumentRow[];
  readonly versions: readonly VersionRow[];
  readonly articles: readonly ArticleRow[];
  readonly items: readonly CatalogueItemRow[];
  readonly citations: readonly CatalogueCitationRow[];
  /** Absent in a library that an older program stored. */
  readonly moves?: readonly ArticleMoveRow[] | undefined;
  /** Whom items concern; absent in a library that an older program stored. */
  readonly profiles?: readonly ItemProfileRow[] | undefined;
}
