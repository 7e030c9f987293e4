// hazard.import: a hazard already on paper. It is marked imported, needs none of R7's parts, and hangs on a visit that is marked
// too: of no task, no period and nobody's membership, so it is counted as no inspection and paid by no contract. From then on
// an open one is rectified, re-inspected and closed like any other.
import { z } from "zod";
import { daysBetween, instantAt, type LocalDate, localDateSchema } from "../calendar/local-date.ts";
import { rectificationDueOn } from "../calendar/rectification-deadline.ts";
import { type Decision, decided, insert } from "../kernel/change.ts";
import { type AnyCommand, type Context, defineCommand, many, one } from "../kernel/command.ts";
import { derivedId } from "../kernel/derived-id.ts";
import type { Row } from "../kernel/entities.ts";
import { ok, type Refused, type Result, refuse } from "../kernel/result.ts";
import { optionalText, text } from "../kernel/text.ts";
import { expectPhoto, photosSchema } from "../visit/photo-slot.ts";
import { actLine } from "./act.ts";
import { holderOf } from "./holder.ts";
import { untouchedHazard } from "./record.ts";
import type { Hazard } from "./statuses.ts";

const importArgs = z.object({
  siteId: z.uuid(),
  enterpriseId: z.uuid(),
  family: z.enum(["records", "onSite"]),
  place: text(200),
  description: text(2000),
  advice: optionalText(2000),
  foundOn: localDateSchema,
  /** As written on paper; without one, half a month from the day it was found. */
  dueOn: localDateSchema.nullish(),
  /** The day it was closed on paper; an open one has none. */
  closedOn: localDateSchema.nullish(),
  photos: photosSchema.default([]),
  /** File and row. */
  importedFrom: text(200),
});
export type ImportHazardArgs = z.output<typeof importArgs>;

/** The same line of the same enterprise gives the same hazard, so a second import finds it there. */
export function importedHazardId(
  args: Pick<ImportHazardArgs, "enterpriseId" | "foundOn" | "place" | "description">,
): string {
  return derivedId(args.enterpriseId, `paper:${args.foundOn}:${args.place}:${args.description}`);
}

function importedVisitId({ enterpriseId, siteId, foundOn }: ImportHazardArgs): string {
  return derivedId(enterpriseId, `paper-visit:${siteId}:${foundOn}`);
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
const ON_PAPER = "纸质台账";
const NOT_WRITTEN = "纸质台账未写";
const DEFAULT_DAYS = 15;

interface State {
  readonly known: Hazard | undefined;
  readonly enterprise: Row<"enterprises"> | undefined;
  readonly site: Row<"sites"> | undefined;
  readonly visit: Row<"visits"> | undefined;
  readonly ofVisit: readonly Hazard[];
}

export const importHazardCommands: readonly AnyCommand[] = [
  defineCommand({
    name: "hazard.import",
    label: { zh: "导入纸质台账的隐患", en: "Import a hazard from paper" },
    by: ["officeLead", "system"],
    args: importArgs,
    needs: (args) => ({
      known: one("hazards", { id: importedHazardId(args) }),
      enterprise: one("enterprises", { id: args.enterpriseId }),
      site: one("sites", { id: args.siteId }),
      visit: one("visits", { id: importedVisitId(args) }),
      ofVisit: many("hazards", { visitId: importedVisitId(args) }),
    }),
    decide: (state, args, context) => importHazard(state, args, context),
  }),
];

function importHazard(state: State, args: ImportHazardArgs, context: Context): Result<Decision> {
  const { known, enterprise, site, visit } = state;
  if (known) return refuse("import.hazard_known", { number: known.number });
  if (!enterprise || !site || site.enterpriseId !== enterprise.id) return refuse("import.enterprise_unknown");
  const agencyId = site.agencyId ?? enterprise.agencyId;
  const fault = faultOfPaper(args, { enterprise, site }, context.today);
  if (fault || !agencyId) return fault ?? refuse("import.no_agency", { name: enterprise.name });
  const onPaper = visit ?? paperVisit(enterprise, site, agencyId, args, context);
  const hazard = hazardOf(onPaper, state.ofVisit.length + 1, args, context);
  const line = actLine(hazard, context, {
    ...{ command: "hazard.import", step: 1, statusAfter: hazard.status, note: args.importedFrom },
    ...{ data: { number: hazard.number, closedOn: hazard.closedOn }, visitId: onPaper.id, onBehalf: false },
  });
  const photos = args.photos.map((photo) => expectPhoto(photo, "hazard", { ...hazard, hazardId: hazard.id }));
  const changes = [...(visit ? [] : [insert("visits", onPaper)]), insert("hazards", hazard), ...photos, line];
  return ok(decided("hazards", hazard.id, changes));
}

/** What is wrong with a line before anything is written: also asked by a preview. */
export function faultOfPaper(
  { foundOn, closedOn }: Pick<ImportHazardArgs, "foundOn" | "closedOn">,
  { enterprise, site }: { readonly enterprise: Row<"enterprises">; readonly site: Row<"sites"> },
  today: LocalDate,
): Refused | undefined {
  if (!(site.agencyId ?? enterprise.agencyId)) return refuse("import.no_agency", { name: enterprise.name });
  if (foundOn > today || (closedOn ?? "") > today) return refuse("import.in_the_future", { foundOn, today });
  if (closedOn && closedOn < foundOn) return refuse("import.days_reversed", { foundOn, closedOn });
  return undefined;
}

function hazardOf(visit: Row<"visits">, sequence: number, args: ImportHazardArgs, context: Context): Hazard {
  const due = args.dueOn ?? rectificationDueOn(args.foundOn, DEFAULT_DAYS);
  const closed = args.closedOn
    ? ({ status: "closed", closedOn: args.closedOn, closedHow: "reinspected" } as const)
    : ({ status: "open" } as const);
  const begun = { ...untouchedHazard, ...closed, severity: "general" as const };
  return {
    ...begun,
    ...{ tenantId: context.tenantId, id: importedHazardId(args) },
    number: `${visit.taskCode}-${String(sequence).padStart(2, "0")}`,
    ...{ visitId: visit.id, siteId: visit.siteId, enterpriseId: visit.enterpriseId, agencyId: visit.agencyId },
    ...{ madeByAgencyId: visit.madeByAgencyId, communityId: visit.communityId },
    ...{ itemCode: "PAPER", family: args.family, place: args.place, description: args.description },
    ...{ advice: args.advice ?? NOT_WRITTEN, standard: NOT_WRITTEN, noPhotoReason: null, severityCase: null },
    ...{ suspectedAt: null, severityDueAt: null, stopUseAdvice: null, importedFrom: args.importedFrom },
    ...{ foundOn: args.foundOn, foundPeriodNo: null, repeatOf: null },
    ...{ deadlineRule: "scheme", deadlineDays: Math.max(0, daysBetween(args.foundOn, due)), deadlineReason: null },
    ...{ clockStartedOn: args.foundOn, servedAt: null, rectificationDue: due },
    ...{ holder: holderOf(begun), heldSince: instantAt(args.closedOn ?? args.foundOn) },
  };
}

/** Finished, of kind re-inspection: only an inspection counts as served, and only a task's fulfilment is owed or paid. */
function paperVisit(
  enterprise: Row<"enterprises">,
  site: Row<"sites">,
  agencyId: string,
  args: ImportHazardArgs,
  context: Context,
): Row<"visits"> {
  const at = instantAt(args.foundOn);
  const noPlace = { arrivedLat: null, arrivedLng: null, arrivedAccuracy: null };
  const noDeparture = { departedLat: null, departedLng: null, departedAccuracy: null };
  return {
    ...{ tenantId: context.tenantId, id: importedVisitId(args), kind: "reinspection", status: "finished" },
    taskCode: `DR-${enterprise.registerNo}-${site.id.slice(-4)}-${args.foundOn.replaceAll("-", "")}`,
    ...{ siteId: site.id, enterpriseId: enterprise.id, enterpriseName: enterprise.name },
    ...{ agencyId, madeByAgencyId: agencyId, communityId: site.communityId },
    ...{ expertMembershipId: NOBODY, expertName: ON_PAPER, inspectedOn: args.foundOn, periodNo: null },
    ...{ arrivedAt: at, departedAt: at, ...noPlace, ...noDeparture },
    ...{ accompaniedBy: null, accompaniedName: null, accompanimentReason: null },
    ...{ enterprisePerson: null, enterprisePersonRole: null, checkedItems: 0 },
    ...{ discardedPhotos: null, discardReasons: null, importedFrom: args.importedFrom },
  };
}
