// The released versions of instruments, newest first in time, each with whether it holds on a day.
import { sql } from "kysely";
import type { VersionForce } from "#api/law-search.ts";
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Database } from "../db/pool.ts";
import { inForce } from "./search-articles.ts";

export interface VersionOnDay {
  readonly instrumentId: string;
  readonly version: number;
  readonly docNumber: string;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly articleCount: number;
  readonly force: VersionForce;
}

export async function instrumentVersionsOf(
  db: Database["global"],
  ids: readonly string[],
  day: LocalDate,
): Promise<readonly VersionOnDay[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<VersionOnDay, "force"> & { holds: boolean | null }>`
    select v.instrument_id, v.version, v.doc_number, v.effective_from, v.effective_to, v.article_count, ${inForce("v", day)} as holds
    from instrument_versions v
    where v.instrument_id = any(${[...ids]}::text[]) and v.state = 'released'
    order by coalesce(v.effective_from, v.passed_on, v.effective_to) desc nulls last, v.version desc`.execute(db);
  return rows.map(({ holds, ...row }) => ({ ...row, force: holds ? "inForce" : forceOf(row, day) }));
}

function forceOf({ effectiveFrom }: Pick<VersionOnDay, "effectiveFrom">, day: LocalDate): VersionForce {
  if (effectiveFrom === null) return "dateUnknown";
  return effectiveFrom > day ? "notYet" : "ended";
}
