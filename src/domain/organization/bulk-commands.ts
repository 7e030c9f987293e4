// Acts on many enterprises at once: one event a changed enterprise, all or nothing within one command.
import { z } from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import { type Change, type DecidedEvent, decided, insert, update } from "../kernel/change.ts";
import { type AnyCommand, defineCommand, type Many, many, type One, one } from "../kernel/command.ts";
import { ok, type Refused, refuse } from "../kernel/result.ts";
import { optionalText } from "../kernel/text.ts";
import type { Communities, Enterprises, Sites, Tasks } from "../rows.generated.ts";
import { standardizationGrades } from "./enterprise-row.ts";
import { faultOfEngagement } from "./grant.ts";
import { handOver, needsOfHanging, needsOfOpen, type OpenNeeds } from "./hand-over.ts";
import { entryOf } from "./import-entries.ts";
import { insertEntry, type RegisterEntry, registerEntrySchema, updateEntry } from "./register-entry.ts";
import { takeBackCommands } from "./take-back-import.ts";

interface Register {
  readonly enterprises: readonly Enterprises[];
  readonly sites: readonly Sites[];
  readonly communities: readonly Communities[];
}

/**
 * Up to 500 lines of the subdistrict's list. The sender has matched each line to an enterprise that is there, or given it a new id.
 * A blank never erases; a line that says nothing new gives no event.
 */
const importEnterprises = defineCommand({
  name: "enterprise.import",
  label: { zh: "导入企业名单", en: "Import enterprises" },
  by: ["officer", "officeLead", "system"],
  args: z.object({ operationId: z.uuid().nullish(), rows: z.array(registerEntrySchema).min(1).max(500) }),
  needs: (args) => ({
    operation: one("operations", { id: args.operationId ?? undefined }),
    entries: many("importEntries", { operationId: args.operationId ?? undefined }),
    enterprises: many("enterprises", {}),
    sites: many("sites", {}),
    communities: many("communities", {}),
  }),
  decide: (state, args, { tenantId, receivedAt }) => {
    if (state.operation && state.operation.state !== "running") return refuse("operation.not_running");
    const fault = faultOfRows(state, args.rows);
    if (fault) return fault;
    const known = new Map(state.enterprises.map((row) => [row.id, row]));
    const sites = Map.groupBy(state.sites, (site) => site.enterpriseId);
    const traced = new Set(state.entries.map((entry) => entry.enterpriseId));
    const events = args.rows.flatMap((row) => {
      const enterprise = known.get(row.enterpriseId);
      const changes = enterprise
        ? updateEntry(row, enterprise, onlyOf(sites.get(enterprise.id)))
        : insertEntry(row, tenantId, receivedAt);
      const { operation } = state;
      const entry =
        operation && !traced.has(row.enterpriseId)
          ? entryOf(operation, row.enterpriseId, changes, { enterprise, site: onlyOf(sites.get(row.enterpriseId)) })
          : undefined;
      return eventOf(row.enterpriseId, entry ? [...changes, entry] : changes);
    });
    return ok({ events });
  },
});

function onlyOf(sites: readonly Sites[] = []): Sites | undefined {
  return sites.length === 1 ? sites[0] : undefined;
}

function eventOf(enterpriseId: string, changes: readonly Change[]): DecidedEvent[] {
  return changes.length === 0 ? [] : [{ subject: { type: "enterprises", id: enterpriseId }, changes }];
}

/** Numbers, codes and ids stand once, in the list and against the register; communities are there. */
function faultOfRows(register: Register, rows: readonly RegisterEntry[]): Refused | undefined {
  const communities = new Set(register.communities.map((community) => community.id));
  const known = new Set(register.enterprises.map((row) => row.id));
  const numbers = new Map(register.enterprises.map((row) => [row.registerNo, row.id]));
  const codes = new Map(register.enterprises.map((row) => [row.creditCode, row.id]));
  const seen = new Set<string>();
  for (const { enterpriseId, registerNo, creditCode, communityId, name } of rows) {
    if (seen.has(enterpriseId)) return refuse("enterprise.twice_in_list", { name });
    seen.add(enterpriseId);
    if (communityId && !communities.has(communityId)) return refuse("community.not_found_for", { name });
    const isNew = !known.has(enterpriseId);
    const numberHolder = numbers.get(registerNo);
    if (isNew && numberHolder && numberHolder !== enterpriseId) {
      return refuse("enterprise.number_taken", { registerNo, name });
    }
    const codeHolder = creditCode ? codes.get(creditCode) : undefined;
    if (codeHolder && codeHolder !== enterpriseId)
      return refuse("enterprise.code_taken", { name, creditCode: creditCode ?? "" });
    if (isNew) numbers.set(registerNo, enterpriseId);
    if (creditCode) codes.set(creditCode, enterpriseId);
  }
  return undefined;
}

const enterpriseKey = (id: string): `enterprise ${string}` => `enterprise ${id}`;
const sitesKey = (id: string): `sites ${string}` => `sites ${id}`;
const owedKey = (id: string): `owed ${string}` => `owed ${id}`;
const gradesKey = (id: string): `grades ${string}` => `grades ${id}`;
const entriesKey = (id: string): `entries ${string}` => `entries ${id}`;
const papersKey = (id: string): `papers ${string}` => `papers ${id}`;

type EntrustNeeds = {
  engagement: One<"agencyEngagements">;
  [enterprise: `enterprise ${string}`]: One<"enterprises">;
  [sites: `sites ${string}`]: Many<"sites">;
  [owed: `owed ${string}`]: Many<"tasks">;
  [grades: `grades ${string}`]: Many<"standardizations">;
  [entries: `entries ${string}`]: Many<"registerEntries">;
  [papers: `papers ${string}`]: Many<"photoSlots">;
} & OpenNeeds;

/** The agency that serves these enterprises from now on: enterprise, sites, standardization, registers, what is owed and what is open. */
const entrustEnterprises = defineCommand({
  name: "enterprise.entrust",
  label: { zh: "委托机构", en: "Entrust to agency" },
  by: ["officer", "officeLead", "system"],
  args: z.object({
    enterpriseIds: z.array(z.uuid()).min(1).max(200),
    agencyId: z.uuid(),
    operationId: z.uuid().nullish(),
  }),
  needs: (args) => {
    const engagement = one("agencyEngagements", { agencyId: args.agencyId });
    const needs: EntrustNeeds = { ...needsOfOpen(args.enterpriseIds), engagement };
    for (const id of args.enterpriseIds) {
      needs[enterpriseKey(id)] = one("enterprises", { id });
      needs[sitesKey(id)] = many("sites", { enterpriseId: id });
      needs[owedKey(id)] = many("tasks", { enterpriseId: id, state: "owed" });
      needs[gradesKey(id)] = many("standardizations", { enterpriseId: id });
      needs[entriesKey(id)] = many("registerEntries", { enterpriseId: id });
      needs[papersKey(id)] = many("photoSlots", { enterpriseId: id, purpose: "register" });
    }
    return needs;
  },
  needsMore: ({ enterpriseIds, agencyId }, state) => needsOfHanging(state, enterpriseIds, agencyId),
  decide: (state, { enterpriseIds, agencyId }, { today }) => {
    const fault = faultOfEngagement(state.engagement, today);
    if (fault) return fault;
    const events: DecidedEvent[] = [];
    for (const id of new Set(enterpriseIds)) {
      const enterprise = state[enterpriseKey(id)];
      if (!enterprise) return refuse("enterprise.not_found");
      const changes = [
        ...(enterprise.agencyId === agencyId ? [] : [update("enterprises", enterprise, { agencyId })]),
        ...others(state[sitesKey(id)], agencyId).map((site) => update("sites", site, { agencyId })),
        ...others(state[owedKey(id)], agencyId).map((task) => update("tasks", task, handedOver(task, agencyId))),
        ...others(state[gradesKey(id)], agencyId).map((row) => update("standardizations", row, { agencyId })),
        ...others(state[entriesKey(id)], agencyId).map((row) => update("registerEntries", row, { agencyId })),
        ...others(state[papersKey(id)], agencyId).map((row) => update("photoSlots", row, { agencyId })),
        ...handOver(state, id, agencyId),
      ];
      events.push(...eventOf(id, changes));
    }
    return ok({ events });
  },
});

function others<R extends { readonly agencyId: string | null }>(rows: readonly R[] = [], agencyId: string): R[] {
  return rows.filter((row) => row.agencyId !== agencyId);
}

/** An expert of the former agency does not come any more; the planned day stays. */
function handedOver(task: Tasks, agencyId: string): Partial<Tasks> {
  return { agencyId, ...(task.expertMembershipId !== null && { expertMembershipId: null }) };
}

/** State and grade of safety standardization from a day on (R4); dated rows, none overwritten. */
const recordStandardization = defineCommand({
  name: "standardization.record",
  label: { zh: "登记标准化", en: "Record standardization" },
  by: ["officer", "officeLead", "agencyLead", "system"],
  args: z.object({
    standardizationId: z.uuid(),
    enterpriseId: z.uuid(),
    state: z.enum(["none", "creating", "applied", "graded", "revoked"]),
    grade: z.enum(standardizationGrades).nullish(),
    certificateNo: optionalText(100),
    validTo: localDateSchema.nullish(),
    effectiveFrom: localDateSchema,
  }),
  needs: (args) => ({
    known: one("standardizations", { id: args.standardizationId }),
    enterprise: one("enterprises", { id: args.enterpriseId }),
  }),
  decide: ({ known, enterprise }, args, { tenantId, actor, receivedAt }) => {
    if (known) return refuse("standardization.known");
    if (!enterprise) return refuse("enterprise.not_found");
    if (args.state === "graded" && !args.grade) return refuse("standardization.grade_missing");
    if (args.validTo && args.validTo < args.effectiveFrom) return refuse("standardization.days_reversed");
    const { standardizationId: id, enterpriseId, state, certificateNo, effectiveFrom } = args;
    const row = {
      ...{ tenantId, id, enterpriseId, state, certificateNo, effectiveFrom },
      agencyId: enterprise.agencyId,
      communityId: enterprise.communityId,
      grade: args.grade ?? null,
      validTo: args.validTo ?? null,
      recordedAt: receivedAt,
      recordedByName: actor.name,
    };
    return ok(decided("standardizations", id, [insert("standardizations", row)]));
  },
});

export const bulkCommands: readonly AnyCommand[] = [
  importEnterprises,
  ...takeBackCommands,
  entrustEnterprises,
  recordStandardization,
];
