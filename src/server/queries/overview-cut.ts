// What an overview is cut down to: the day, the year asked for, and one community or all.
import { type SqlBool, sql } from "kysely";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Condition } from "./visibility.ts";

export interface OverviewCut {
  readonly day: LocalDate;
  readonly community: string | undefined;
  /** The same cut as every link carries it on. */
  readonly filter: Record<string, string>;
}

export function overviewCut(day: LocalDate, query: { year?: number; community?: string }): OverviewCut {
  return {
    day,
    community: query.community,
    filter: {
      ...(query.year === undefined ? {} : { year: String(query.year) }),
      ...(query.community ? { community: query.community } : {}),
    },
  };
}

/** Rows of `alias` within the cut's community. */
export function within({ community }: OverviewCut, alias: string): Condition {
  return community ? sql<SqlBool>`${sql.ref(`${alias}.communityId`)} = ${community}::uuid` : sql<SqlBool>`true`;
}
