// Every page of the office app, in the order of the menu. A page more is one line more here, or in law-pages.
import { listFileReadings } from "#api/access-log.ts";
import { listBatches } from "#api/batches.ts";
import { getClimbingRules } from "#api/climbing.ts";
import { listContracts } from "#api/contracts.ts";
import { listDelegatedItems } from "#api/delegated-items.ts";
import { getDocument, listDocuments } from "#api/documents.ts";
import { listRegisters } from "#api/enterprise-registers.ts";
import { getEnterpriseFile, listEnterprises } from "#api/enterprises.ts";
import { postPaperList } from "#api/hazard-imports.ts";
import { getHazard, listHazards } from "#api/hazards.ts";
import { postImport } from "#api/imports.ts";
import { listKeyEnterprises } from "#api/key-enterprises.ts";
import { listMemberUnits } from "#api/member-units.ts";
import { getMessageSettings, listInbox, listSends } from "#api/messages.ts";
import { getOverview } from "#api/overview.ts";
import { listPeople } from "#api/people.ts";
import { getPlanBoard } from "#api/plan.ts";
import { getResponsibility } from "#api/responsibility.ts";
import { listRollups } from "#api/rollups.ts";
import { listSchemes } from "#api/schemes.ts";
import { listScopeDecisions } from "#api/scope-decisions.ts";
import { listServiceRecords } from "#api/service-records.ts";
import { getTip, listTips } from "#api/tips.ts";
import { listWorkItems } from "#api/work-items.ts";
import { roles } from "#domain/access/roles.ts";
import { lawPages } from "./law-pages.tsx";
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
    "responsibility",
    getResponsibility.by,
    { zh: "责任表", en: "Responsibility", icon: "users" },
    async () => (await import("./features/responsibility/responsibility-page.tsx")).ResponsibilityPage,
  ),
  page(
    "messages",
    listInbox.by,
    { zh: "消息", en: "Messages", icon: "bell", group: "archive" },
    async () => (await import("./features/messages/inbox-page.tsx")).InboxPage,
  ),
  page(
    "message-settings",
    getMessageSettings.by,
    { zh: "消息设置", en: "Message settings", icon: "bell", group: "analysis" },
    async () => (await import("./features/messages/settings-page.tsx")).MessageSettingsPage,
  ),
  page(
    "message-sends",
    listSends.by,
    { zh: "发送记录", en: "Sendings", icon: "route", group: "analysis" },
    async () => (await import("./features/messages/sends-page.tsx")).SendsPage,
  ),
  page(
    "enterprises",
    listEnterprises.by,
    { zh: "企业", en: "Enterprises", icon: "factory" },
    async () => (await import("./features/registry/registry-page.tsx")).RegistryPage,
  ),
  page(
    "enterprises/import",
    postImport.by,
    { zh: "导入名单", en: "Import list", icon: "upload", group: "archive" },
    async () => (await import("./features/import/import-page.tsx")).ImportPage,
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
    "hazards/import",
    postPaperList.by,
    { zh: "导入纸质台账", en: "Import from paper", icon: "upload", group: "archive" },
    async () => (await import("./features/import/paper-page.tsx")).PaperImportPage,
  ),
  page(
    "hazards/:id",
    getHazard.by,
    undefined,
    async () => (await import("./features/hazards/hazard-page.tsx")).HazardPage,
  ),
  page(
    "plan",
    getPlanBoard.by,
    { zh: "计划与派工", en: "Plan", icon: "calendar" },
    async () => (await import("./features/plan/plan-page.tsx")).PlanPage,
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
  page(
    "batches",
    listBatches.by,
    { zh: "三批企业", en: "Three batches", icon: "flag", group: "archive" },
    async () => (await import("./features/batches/batches-page.tsx")).BatchesPage,
  ),
  page(
    "key-enterprises",
    listKeyEnterprises.by,
    { zh: "重点隐患企业", en: "Key-hazard enterprises", icon: "eye", group: "archive" },
    async () => (await import("./features/key-enterprises/key-enterprises-page.tsx")).KeyEnterprisesPage,
  ),
  page(
    "registers",
    listRegisters.by,
    { zh: "企业台账", en: "Registers", icon: "book", group: "archive" },
    async () => (await import("./features/registers/registers-page.tsx")).RegistersPage,
  ),
  page(
    "tips",
    listTips.by,
    { zh: "线索投诉", en: "Tips and complaints", icon: "horn" },
    async () => (await import("./features/tips/tips-page.tsx")).TipsPage,
  ),
  page("tips/:id", getTip.by, undefined, async () => (await import("./features/tips/tip-page.tsx")).TipPage),
  page(
    "service-records",
    listServiceRecords.by,
    { zh: "服务记录", en: "Service records", icon: "speaker", group: "archive" },
    async () => (await import("./features/service-records/service-records-page.tsx")).ServiceRecordsPage,
  ),
  page(
    "contracts",
    listContracts.by,
    { zh: "机构与合同", en: "Contracts", icon: "deal", group: "archive" },
    async () => (await import("./features/contracts/contracts-page.tsx")).ContractsPage,
  ),
  page(
    "scope",
    listScopeDecisions.by,
    { zh: "纳入认定", en: "Scope", icon: "list", group: "archive" },
    async () => (await import("./features/scope/scope-page.tsx")).ScopePage,
  ),
  page(
    "scheme",
    listSchemes.by,
    { zh: "服务方案", en: "Scheme", icon: "gear", group: "analysis" },
    async () => (await import("./features/scheme/scheme-page.tsx")).SchemePage,
  ),
  page(
    "member-units",
    listMemberUnits.by,
    { zh: "成员单位与派单", en: "Member units", icon: "users", group: "analysis" },
    async () => (await import("./features/member-units/member-units-page.tsx")).MemberUnitsPage,
  ),
  page(
    "delegated-items",
    listDelegatedItems.by,
    { zh: "赋权事项", en: "Delegated items", icon: "gavel", group: "analysis" },
    async () => (await import("./features/delegated-items/delegated-items-page.tsx")).DelegatedItemsPage,
  ),
  page(
    "climbing",
    getClimbingRules.by,
    { zh: "催办与升级", en: "Reminders and climbing", icon: "bell", group: "analysis" },
    async () => (await import("./features/climbing/climbing-page.tsx")).ClimbingPage,
  ),
  page(
    "people",
    listPeople.by,
    { zh: "人员", en: "People", icon: "users", group: "analysis" },
    async () => (await import("./features/people/people-page.tsx")).PeoplePage,
  ),
  page(
    "readings",
    listFileReadings.by,
    { zh: "谁看过档案", en: "File readings", icon: "eye", group: "analysis" },
    async () => (await import("./features/readings/readings-page.tsx")).ReadingsPage,
  ),
  page(
    "district",
    listRollups.by,
    { zh: "各街道", en: "Subdistricts", icon: "chart" },
    async () => (await import("./features/district/district-page.tsx")).DistrictPage,
  ),
  ...lawPages,
  page("me", roles, undefined, async () => (await import("./features/me/me-page.tsx")).MePage),
];
