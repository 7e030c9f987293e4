// Making the plan of a service year, in portions of up to 80 enterprises: at most some thousand tasks a command.
import { z } from "zod";
import { type LocalDate, localDateSchema } from "../calendar/local-date.ts";
import { type Change, type DecidedEvent, insert, update } from "../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, type Many, many, type One, one } from "../kernel/command.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { Enterprises, Memberships, Schemes, ScopeDecisions, Sites, Tasks } from "../rows.generated.ts";
import type { Visitor } from "./diary.ts";
import { enteredOn, type ServedEnterprise } from "./owed-tasks.ts";
import { makePlan, type Plan, type PlannedTask } from "./plan.ts";
import type { Placement } from "./trips.ts";
import { isVisitingExpert, isVisitingOfficer } from "./visitor-roles.ts";

const enterpriseKey = (id: string): `enterprise ${string}` => `enterprise ${id}`;
const sitesKey = (id: string): `sites ${string}` => `sites ${id}`;
const decisionsKey = (id: string): `decisions ${string}` => `decisions ${id}`;
const tasksKey = (id: string): `tasks ${string}` => `tasks ${id}`;
const memberKey = (id: string): `member ${string}` => `member ${id}`;
const bookedKey = (id: string): `booked ${string}` => `booked ${id}`;

type MakeNeeds = {
  scheme: One<"schemes">;
  periods: Many<"schemePeriods">;
  [enterprise: `enterprise ${string}`]: One<"enterprises">;
  [sites: `sites ${string}`]: Many<"sites">;
  [decisions: `decisions ${string}`]: Many<"scopeDecisions">;
  [tasks: `tasks ${string}`]: Many<"tasks">;
  [member: `member ${string}`]: One<"memberships">;
  [booked: `booked ${string}`]: Many<"tasks">;
};

const visitorSchema = z.object({ membershipId: z.uuid(), perDay: z.int().min(1).max(20) });
type VisitorArgs = z.output<typeof visitorSchema>;

const makeArgs = z.object({
  schemeId: z.uuid(),
  operationId: z.uuid().nullish(),
  enterpriseIds: z.array(z.uuid()).min(1).max(80),
  experts: z.array(visitorSchema).min(1).max(50),
  officers: z.array(visitorSchema).min(1).max(50),
  fromDay: localDateSchema,
  /** A first phase that ends before its period does. */
  phaseEndsOn: localDateSchema.nullish(),
});

const makePlanCommand = defineCommand({
  name: "plan.make",
  label: { zh: "排计划", en: "Make plan" },
  by: ["officer", "officeLead", "system"],
  args: makeArgs,
  needs: (args) => {
    const { schemeId } = args;
    const needs: MakeNeeds = { scheme: one("schemes", { id: schemeId }), periods: many("schemePeriods", { schemeId }) };
    for (const id of args.enterpriseIds) {
      needs[enterpriseKey(id)] = one("enterprises", { id });
      needs[sitesKey(id)] = many("sites", { enterpriseId: id });
      needs[decisionsKey(id)] = many("scopeDecisions", { enterpriseId: id });
      needs[tasksKey(id)] = many("tasks", { enterpriseId: id, schemeId });
    }
    for (const { membershipId: id } of args.experts) {
      needs[memberKey(id)] = one("memberships", { id });
      needs[bookedKey(id)] = many("tasks", { expertMembershipId: id, state: "owed" });
    }
    for (const { membershipId: id } of args.officers) {
      needs[memberKey(id)] = one("memberships", { id });
      needs[bookedKey(id)] = many("tasks", { officerMembershipId: id, state: "owed" });
    }
    return needs;
  },
  decide: (state, args, context) => {
    const { scheme, periods } = state;
    if (!scheme) return refuse("scheme.not_found");
    const member = (one: VisitorArgs) => state[memberKey(one.membershipId)];
    if (!args.experts.every((one) => isVisitingExpert(member(one)))) return refuse("plan.expert_unfit");
    if (!args.officers.every((one) => isVisitingOfficer(member(one)))) return refuse("plan.officer_unfit");
    const enterprises: ServedEnterprise[] = [];
    for (const id of new Set(args.enterpriseIds)) {
      const [sites, decisions] = [state[sitesKey(id)] ?? [], state[decisionsKey(id)] ?? []];
      const served = servedBy(state[enterpriseKey(id)], sites, decisions, scheme);
      if (!served.ok) return served;
      enterprises.push(served.value);
    }
    const plan = makePlan({
      ...{ scheme, periods, enterprises, calendar: context.calendar },
      ...{ fromDay: args.fromDay, phaseEndsOn: args.phaseEndsOn },
      experts: args.experts.flatMap((one) => visitorOf(one, member(one))),
      officers: args.officers.flatMap((one) => visitorOf(one, member(one))),
      existing: enterprises.flatMap(({ id }) => state[tasksKey(id)] ?? []),
      booked: [...args.experts, ...args.officers].flatMap((one) => state[bookedKey(one.membershipId)] ?? []),
    });
    const events = enterprises.flatMap((one) => eventOf(one, plan, scheme, state[tasksKey(one.id)] ?? [], context));
    return ok({ events });
  },
});

function servedBy(
  enterprise: Enterprises | undefined,
  sites: readonly Sites[],
  decisions: readonly ScopeDecisions[],
  scheme: Schemes,
): Result<ServedEnterprise> {
  if (!enterprise) return refuse("enterprise.not_found");
  const [site] = sites.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  if (!site) return refuse("plan.no_site", { name: enterprise.name });
  const entered = enteredOn(decisions, enterprise.id, scheme.endsOn);
  if (!entered) return refuse("plan.not_in_scope", { name: enterprise.name });
  const { id, registerNo, agencyId } = enterprise;
  return ok({ id, registerNo, agencyId, communityId: site.communityId, siteId: site.id, enteredOn: entered });
}

function visitorOf({ membershipId, perDay }: VisitorArgs, member: Memberships | undefined): Visitor[] {
  if (!member) return [];
  const agencyId = member.scopeKind === "agency" ? member.scopeId : null;
  return [{ membershipId, perDay, agencyId, validFrom: member.validFrom, validTo: member.validTo }];
}

function eventOf(
  enterprise: ServedEnterprise,
  plan: Plan,
  scheme: Schemes,
  existing: readonly Tasks[],
  context: Context,
): DecidedEvent[] {
  const made = plan.tasks.filter((task) => task.enterprise.id === enterprise.id);
  const changes: Change[] = [
    ...made.map((task) => insert("tasks", taskRow(task, scheme, context))),
    ...existing.flatMap((task) => {
      const placement = plan.dated.get(task.id);
      return placement ? [update("tasks", task, { ...placement, firstPlannedOn: firstDayOf(task, placement) })] : [];
    }),
  ];
  return changes.length === 0 ? [] : [{ subject: { type: "enterprises", id: enterprise.id }, changes }];
}

function firstDayOf(task: Tasks, { plannedOn }: Placement): LocalDate {
  return task.firstPlannedOn ?? plannedOn;
}

function taskRow(task: PlannedTask, scheme: Schemes, { tenantId, newId, receivedAt }: Context): Tasks {
  const { code, kind, enterprise, period, placement } = task;
  const { agencyId, communityId, siteId } = enterprise;
  return {
    ...{ tenantId, code, kind, siteId, agencyId, communityId },
    id: newId(`task ${code}`),
    schemeId: scheme.id,
    periodNo: period.no,
    periodEndsOn: period.endsOn,
    enterpriseId: enterprise.id,
    madeByAgencyId: null,
    expertMembershipId: placement?.expertMembershipId ?? null,
    officerMembershipId: placement?.officerMembershipId ?? null,
    plannedOn: placement?.plannedOn ?? null,
    firstPlannedOn: placement?.plannedOn ?? null,
    replannedCount: 0,
    replanReason: null,
    windowFrom: null,
    windowTo: null,
    state: "owed",
    fulfilledOn: null,
    fulfilledBy: null,
    fulfilledRef: null,
    cancelledReason: null,
    replacedBy: null,
    createdAt: receivedAt,
  };
}

export const planCommands: readonly AnyCommand[] = [makePlanCommand];
