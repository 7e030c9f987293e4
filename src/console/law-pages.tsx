// The pages of law, catalogue and checklists, in the order of the menu.
import { getCatalogueItem, getChecklist, listCatalogue, postCatalogueSheet } from "#api/catalogue.ts";
import {
  getComparison,
  getInstrument,
  getInstrumentVersion,
  listInstruments,
  listUnverified,
  postLawFile,
} from "#api/law-library.ts";
import { listLawReviews } from "#api/law-reviews.ts";
import { readLaw, searchLaw } from "#api/law-search.ts";
import { listOwnInstruments } from "#api/own-instruments.ts";
import { listSuggestionLessons } from "#api/suggestions.ts";
import { type ConsolePage, page } from "./shell/page.ts";

export const lawPages: readonly ConsolePage[] = [
  page(
    "law",
    listInstruments.by,
    { zh: "法规库", en: "Law library", icon: "book" },
    async () => (await import("./features/law/law-page.tsx")).LawPage,
  ),
  page(
    "law/import",
    postLawFile.by,
    { zh: "导入法规", en: "Import statutes", icon: "upload" },
    async () => (await import("./features/law/import-law-page.tsx")).ImportLawPage,
  ),
  page(
    "law/unverified",
    listUnverified.by,
    { zh: "待核清单", en: "Unverified", icon: "ask" },
    async () => (await import("./features/law/unverified-page.tsx")).UnverifiedPage,
  ),
  page(
    "law/reviews",
    listLawReviews.by,
    { zh: "依据复核", en: "Reviews of law", icon: "gavel", group: "archive" },
    async () => (await import("./features/law/reviews-page.tsx")).ReviewsPage,
  ),
  page(
    "law/:id",
    getInstrument.by,
    undefined,
    async () => (await import("./features/law/instrument-page.tsx")).InstrumentPage,
  ),
  page(
    "law/:id/:version",
    getInstrumentVersion.by,
    undefined,
    async () => (await import("./features/law/version-page.tsx")).VersionPage,
  ),
  page(
    "law/:id/:version/compare",
    getComparison.by,
    undefined,
    async () => (await import("./features/law/compare-page.tsx")).ComparePage,
  ),
  page(
    "law-search",
    searchLaw.by,
    { zh: "查法规", en: "Search law", icon: "search", group: "archive" },
    async () => (await import("./features/law-search/law-search-page.tsx")).LawSearchPage,
  ),
  page(
    "law-search/:id",
    readLaw.by,
    undefined,
    async () => (await import("./features/law-search/reading-page.tsx")).ReadingPage,
  ),
  page(
    "own-law",
    listOwnInstruments.by,
    { zh: "本地文件", en: "Local instruments", icon: "book", group: "archive" },
    async () => (await import("./features/own-law/own-law-page.tsx")).OwnLawPage,
  ),
  page(
    "catalogue",
    listCatalogue.by,
    { zh: "检查目录", en: "Catalogue", icon: "list", group: "archive" },
    async () => (await import("./features/catalogue/catalogue-page.tsx")).CataloguePage,
  ),
  page(
    "catalogue/import",
    postCatalogueSheet.by,
    undefined,
    async () => (await import("./features/catalogue/import-catalogue-page.tsx")).ImportCataloguePage,
  ),
  page(
    "catalogue/:code",
    getCatalogueItem.by,
    undefined,
    async () => (await import("./features/catalogue/item-page.tsx")).ItemPage,
  ),
  page(
    "checklists",
    getChecklist.by,
    { zh: "检查表", en: "Checklists", icon: "phone", group: "archive" },
    async () => (await import("./features/checklists/checklists-page.tsx")).ChecklistsPage,
  ),
  page(
    "lessons",
    listSuggestionLessons.by,
    { zh: "建议所学", en: "What suggestions learned", icon: "bulb", group: "analysis" },
    async () => (await import("./features/lessons/lessons-page.tsx")).LessonsPage,
  ),
];
