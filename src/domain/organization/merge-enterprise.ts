// enterprise.merge: two entries of the register are the same enterprise. Everything that stands on the one goes to the other,
// so that figures count once and what a phone sends later lands there; the entry itself stays and points to it.
import { z } from "zod";
import { type Change, type DecidedEvent, insert, remove, update } from "../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, type Loaded, many, one } from "../kernel/command.ts";
import { ok, type Refused, refuse } from "../kernel/result.ts";
import { text } from "../kernel/text.ts";
import type { Enterprises, Tasks } from "../rows.generated.ts";
import { scopeOn } from "../scope/scope-on.ts";

const mergeArgs = z.object({
  /** The entry that goes. */
  enterpriseId: z.uuid(),
  /** The one that stays. */
  intoId: z.uuid(),
  reason: text(500),
});
type Args = z.output<typeof mergeArgs>;

function needsOf({ enterpriseId, intoId }: Args) {
  return {
    gone: one("enterprises", { id: enterpriseId }),
    kept: one("enterprises", { id: intoId }),
    earlier: many("enterprises", { mergedInto: enterpriseId }),
    members: many("memberships", { scopeKind: "enterprise", scopeId: enterpriseId }),
    decisions: many("scopeDecisions", { enterpriseId }),
    keptDecisions: many("scopeDecisions", { enterpriseId: intoId }),
    grades: many("standardizations", { enterpriseId }),
    keptGrades: many("standardizations", { enterpriseId: intoId }),
    named: many("contractEnterprises", { enterpriseId }),
    keptNamed: many("contractEnterprises", { enterpriseId: intoId }),
    keptKey: one("keyEnterprises", { enterpriseId: intoId, leftOn: null }),
    keptSites: many("sites", { enterpriseId: intoId }),
    keptTasks: many("tasks", { enterpriseId: intoId }),
    ...ownedBy(enterpriseId),
  };
}

/** What goes along as it is. */
function ownedBy(enterpriseId: string) {
  return {
    sites: many("sites", { enterpriseId }),
    tasks: many("tasks", { enterpriseId }),
    visits: many("visits", { enterpriseId }),
    visitTasks: many("visitTasks", { enterpriseId }),
    findings: many("findings", { enterpriseId }),
    hazards: many("hazards", { enterpriseId }),
    routings: many("hazardRoutings", { enterpriseId }),
    citations: many("hazardCitations", { enterpriseId }),
    acts: many("hazardActs", { enterpriseId }),
    photos: many("photoSlots", { enterpriseId }),
    extensions: many("extensions", { enterpriseId }),
    treatmentPlans: many("treatmentPlans", { enterpriseId }),
    supervisions: many("supervisions", { enterpriseId }),
    referrals: many("referrals", { enterpriseId }),
    batches: many("batches", { enterpriseId }),
    keyEnterprises: many("keyEnterprises", { enterpriseId }),
    checks: many("enforcementChecks", { enterpriseId }),
    registers: many("registerEntries", { enterpriseId }),
    documents: many("documents", { enterpriseId }),
    signatures: many("signatures", { enterpriseId }),
    links: many("accessLinks", { enterpriseId }),
    linkHolders: many("accessLinkHolders", { enterpriseId }),
  };
}

type Owned = Loaded<ReturnType<typeof ownedBy>>;
type State = Loaded<ReturnType<typeof needsOf>>;

const mergeEnterprise = defineCommand({
  name: "enterprise.merge",
  label: { zh: "合并企业", en: "Merge enterprises" },
  by: ["officer", "officeLead"],
  args: mergeArgs,
  needs: needsOf,
  decide: (state, args, context) => {
    const { gone, kept } = state;
    if (!gone || !kept) return refuse("enterprise.not_found");
    const fault = faultOfMerge(gone, kept, state, context);
    if (fault) return fault;
    const merged: DecidedEvent = {
      subject: { type: "enterprises", id: gone.id },
      changes: [update("enterprises", gone, { mergedInto: kept.id }), ...leavesScope(gone, kept, state, args, context)],
    };
    const moved: DecidedEvent = {
      subject: { type: "enterprises", id: kept.id },
      changes: [
        ...sharedAgency(gone, kept, state),
        ...state.earlier.map((row) => update("enterprises", row, { mergedInto: kept.id })),
        ...state.members.map((row) => update("memberships", row, { scopeId: kept.id })),
        ...moveContracts(kept, state),
        ...moveGrades(kept, state),
        ...moveTasks(gone, kept, state),
        ...moveOwned(kept.id, state),
      ],
    };
    return ok({ events: [merged, moved] });
  },
});

function faultOfMerge(gone: Enterprises, kept: Enterprises, state: State, { today }: Context): Refused | undefined {
  if (gone.id === kept.id) return refuse("enterprise.merge_same", { name: gone.name });
  if (gone.mergedInto) return refuse("enterprise.merge_gone", { name: gone.name });
  if (kept.mergedInto) return refuse("enterprise.merge_gone", { name: kept.name });
  if (gone.creditCode && kept.creditCode) return refuse("enterprise.merge_codes", { gone: gone.name, kept: kept.name });
  if (gone.creditCode)
    return refuse("enterprise.merge_code_lost", { gone: gone.name, kept: kept.name, creditCode: gone.creditCode });
  if (gone.agencyId && kept.agencyId && gone.agencyId !== kept.agencyId)
    return refuse("enterprise.merge_agencies", { gone: gone.name, kept: kept.name });
  if (scopeOn(state.decisions, today).has(gone.id) && !scopeOn(state.keptDecisions, today).has(kept.id))
    return refuse("enterprise.merge_scope", { gone: gone.name, kept: kept.name });
  const goneKey = state.keyEnterprises.some((row) => row.leftOn === null);
  return goneKey && state.keptKey ? refuse("enterprise.merge_key", { gone: gone.name, kept: kept.name }) : undefined;
}

/** R3: who leaves the denominator says why. */
function leavesScope(gone: Enterprises, kept: Enterprises, state: State, { reason }: Args, context: Context): Change[] {
  const { tenantId, today, actor, receivedAt } = context;
  if (!scopeOn(state.decisions, today).has(gone.id)) return [];
  const evidence = `并入${kept.registerNo}号“${kept.name}”：${reason}`;
  return [
    insert("scopeDecisions", {
      ...{ tenantId, id: context.newId("out"), enterpriseId: gone.id, decision: "out", ground: "none", evidence },
      ...{ effectiveFrom: today, decidedByName: actor.name, decidedAt: receivedAt },
    }),
  ];
}

/** Where only one of the two was entrusted to an agency, it serves all of it now. */
function sharedAgency(gone: Enterprises, kept: Enterprises, state: State): Change[] {
  if (kept.agencyId || !gone.agencyId) return [];
  const { agencyId } = gone;
  return [
    update("enterprises", kept, { agencyId }),
    ...state.keptSites.map((row) => update("sites", row, { agencyId })),
    ...state.keptTasks.filter(isOwed).map((row) => update("tasks", row, { agencyId })),
  ];
}

/** A contract names an enterprise once. */
function moveContracts(kept: Enterprises, { named, keptNamed }: State): Change[] {
  const known = new Set(keptNamed.map((row) => row.contractId));
  return named.flatMap((row) => [
    remove("contractEnterprises", row),
    ...(known.has(row.contractId) ? [] : [insert("contractEnterprises", { ...row, enterpriseId: kept.id })]),
  ]);
}

/** Its grades are the other's only where that has none of its own. */
function moveGrades(kept: Enterprises, { grades, keptGrades }: State): Change[] {
  if (keptGrades.length > 0) return [];
  return grades.map((row) => update("standardizations", row, { enterpriseId: kept.id }));
}

const isOwed = (task: Tasks): boolean => task.state === "owed";

/**
 * What both owe for a period is owed once, and not at all where one of them was done; a visit begun for the one that goes is
 * taken for the one that stays.
 */
function moveTasks(gone: Enterprises, kept: Enterprises, { tasks, keptTasks }: State): Change[] {
  const agencyId = kept.agencyId ?? gone.agencyId;
  const cancelledReason = `与${kept.registerNo}号合并，同一次不重复计`;
  const inPlaceOf = (twin: Tasks) => ({ state: "cancelled" as const, cancelledReason, replacedBy: twin.id });
  const free = new Set(keptTasks.filter((task) => task.state !== "cancelled"));
  return tasks.flatMap((task) => {
    const twin = task.state === "cancelled" ? undefined : [...free].find((other) => isSameAct(task, other));
    if (twin) free.delete(twin);
    const set = { enterpriseId: kept.id, ...(isOwed(task) ? { agencyId } : {}) };
    if (twin && isOwed(task)) return [update("tasks", task, { ...set, ...inPlaceOf(twin) })];
    const spared = twin && isOwed(twin) ? [update("tasks", twin, inPlaceOf(task))] : [];
    return [update("tasks", task, set), ...spared];
  });
}

function isSameAct(task: Tasks, other: Tasks): boolean {
  return other.schemeId === task.schemeId && other.kind === task.kind && other.periodNo === task.periodNo;
}

function moveOwned(enterpriseId: string, rows: Omit<Owned, "tasks"> & Pick<State, "gone" | "kept">): Change[] {
  const set = { enterpriseId };
  const agencyId = rows.kept?.agencyId ?? rows.gone?.agencyId ?? null;
  return [
    ...rows.sites.map((row) => update("sites", row, { ...set, agencyId })),
    ...rows.visits.map((row) => update("visits", row, set)),
    ...rows.visitTasks.map((row) => update("visitTasks", row, set)),
    ...rows.findings.map((row) => update("findings", row, set)),
    ...rows.hazards.map((row) => update("hazards", row, set)),
    ...rows.routings.map((row) => update("hazardRoutings", row, set)),
    ...rows.citations.map((row) => update("hazardCitations", row, set)),
    ...rows.acts.map((row) => update("hazardActs", row, set)),
    ...rows.photos.map((row) => update("photoSlots", row, set)),
    ...rows.extensions.map((row) => update("extensions", row, set)),
    ...rows.treatmentPlans.map((row) => update("treatmentPlans", row, set)),
    ...rows.supervisions.map((row) => update("supervisions", row, set)),
    ...rows.referrals.map((row) => update("referrals", row, set)),
    ...rows.batches.map((row) => update("batches", row, set)),
    ...rows.keyEnterprises.map((row) => update("keyEnterprises", row, set)),
    ...rows.checks.map((row) => update("enforcementChecks", row, set)),
    ...rows.registers.map((row) => update("registerEntries", row, set)),
    ...rows.documents.map((row) => update("documents", row, set)),
    ...rows.signatures.map((row) => update("signatures", row, set)),
    ...rows.links.map((row) => update("accessLinks", row, set)),
    ...rows.linkHolders.map((row) => update("accessLinkHolders", row, set)),
  ];
}

export const mergeCommands: readonly AnyCommand[] = [mergeEnterprise];
