// What an import would do, for the person who checks it before anything is saved.
import type { ImportPreview } from "#api/imports.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import { scopeOfList } from "#domain/organization/list-scope.ts";
import { defaultThresholds } from "#domain/scope/thresholds.ts";
import { type ImportPlan, type PlannedEntry, planImport } from "./plan-import.ts";
import type { ReadList } from "./read-list.ts";
import { groundsOn, type ImportGround } from "./read-register.ts";
import { groundAfter } from "./scope-verdicts.ts";

const MOST_WARNINGS = 300;

export function importPreview(
  list: ReadList,
  ground: ImportGround,
  day: LocalDate,
  makeId: () => string,
): ImportPreview {
  const { reading, sheet } = list;
  const plan = planImport(reading, ground, makeId);
  const listed = scopeOfList(reading.enterprises, ground.scheme ?? defaultThresholds);
  const warnings = [...reading.warnings, ...listed.warnings].sort((left, right) => left.row - right.row);
  const { headRows, titles, columns, revenue } = reading.layout;
  return {
    sheet: sheet.name,
    sheetNames: [...sheet.sheetNames],
    headRows: [...headRows],
    titles: [...titles],
    columns: columns.map((column) => ({ ...column, samples: [...column.samples] })),
    revenue,
    counts: { ...countsOf(plan), skipped: reading.skipped.length },
    refused: [...plan.refused],
    warnings: warnings.slice(0, MOST_WARNINGS),
    skipped: [...reading.skipped],
    newCommunities: plan.newCommunities.map(({ name }) => name),
    roster: ground.communities.map(({ name }) => name),
    scope: ground.scheme ? { ...scopeNowAndThen(plan.entries, ground, day), ...listed.counts } : null,
  };
}

export function countsOf({ entries, refused }: ImportPlan) {
  const of = (state: PlannedEntry["state"]) => entries.filter((entry) => entry.state === state).length;
  return {
    new: of("new"),
    updated: of("updated"),
    unchanged: of("unchanged"),
    changes: entries.reduce((total, entry) => total + entry.changes, 0),
    refusedRows: new Set(refused.map((cell) => cell.row)).size,
  };
}

/** Enterprises in scope now, and once the listed ones have their new figures. */
function scopeNowAndThen(entries: readonly PlannedEntry[], ground: ImportGround, day: LocalDate) {
  const held = groundsOn(ground.decisions, day);
  const { scheme } = ground;
  if (!scheme) return { before: held.size, after: held.size };
  const after = new Set(held.keys());
  for (const { entry, stored } of entries) {
    const facts = {
      industryKind: entry.industryKind ?? stored?.industryKind ?? null,
      aboveScale: entry.aboveScale ?? stored?.aboveScale ?? null,
      mainRevenueFen: entry.mainRevenueFen ?? stored?.mainRevenueFen ?? null,
    };
    if (groundAfter(facts, scheme, held.get(entry.enterpriseId))) after.add(entry.enterpriseId);
    else after.delete(entry.enterpriseId);
  }
  return { before: held.size, after: after.size };
}
