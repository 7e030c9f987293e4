// Every page of the office app, in the order of the menu. A page more is one line more here.
import { getEnterpriseFile, listEnterprises } from "#api/enterprises.ts";
import { getOverview } from "#api/overview.ts";
import { type ConsolePage, page } from "./shell/page.ts";

export const pages: readonly ConsolePage[] = [
  page(
    "overview",
    getOverview.by,
    { zh: "总览", en: "Overview", icon: "grid" },
    async () => (await import("./features/overview/overview-page.tsx")).OverviewPage,
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
];
