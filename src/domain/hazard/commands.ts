// The commands of a hazard's life up to enforcement's door. Who may and when is the table's (`transitions.ts`).
import { type AnyCommand, defineCommand, many, one } from "../kernel/command.ts";
import { acknowledge } from "./acknowledge.ts";
import * as args from "./args.ts";
import { raiseContest, settleContest } from "./contest.ts";
import { decideExtension, requestExtension } from "./extension.ts";
import { fixOnSite } from "./fix-on-site.ts";
import { importHazardCommands } from "./import-hazard.ts";
import { hazardCommandLabels } from "./labels.ts";
import { delist, listForSupervision } from "./listing.ts";
import { recordHazard } from "./record.ts";
import { rejectRectification, submitRectification, withdrawRectification } from "./rectification.ts";
import { failReinspection, passReinspection } from "./reinspection.ts";
import { confirmMajor, setSeverityBack, suspectMajor } from "./severity.ts";
import { type HazardCommand, rolesOf } from "./transitions.ts";
import { planTreatment } from "./treatment-plan.ts";
import { confirmVoid, proposeVoid } from "./void.ts";

/** Name, label and roles of a command, from the table. */
export function headOf(name: HazardCommand) {
  return { name, label: hazardCommandLabels[name], by: rolesOf(name) };
}

/** The hazard and what may hang on it; every act on a hazard needs these. */
export function hazardNeeds({ hazardId }: { readonly hazardId: string }) {
  return {
    hazard: one("hazards", { id: hazardId }),
    extensions: many("extensions", { hazardId }),
    referrals: many("referrals", { hazardId }),
  };
}

export const hazardCommands: readonly AnyCommand[] = [
  defineCommand({
    ...headOf("hazard.record"),
    args: args.recordArgs,
    needs: ({ hazardId, visitId, repeatOf }, { tenantId }) => ({
      hazard: one("hazards", { id: hazardId }),
      earlier: one("hazards", { id: repeatOf ?? undefined }),
      visit: one("visits", { id: visitId }),
      ofVisit: many("hazards", { visitId }),
      schemes: many("schemes", { tenantId }),
      periods: many("schemePeriods", { tenantId }),
    }),
    decide: (state, given, context) => recordHazard(state, given, context),
  }),
  defineCommand({
    ...headOf("hazard.fixOnSite"),
    args: args.fixOnSiteArgs,
    needs: hazardNeeds,
    needsMore: (_args, { hazard }) => ({ visit: one("visits", { id: hazard?.visitId }) }),
    decide: (state, given, context) => fixOnSite(state, given, context),
  }),
  defineCommand({
    ...headOf("hazard.acknowledge"),
    args: args.acknowledgeArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => acknowledge(state, given, context),
  }),
  defineCommand({
    ...headOf("rectification.submit"),
    args: args.submitArgs,
    needs: (given, { tenantId }) => ({ ...hazardNeeds(given), schemes: many("schemes", { tenantId }) }),
    decide: (state, given, context) => submitRectification(state, given, context),
  }),
  defineCommand({
    ...headOf("rectification.withdraw"),
    args: args.withdrawArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => withdrawRectification(state, given, context),
  }),
  defineCommand({
    ...headOf("rectification.reject"),
    args: args.rejectArgs,
    needs: (given, { tenantId }) => ({ ...hazardNeeds(given), schemes: many("schemes", { tenantId }) }),
    decide: (state, given, context) => rejectRectification(state, given, context),
  }),
  defineCommand({
    ...headOf("reinspection.pass"),
    args: args.passArgs,
    needs: reinspectionNeeds,
    decide: (state, given, context) => passReinspection(state, given, context),
  }),
  defineCommand({
    ...headOf("reinspection.fail"),
    args: args.failArgs,
    needs: reinspectionNeeds,
    decide: (state, given, context) => failReinspection(state, given, context),
  }),
  defineCommand({
    ...headOf("extension.request"),
    args: args.requestExtensionArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => requestExtension(state, given, context),
  }),
  defineCommand({
    ...headOf("extension.decide"),
    args: args.decideExtensionArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => decideExtension(state, given, context),
  }),
  defineCommand({
    ...headOf("severity.suspect"),
    args: args.suspectArgs,
    needs: (given, { tenantId }) => ({ ...hazardNeeds(given), schemes: many("schemes", { tenantId }) }),
    decide: (state, given, context) => suspectMajor(state, given, context),
  }),
  defineCommand({
    ...headOf("severity.confirm"),
    args: args.confirmSeverityArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => confirmMajor(state, given, context),
  }),
  defineCommand({
    ...headOf("severity.setBack"),
    args: args.setBackArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => setSeverityBack(state, given, context),
  }),
  ...importHazardCommands,
  ...majorHazardCommands(),
  defineCommand({
    ...headOf("contest.raise"),
    args: args.raiseContestArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => raiseContest(state, given, context),
  }),
  defineCommand({
    ...headOf("contest.settle"),
    args: args.settleContestArgs,
    needs: (given, { tenantId }) => ({ ...hazardNeeds(given), schemes: many("schemes", { tenantId }) }),
    decide: (state, given, context) => settleContest(state, given, context),
  }),
  defineCommand({
    ...headOf("hazard.proposeVoid"),
    args: args.proposeVoidArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => proposeVoid(state, given, context),
  }),
  defineCommand({
    ...headOf("hazard.confirmVoid"),
    args: args.confirmVoidArgs,
    needs: hazardNeeds,
    decide: (state, given, context) => confirmVoid(state, given, context),
  }),
];

/** What follows once a hazard is major: the five fixes, listing, delisting. */
function majorHazardCommands(): readonly AnyCommand[] {
  return [
    defineCommand({
      ...headOf("treatment.plan"),
      args: args.treatmentPlanArgs,
      needs: hazardNeeds,
      decide: (state, given, context) => planTreatment(state, given, context),
    }),
    defineCommand({
      ...headOf("listing.list"),
      args: args.listArgs,
      needs: (given) => ({ ...hazardNeeds(given), plans: many("treatmentPlans", { hazardId: given.hazardId }) }),
      decide: (state, given, context) => listForSupervision(state, given, context),
    }),
    defineCommand({
      ...headOf("listing.delist"),
      args: args.listArgs,
      needs: hazardNeeds,
      decide: (state, given, context) => delist(state, given, context),
    }),
  ];
}

function reinspectionNeeds(
  { hazardId, visitId }: { readonly hazardId: string; readonly visitId: string },
  { tenantId }: { readonly tenantId: string },
) {
  return {
    ...hazardNeeds({ hazardId }),
    visit: one("visits", { id: visitId }),
    acts: many("hazardActs", { hazardId }),
    schemes: many("schemes", { tenantId }),
  };
}
