// The overview of one actor on one day, put together from its measures in one read transaction.
import type { Overview } from "#api/overview.ts";
import { addDays, type LocalDate } from "#domain/calendar/local-date.ts";
import type { SchemePeriods, Schemes } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";
import { definitions } from "./measures.ts";
import { overviewActs } from "./overview-acts.ts";
import { overviewCut } from "./overview-cut.ts";
import { type HazardSpan, overviewHazards } from "./overview-hazards.ts";
import { overviewNeeds } from "./overview-needs.ts";
import { overviewTargets } from "./overview-targets.ts";
import { communitiesOf, periodState, schemeOnDay } from "./scheme-on-day.ts";

export async function readOverview(
  tx: Transaction,
  day: LocalDate,
  query: { year?: number; community?: string },
): Promise<Overview> {
  const { scheme, periods, years } = await schemeOnDay(tx, day, query.year);
  const cut = overviewCut(day, query);
  return {
    day,
    scheme: scheme ? schemeHead(scheme, periods) : null,
    years: [...years],
    communities: await communitiesOf(tx),
    periods: periods.map(({ no, startsOn, endsOn }) => ({
      no,
      startsOn,
      endsOn,
      state: periodState({ startsOn, endsOn }, day),
    })),
    needs: await overviewNeeds(tx, cut),
    targets: await overviewTargets(tx, scheme, cut),
    acts: await overviewActs(tx, scheme, periods, cut),
    hazards: await overviewHazards(tx, cut, spanOf(scheme, periods, day)),
    definitions: { ...definitions },
  };
}

function schemeHead(scheme: Schemes, periods: readonly SchemePeriods[]): Overview["scheme"] {
  const { id, name, serviceYear, startsOn, endsOn, targetOn } = scheme;
  const each = (of: "inspections" | "supervisions" | "reinspections") =>
    periods.reduce((total, period) => total + period[of], 0);
  const owedEach = {
    inspection: each("inspections"),
    supervision: each("supervisions"),
    reinspection: each("reinspections"),
  };
  return { id, name, serviceYear, startsOn, endsOn, targetOn, owedEach };
}

/** The year up to today; without a scheme the last twelve months. */
function spanOf(scheme: Schemes | undefined, periods: readonly SchemePeriods[], day: LocalDate): HazardSpan {
  const from = scheme?.startsOn ?? addDays(day, -365);
  const to = scheme && scheme.endsOn < day ? scheme.endsOn : day;
  const running = periods.find((period) => period.startsOn <= day && day <= period.endsOn);
  return { from, to, periodFrom: running?.startsOn ?? from };
}
