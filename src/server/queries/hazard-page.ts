// One hazard on one page: its row, what happened, law, photos, what hangs on it, and what this role may do now.
import { sql } from "kysely";
import type { HazardLine, HazardPage } from "#api/hazards.ts";
import { handsOver } from "#api/referrals.ts";
import { type Role, roleLabels, roles } from "#domain/access/roles.ts";
import { addDays, type LocalDate } from "#domain/calendar/local-date.ts";
import { schemeForClock } from "#domain/calendar/rectification-deadline.ts";
import { findCommand } from "#domain/commands.ts";
import { packagedStates } from "#domain/enforcement/statuses.ts";
import { deskActsNow, referralGrounds } from "#domain/hazard/acts-now.ts";
import { timesCarried } from "#domain/hazard/due.ts";
import { caseWords, listedCases } from "#domain/hazard/major-cases.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import { stepsOf } from "#domain/hazard/steps.ts";
import type { Library } from "#domain/law/library.ts";
import type { HazardActs, Hazards } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { delegatedOn } from "./delegated-items.ts";
import { hazardDocuments, hazardHangings, readActs, sightBefore } from "./hazard-hangings.ts";
import { routingOf } from "./hazard-routing.ts";
import { hazardColumns, hazardRowOf, hazardTables } from "./hazards.ts";
import { visible } from "./visibility.ts";

const SCHEME_DAYS = 15;

export async function findHazardPage(
  tx: Transaction,
  id: string,
  day: LocalDate,
  library: Library,
): Promise<HazardPage | undefined> {
  const hazard = await tx.db
    .selectFrom("hazards")
    .selectAll()
    .where(visible(tx, "hazards"))
    .where("id", "=", id)
    .executeTakeFirst();
  if (!hazard) return undefined;
  const shown = await sql<Parameters<typeof hazardRowOf>[0]>`select ${hazardColumns()}, 1 as total
    from ${hazardTables(tx)} where ${visible(tx, "hazards", "h")} and h.id = ${id}::uuid`.execute(tx.db);
  const row = shown.rows[0];
  const visit = await tx.db
    .selectFrom("visits")
    .select(["id", "inspectedOn", "expertName", "accompaniedName"])
    .where(visible(tx, "visits"))
    .where("id", "=", hazard.visitId)
    .executeTakeFirst();
  if (!row || !visit) return undefined;
  const acts = await readActs(tx, id);
  const hangings = await hazardHangings(tx, id);
  const schemes = await tx.db.selectFrom("schemes").selectAll().where(visible(tx, "schemes")).execute();
  const site = await tx.db
    .selectFrom("sites")
    .select("name")
    .where(visible(tx, "sites"))
    .where("id", "=", hazard.siteId)
    .executeTakeFirst();
  return {
    day,
    hazard: { ...hazardRowOf(row), ...detailsOf(hazard), siteName: site?.name ?? null },
    visit,
    timesCarried: await carriedTo(tx, hazard, day),
    before: await sightBefore(tx, hazard),
    steps: stepsOf(hazard, acts).map(({ step, state, lines }) => ({ step, state, lines: lines.map(lineOf) })),
    events: acts.toReversed().map(lineOf),
    ...hangings,
    extensions: hangings.extensions.map((one) => ({ ...one, askedUntil: askedUntil(hazard, one) })),
    documents: await hazardDocuments(tx, hazard),
    acts: [...deskActsNow(tx.actor.role, hazard, hangings.referrals, day, hangings.plans.length > 0)],
    packagedReferral: packagedReferral(tx.actor.role, hangings.referrals),
    ...(await routingOf(tx, hazard)),
    delegatedItems: hazard.referralProposed ? await delegatedOn(tx, day) : [],
    majorCases: hazard.severity === "suspectedMajor" ? casesOf(library) : [],
    maySupervise: isOpen(hazard) && (findCommand("supervision.record")?.by.includes(tx.actor.role) ?? false),
    referralGrounds: referralGrounds(hazard, day),
    schemeDays: schemeForClock(schemes, day)?.rectificationDays ?? SCHEME_DAYS,
  };
}

async function carriedTo(tx: Transaction, hazard: Hazards, day: LocalDate): Promise<number> {
  if (!isOpen(hazard)) return 0;
  const periods = await tx.db
    .selectFrom("schemePeriods")
    .select("endsOn")
    .where(visible(tx, "schemePeriods"))
    .execute();
  return timesCarried(hazard.foundOn, periods, day);
}

/** The newest that was decided. */
function packagedReferral(role: Role, referrals: HazardPage["referrals"]): string | null {
  if (!handsOver.includes(role)) return null;
  return referrals.find(({ state }) => packagedStates.some((one) => one === state))?.id ?? null;
}

function casesOf(library: Library): HazardPage["majorCases"] {
  return listedCases(library).map((one) => ({ id: one.id, words: caseWords(one), conditions: [...one.conditions] }));
}

function askedUntil(hazard: Hazards, extension: { readonly daysNeeded: number }): LocalDate | null {
  return hazard.rectificationDue && addDays(hazard.rectificationDue, extension.daysNeeded);
}

function detailsOf(hazard: Hazards) {
  const { siteId, advice, standard, itemCode, noPhotoReason, severityCase, listed, contestReason } = hazard;
  const { extensionPending, referralProposed, voidProposed, voidConfirmedByOffice, voidConfirmedByAgency } = hazard;
  const { refusedByEnterprise, failedRounds, rectificationDue, reinspectionDue, deadlineRule, deadlineDays } = hazard;
  const { deadlineReason, clockStartedOn, closedHow, heldSince: heldSinceAt } = hazard;
  const { suspectedAt, severityDueAt, stopUseAdvice, importedFrom } = hazard;
  return {
    ...{ siteId, advice, standard, itemCode, noPhotoReason, severityCase, listed, contestReason },
    ...{ extensionPending, referralProposed, voidProposed, voidConfirmedByOffice, voidConfirmedByAgency },
    ...{ refusedByEnterprise, failedRounds, rectificationDue, reinspectionDue, deadlineRule, deadlineDays },
    ...{
      deadlineReason,
      clockStartedOn,
      closedHow,
      heldSinceAt,
      suspectedAt,
      severityDueAt,
      stopUseAdvice,
      importedFrom,
    },
  };
}

function lineOf(act: HazardActs): HazardLine {
  const { id, command, round, actorName, onBehalf, note, occurredAt, receivedAt } = act;
  const step = act.step === null ? null : act.step;
  return {
    ...{ id, command, step, round, actorName, onBehalf, note, occurredAt, receivedAt },
    actorRole: roleWord(act.actorRole),
    means: meansOf(act),
  };
}

function roleWord(role: string): string {
  const known = roles.find((one) => one === role);
  return known ? roleLabels[known].zh : role;
}

const MEANS = ["visit", "call", "message"] as const;

/** How a supervision was done stands in the line's data. */
function meansOf({ command, data }: HazardActs): HazardLine["means"] {
  if (command !== "supervision.record" || !data) return null;
  const parsed: unknown = JSON.parse(data);
  const means = typeof parsed === "object" && parsed !== null && "means" in parsed ? parsed.means : undefined;
  return MEANS.find((one) => one === means) ?? null;
}
