// The stored rows an import is planned on, through the asking actor's walls.

import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Schemes, ScopeDecisions, Standardizations } from "#domain/rows.generated.ts";
import { scopeOn } from "#domain/scope/scope-on.ts";
import type { Transaction } from "../db/transaction.ts";
import { schemeOnDay } from "../queries/scheme-on-day.ts";
import { visible } from "../queries/visibility.ts";
import type { StoredRegister } from "./plan-import.ts";

export interface ImportGround extends StoredRegister {
  readonly scheme: Schemes | undefined;
  readonly decisions: readonly ScopeDecisions[];
  readonly standardizations: readonly Standardizations[];
}

export async function readImportGround(tx: Transaction, day: LocalDate): Promise<ImportGround> {
  const { db } = tx;
  return {
    enterprises: await db.selectFrom("enterprises").selectAll().where(visible(tx, "enterprises")).execute(),
    sites: await db.selectFrom("sites").selectAll().where(visible(tx, "sites")).execute(),
    communities: await db
      .selectFrom("communities")
      .selectAll()
      .where(visible(tx, "communities"))
      .orderBy("name")
      .execute(),
    decisions: await db.selectFrom("scopeDecisions").selectAll().where(visible(tx, "scopeDecisions")).execute(),
    standardizations: await db
      .selectFrom("standardizations")
      .selectAll()
      .where(visible(tx, "standardizations"))
      .execute(),
    scheme: (await schemeOnDay(tx, day)).scheme,
  };
}

/** On what ground each enterprise is in scope on a day. */
export function groundsOn(decisions: readonly ScopeDecisions[], day: LocalDate): ReadonlyMap<string, string> {
  return new Map([...scopeOn(decisions, day)].map(([id, { ground }]) => [id, ground]));
}
