// The scheme's period a day lies in: periods are dated rows, never a formula.
import type { LocalDate } from "../calendar/local-date.ts";
import { schemeOn } from "../calendar/rectification-deadline.ts";
import type { Row } from "../kernel/entities.ts";

export interface SchemeRows {
  readonly schemes: readonly Row<"schemes">[];
  readonly periods: readonly Row<"schemePeriods">[];
}

export interface PeriodOfDay {
  readonly schemeId: string;
  readonly periodNo: number;
  readonly periodEndsOn: LocalDate;
}

export function periodOn({ schemes, periods }: SchemeRows, day: LocalDate): PeriodOfDay | undefined {
  const scheme = schemeOn(schemes, day);
  const period = periods.find((row) => row.schemeId === scheme?.id && row.startsOn <= day && day <= row.endsOn);
  return period && { schemeId: period.schemeId, periodNo: period.no, periodEndsOn: period.endsOn };
}
