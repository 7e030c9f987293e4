// The scheme whose service year is asked for, or runs on a day, with its periods.
import { sql } from "kysely";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { SchemePeriods, Schemes } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

export interface SchemeOnDay {
  readonly scheme: Schemes | undefined;
  readonly periods: readonly SchemePeriods[];
  /** Service years there are schemes for, newest first. */
  readonly years: readonly number[];
}

export async function schemeOnDay(tx: Transaction, day: LocalDate, year?: number): Promise<SchemeOnDay> {
  const schemes = await tx.db
    .selectFrom("schemes")
    .selectAll()
    .where(visible(tx, "schemes"))
    .orderBy("startsOn", "desc")
    .execute();
  const scheme = chosen(schemes, day, year);
  const years = schemes.map((one) => one.serviceYear);
  if (!scheme) return { scheme, periods: [], years };
  const periods = await tx.db
    .selectFrom("schemePeriods")
    .selectAll()
    .where(visible(tx, "schemePeriods"))
    .where("schemeId", "=", scheme.id)
    .orderBy("no")
    .execute();
  return { scheme, periods, years };
}

/** The named year; else the one that runs; else the last that began; else the first to come. */
function chosen(newestFirst: readonly Schemes[], day: LocalDate, year: number | undefined): Schemes | undefined {
  if (year !== undefined) return newestFirst.find((one) => one.serviceYear === year);
  return newestFirst.find((one) => one.startsOn <= day) ?? newestFirst.at(-1);
}

export function periodState(
  period: Pick<SchemePeriods, "startsOn" | "endsOn">,
  day: LocalDate,
): "past" | "now" | "future" {
  if (period.endsOn < day) return "past";
  return period.startsOn > day ? "future" : "now";
}

/** Communities of the tenant, in the order of their names. */
export function communitiesOf(tx: Transaction) {
  return tx.db
    .selectFrom("communities")
    .select(["id", "name"])
    .where(visible(tx, "communities"))
    .orderBy(sql`name`)
    .execute();
}

/** The day R4's targets are counted on: today until the target's own day, that day ever after. */
export function targetDay(scheme: Pick<Schemes, "targetOn">, day: LocalDate): LocalDate {
  const isPast = scheme.targetOn < day;
  return isPast ? scheme.targetOn : day;
}
