// Saves a planned import: communities, register in portions, scope, standardization, under one operation with progress.
// Every step is a command of the write path. Sent again for the same file it finds what is there and adds nothing twice.
import { v7 as uuidv7 } from "uuid";
import type { ImportResult } from "#api/imports.ts";
import { dayOf } from "#domain/calendar/local-date.ts";
import type { EnterpriseRow } from "#domain/organization/enterprise-row.ts";
import type { Standardizations } from "#domain/rows.generated.ts";
import { asActor } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";
import { type ChainSender, sendInChain } from "./command-chain.ts";
import { countsOf } from "./import-preview.ts";
import type { ImportPlan, PlannedEntry } from "./plan-import.ts";
import { groundsOn, type ImportGround, readImportGround } from "./read-register.ts";
import { type Verdict, verdictsOf } from "./scope-verdicts.ts";

const ROWS_A_COMMAND = 500;
const VERDICTS_A_COMMAND = 200;

export interface ImportRun {
  readonly services: Services;
  readonly sender: ChainSender;
  readonly operationId: string;
  readonly plan: ImportPlan;
}

export async function startImport({ services, sender, operationId, plan }: ImportRun): Promise<void> {
  const args = { operationId, kind: "enterprise.import", total: plan.entries.length };
  await sendInChain(services.writePath, sender, "operation.start", args);
}

/** Ends the operation whatever happens: done with what was done, or failed with the sentence of what stopped it. */
export async function runImport(run: ImportRun): Promise<ImportResult> {
  const { services, sender, operationId } = run;
  const end = (state: "done" | "failed", summary: string) =>
    sendInChain(services.writePath, sender, "operation.end", { operationId, state, summary });
  try {
    const result = await saveAll(run);
    await end("done", JSON.stringify(result));
    return result;
  } catch (error) {
    // Where it was cancelled meanwhile, ending it again is refused; the first reason is the one to tell.
    await end("failed", error instanceof Error ? error.message : "导入没有完成").catch(() => {});
    throw error;
  }
}

async function saveAll(run: ImportRun): Promise<ImportResult> {
  const { services, sender, plan } = run;
  for (const community of plan.newCommunities)
    await sendInChain(services.writePath, sender, "community.register", community);
  await saveRegister(run);
  const ground = await groundOf(run);
  const verdicts = await saveScope(run, ground);
  const standardizations = await saveStandardizations(run, ground);
  const { changes: _changes, refusedRows, ...counts } = countsOf(plan);
  return {
    accepted: plan.entries.length,
    ...counts,
    refusedRows,
    communities: plan.newCommunities.length,
    scope: scopeMoves(verdicts, ground, dayOf(services.clock.now())),
    standardizations,
  };
}

async function saveRegister({ services, sender, operationId, plan }: ImportRun): Promise<void> {
  for (let from = 0; from < plan.entries.length; from += ROWS_A_COMMAND) {
    const portion = plan.entries.slice(from, from + ROWS_A_COMMAND);
    const rows = portion.filter(({ state }) => state !== "unchanged").map(({ entry }) => entry);
    if (rows.length > 0) await sendInChain(services.writePath, sender, "enterprise.import", { operationId, rows });
    await sendInChain(services.writePath, sender, "operation.advance", {
      ...{ operationId, done: from + portion.length },
      summary: "正在存入名册",
    });
  }
}

/** Read again after the register was saved: the figures scope is decided on are the stored ones. */
function groundOf({ services, sender }: ImportRun): Promise<ImportGround> {
  const day = dayOf(services.clock.now());
  return asActor(services.database, sender.tenantId, sender.actor, (tx) => readImportGround(tx, day), {
    readOnly: true,
  });
}

async function saveScope(run: ImportRun, ground: ImportGround): Promise<readonly Verdict[]> {
  const { services, sender, operationId, plan } = run;
  const { scheme } = ground;
  if (!scheme) return [];
  const day = dayOf(services.clock.now());
  const listed = new Set(plan.entries.map(({ entry }) => entry.enterpriseId));
  const enterprises = ground.enterprises.filter(({ id }) => listed.has(id));
  const verdicts = verdictsOf(enterprises, groundsOn(ground.decisions, day), scheme, day, uuidv7);
  for (let from = 0; from < verdicts.length; from += VERDICTS_A_COMMAND) {
    const decisions = verdicts.slice(from, from + VERDICTS_A_COMMAND);
    await sendInChain(services.writePath, sender, "scope.recompute", { schemeId: scheme.id, operationId, decisions });
  }
  return verdicts;
}

function scopeMoves(verdicts: readonly Verdict[], { decisions }: ImportGround, day: string): ImportResult["scope"] {
  const held = groundsOn(decisions, day);
  const left = verdicts.filter(({ decision }) => decision === "out").length;
  const moved = verdicts.filter(({ decision, enterpriseId }) => decision === "in" && held.has(enterpriseId)).length;
  return { entered: verdicts.length - left - moved, left, moved };
}

/** A grade the list states is recorded where the register does not know it yet. */
async function saveStandardizations({ services, sender, plan }: ImportRun, ground: ImportGround): Promise<number> {
  const day = dayOf(services.clock.now());
  const newest = new Map<string, Standardizations>();
  for (const row of ground.standardizations.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom)))
    newest.set(row.enterpriseId, row);
  let recorded = 0;
  for (const { row, entry } of plan.entries) {
    if (!saysMore(row, newest.get(entry.enterpriseId))) continue;
    await sendInChain(services.writePath, sender, "standardization.record", {
      ...{ standardizationId: uuidv7(), enterpriseId: entry.enterpriseId, state: "graded" },
      effectiveFrom: effectiveFrom(row, day),
      grade: row.standardizationGrade,
      certificateNo: row.standardizationCertificateNo,
      validTo: row.standardizationValidTo,
    });
    recorded += 1;
  }
  return recorded;
}

function saysMore(row: PlannedEntry["row"], known: Standardizations | undefined): boolean {
  if (!row.standardizationGrade) return false;
  const { standardizationCertificateNo: number, standardizationValidTo: until } = row;
  return (
    known?.state !== "graded" ||
    known.grade !== row.standardizationGrade ||
    (number !== null && number !== known.certificateNo) ||
    (until !== null && until !== known.validTo)
  );
}

/** A certificate that ran out is known from its last day on, so that it never counts today. */
function effectiveFrom(row: EnterpriseRow, day: string): string {
  const until = row.standardizationValidTo;
  return until !== null && until < day ? until : day;
}
