// An import taken back as a whole: what it registered goes, what it changed is as before, and with it what the import itself
// computed of scope and standardization. All of it or nothing: where somebody has built on one line since, the list says where.
import { z } from "zod";
import { type Change, type DecidedEvent, remove, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, refuse } from "../kernel/result.ts";
import { readTrace, stillAs } from "./import-entries.ts";

const IMPORT = "enterprise.import";
const NAMED = 20;

interface Loaded {
  readonly enterprises: ReadonlyMap<string, Row<"enterprises">>;
  readonly sites: ReadonlyMap<string, readonly Row<"sites">[]>;
  readonly decisions: ReadonlyMap<string, readonly Row<"scopeDecisions">[]>;
  readonly grades: ReadonlyMap<string, readonly Row<"standardizations">[]>;
  /** What stands on an enterprise beside its register row, in words. */
  readonly built: ReadonlyMap<string, string>;
}

const takeBackImport = defineCommand({
  name: "enterprise.takeBackImport",
  label: { zh: "收回导入", en: "Take back import" },
  by: ["officer", "officeLead", "system"],
  args: z.object({ operationId: z.uuid() }),
  needs: ({ operationId }) => ({
    operation: one("operations", { id: operationId }),
    entries: many("importEntries", { operationId }),
    enterprises: many("enterprises", {}),
    sites: many("sites", {}),
    decisions: many("scopeDecisions", {}),
    grades: many("standardizations", {}),
    tasks: many("tasks", {}),
    named: many("contractEnterprises", {}),
    supervisions: many("supervisions", {}),
    members: many("memberships", { scopeKind: "enterprise" }),
  }),
  decide: (state, _args, { actor, receivedAt }) => {
    const { operation, entries } = state;
    if (operation?.kind !== IMPORT) return refuse("import.not_found");
    if (operation.state === "running") return refuse("import.still_running");
    if (entries.length === 0) return refuse("import.nothing_left");
    const loaded: Loaded = {
      enterprises: new Map(state.enterprises.map((row) => [row.id, row])),
      sites: Map.groupBy(state.sites, (row) => row.enterpriseId),
      decisions: Map.groupBy(state.decisions, (row) => row.enterpriseId),
      grades: Map.groupBy(state.grades, (row) => row.enterpriseId),
      built: new Map([
        ...state.members.map((row) => [row.scopeId ?? "", "已有人员账号"] as const),
        ...state.supervisions.map((row) => [row.enterpriseId, "已记督促"] as const),
        ...state.named.map((row) => [row.enterpriseId, "已列入合同"] as const),
        ...state.tasks.map((row) => [row.enterpriseId, "已排计划"] as const),
      ]),
    };
    const faults = entries.flatMap((entry) => builtOn(entry, operation, loaded) ?? []);
    if (faults.length > 0)
      return refuse("import.built_on", {
        count: faults.length,
        list: `${faults.slice(0, NAMED).join("；")}${faults.length > NAMED ? "……" : ""}`,
      });
    const ended = update("operations", operation, {
      ...{ state: "cancelled" as const, endedAt: receivedAt },
      summary: `已由${actor.name}收回，共${entries.length}家。`,
    });
    const events = entries.map(
      (entry): DecidedEvent => ({
        subject: { type: "enterprises", id: entry.enterpriseId },
        changes: undone(entry, operation, loaded),
      }),
    );
    return ok({ events: [...events, { subject: { type: "operations", id: operation.id }, changes: [ended] }] });
  },
});

/** Why one enterprise cannot be taken back: its name with what was done since. */
function builtOn(entry: Row<"importEntries">, operation: Row<"operations">, loaded: Loaded): string | undefined {
  const { enterpriseId: id } = entry;
  const enterprise = loaded.enterprises.get(id);
  if (!enterprise) return "一家已不在名册里的企业";
  const say = (why: string) => `${enterprise.name}（${why}）`;
  const after = readTrace(entry.after);
  const sites = loaded.sites.get(id) ?? [];
  const isNew = entry.kind === "registered";
  const sitesStand =
    isNew || Object.keys(after.site).length > 0 ? sites.length === 1 && stillAs(sites[0], after.site) : true;
  if (isNew && loaded.built.has(id)) return say(loaded.built.get(id) ?? "");
  if (isNew && enterprise.agencyId !== null) return say("已委托机构");
  if (!stillAs(enterprise, after.enterprise) || !sitesStand) return say("资料后来改过");
  const later = (at: string) => operation.endedAt !== null && at > operation.endedAt;
  const decisions = (loaded.decisions.get(id) ?? []).filter((row) => isNew || row.decidedAt >= operation.startedAt);
  if (decisions.some((row) => later(row.decidedAt) || !isComputed(row))) return say("后来认定过纳入");
  const grades = (loaded.grades.get(id) ?? []).filter((row) => isNew || row.recordedAt >= operation.startedAt);
  return grades.some((row) => later(row.recordedAt)) ? say("后来登记过标准化") : undefined;
}

/** Grounds (a), (b) and none follow from the register's figures; (c) and (d) are a person's. */
function isComputed({ ground }: Row<"scopeDecisions">): boolean {
  return ground !== "c" && ground !== "d";
}

function undone(entry: Row<"importEntries">, operation: Row<"operations">, loaded: Loaded): readonly Change[] {
  const { enterpriseId: id } = entry;
  const enterprise = loaded.enterprises.get(id);
  const sites = loaded.sites.get(id) ?? [];
  const isNew = entry.kind === "registered";
  const before = readTrace(entry.before);
  const since = (at: string) => isNew || at >= operation.startedAt;
  const computed = [
    ...(loaded.decisions.get(id) ?? [])
      .filter((row) => since(row.decidedAt))
      .map((row) => remove("scopeDecisions", row)),
    ...(loaded.grades.get(id) ?? [])
      .filter((row) => since(row.recordedAt))
      .map((row) => remove("standardizations", row)),
  ];
  const back = isNew
    ? [...sites.map((row) => remove("sites", row)), ...(enterprise ? [remove("enterprises", enterprise)] : [])]
    : [
        ...(enterprise && hasColumns(before.enterprise) ? [update("enterprises", enterprise, before.enterprise)] : []),
        ...sites.flatMap((row) => (hasColumns(before.site) ? [update("sites", row, before.site)] : [])),
      ];
  return [...computed, ...back, remove("importEntries", entry)];
}

function hasColumns(columns: object): boolean {
  return Object.keys(columns).length > 0;
}

export const takeBackCommands: readonly AnyCommand[] = [takeBackImport];
