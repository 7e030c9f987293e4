// `bihuan import enterprises FILE [--dry-run] [--json] [--tenant ID]`: the subdistrict's list into its register.
// `bihuan import laws PATH` and `bihuan import catalogue FILE` are next door, in files of their names.
import { readFile } from "node:fs/promises";
import { v7 as uuidv7 } from "uuid";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { Problem } from "#domain/kernel/result.ts";
import { scopeOfList } from "#domain/organization/list-scope.ts";
import { problemText } from "#domain/problems.ts";
import { defaultThresholds } from "#domain/scope/thresholds.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { refuseByFileSize } from "#server/files/spreadsheet.ts";
import { planImport } from "#server/imports/plan-import.ts";
import { readList } from "#server/imports/read-list.ts";
import { readImportGround } from "#server/imports/read-register.ts";
import { runImport, startImport } from "#server/imports/save-import.ts";
import type { Services } from "#server/server-parts.ts";
import { runCatalogueImport } from "./import-catalogue.ts";
import { dryRunEnterpriseImport, type ImportSummary, printImportSummary } from "./import-enterprises-dry-run.ts";
import { importHazardFile, printHazardImport } from "./import-hazards.ts";
import { runLawImport } from "./import-laws.ts";
import { takeBackImport } from "./take-back-import.ts";
import { option, withInstance } from "./with-instance.ts";

const USAGE = "bihuan import enterprises FILE [--dry-run] [--json] [--tenant ID]";
const USAGE_TAKE_BACK = "bihuan import take-back [IMPORT] [--tenant ID]";
const USAGE_LAWS = "bihuan import laws PATH [--dry-run] [--json]";
const USAGE_CATALOGUE = "bihuan import catalogue FILE [--dry-run] [--json]";
const USAGE_HAZARDS = "bihuan import hazards FILE [--photos DIR] [--dry-run] [--json] [--tenant ID]";
const KINDS = ["enterprises", "hazards", "laws", "catalogue"];

export async function run(args: readonly string[]): Promise<number> {
  const [what, file] = args;
  if (what === "take-back") return withInstance(({ services }) => takeBack(services, args));
  if (!KINDS.includes(what ?? "") || !file || file.startsWith("--")) {
    console.error(`${USAGE}\n${USAGE_TAKE_BACK}\n${USAGE_LAWS}\n${USAGE_CATALOGUE}\n${USAGE_HAZARDS}`);
    return 2;
  }
  if (what === "catalogue") return runCatalogueImport(file, args);
  if (what === "laws") return runLawImport(file, args);
  const json = args.includes("--json");
  if (what === "hazards") return withInstance(({ services }) => importHazardList(services, file, args));
  const summary = args.includes("--dry-run")
    ? await dryRunEnterpriseImport(file)
    : await withInstance(({ services }) => importFile(services, file, option(args, "tenant")));
  if (!summary) return 2;
  printImportSummary(summary, json);
  return summary.accepted === 0 && summary.refused.length > 0 ? 1 : 0;
}

/** Undefined where it is not said which subdistrict the list is of. */
async function importFile(
  services: Services,
  file: string,
  wanted: string | undefined,
): Promise<ImportSummary | undefined> {
  const tenantId = await tenantNamed(services, wanted);
  return tenantId === undefined ? undefined : importEnterprises(services, tenantId, file);
}

async function importHazardList(services: Services, file: string, args: readonly string[]): Promise<number> {
  const tenantId = await tenantNamed(services, option(args, "tenant"));
  if (tenantId === undefined) return 2;
  const options = { photos: option(args, "photos"), dryRun: args.includes("--dry-run") };
  const summary = await importHazardFile(services, tenantId, file, options);
  printHazardImport(summary, args.includes("--json"));
  return summary.accepted + summary.known === 0 && summary.refused.length > 0 ? 1 : 0;
}

async function takeBack(services: Services, args: readonly string[]): Promise<number> {
  const tenantId = await tenantNamed(services, option(args, "tenant"));
  if (tenantId === undefined) return 2;
  const [, named] = args;
  return takeBackImport(services, tenantId, named?.startsWith("--") ? undefined : named);
}

/** The only subdistrict, or the one that was named; undefined with their list printed where it is not said which. */
async function tenantNamed(services: Services, wanted: string | undefined): Promise<string | undefined> {
  const tenants = await services.database.global
    .selectFrom("tenants")
    .select(["id", "name"])
    .where("kind", "=", "subdistrict")
    .orderBy("createdAt")
    .execute();
  const [only] = tenants.length === 1 ? tenants : [];
  const tenant = wanted ? tenants.find((one) => one.id === wanted) : only;
  if (!tenant) {
    for (const one of tenants) console.error(`${one.id}  ${one.name}`);
    console.error("Name one: --tenant ID");
  }
  return tenant?.id;
}

/** The same flow as the office's page, as the system, for the whole file at once. */
export async function importEnterprises(services: Services, tenantId: string, file: string): Promise<ImportSummary> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return refusedFile({ code: "spreadsheet.missing", params: { file } });
  const bySize = refuseByFileSize(bytes.byteLength);
  if (bySize) return refusedFile(bySize.problem);
  const list = await readList(bytes, { repairs: [], dropped: [], newCommunities: [] }, undefined);
  if (!list.ok) return refusedFile(list.problem);
  const actor = systemActor("import");
  const day = dayOf(services.clock.now());
  const ground = await asActor(services.database, tenantId, actor, (tx) => readImportGround(tx, day), {
    readOnly: true,
  });
  const { reading } = list.value;
  const plan = planImport(reading, ground, uuidv7);
  const sender = { accountKey: "system:import", actor, tenantId, membershipId: null };
  const importing = { services, sender, operationId: uuidv7(), plan };
  await startImport(importing);
  const result = await runImport(importing);
  const rows = plan.entries.map(({ row }) => row);
  const scope = scopeOfList(rows, ground.scheme ?? defaultThresholds);
  return {
    accepted: result.accepted,
    updated: result.updated,
    scope: scope.counts,
    warnings: [...reading.warnings, ...scope.warnings].sort((left, right) => left.row - right.row),
    refused: plan.refused.map(({ row, field, reason }) => ({ row, field, reason })),
  };
}

function refusedFile(problem: Problem): ImportSummary {
  const refused = [{ row: 0, field: "file", reason: problemText(problem) }];
  return { accepted: 0, updated: 0, scope: { a: 0, b: 0, none: 0 }, warnings: [], refused };
}
