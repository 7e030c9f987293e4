// Every page of the office app, in the order of the menu. A page more is one line more here.
import { getDocument, listDocuments } from "#api/documents.ts";
import { getEnterpriseFile, listEnterprises } from "#api/enterprises.ts";
import { getHazard, listHazards } from "#api/hazards.ts";
import { getOverview } from "#api/overview.ts";
import { listWorkItems } from "#api/work-items.ts";
import { type ConsolePage, page } from "./shell/page.ts";

export const pages: readonly ConsolePage[] = [
  page(
    "overview",
    getOverview.by,
    { zh: "总览", en: "Overview", icon: "grid" },
    async () => (await import("./features/overview/overview-page.tsx")).OverviewPage,
  ),
  page(
    "work-items",
    listWorkItems.by,
    { zh: "待办", en: "Work list", icon: "todo" },
    async () => (await import("./features/work-list/work-list-page.tsx")).WorkListPage,
  ),
  page(
    "enterprises",
    listEnterprises.by,
    { zh: "企业", en: "Enterprises", icon: "factory" },
    async () => (await import("./features/registry/registry-page.tsx")).RegistryPage,
  ),
  page(
    "enterprises/:id",
    getEnterpriseFile.by,
    undefined,
    async () => (await import("./features/enterprise-file/enterprise-file-page.tsx")).EnterpriseFilePage,
  ),
  page(
    "hazards",
    listHazards.by,
    { zh: "隐患", en: "Hazards", icon: "alert" },
    async () => (await import("./features/hazards/hazards-page.tsx")).HazardsPage,
  ),
  page(
    "hazards/:id",
    getHazard.by,
    undefined,
    async () => (await import("./features/hazards/hazard-page.tsx")).HazardPage,
  ),
  page(
    "documents",
    listDocuments.by,
    { zh: "文书", en: "Documents", icon: "file", group: "archive" },
    async () => (await import("./features/documents/documents-page.tsx")).DocumentsPage,
  ),
  page(
    "documents/:id",
    getDocument.by,
    undefined,
    async () => (await import("./features/documents/document-page.tsx")).DocumentPage,
  ),
];
