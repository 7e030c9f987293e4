// Whose law holds where: a tenant cites its own line of divisions and no other province's (GB/T 2260 codes).
import type { InstrumentRow } from "./library-rows.ts";

/** The divisions above and at a place, nation first: 330109 → 000000, 330000, 330100, 330109. */
export function divisionLine(division: string): readonly string[] {
  const province = `${division.slice(0, 2)}0000`;
  const city = `${division.slice(0, 4)}00`;
  const county = division.slice(0, 6);
  return [...new Set(["000000", province, city, county, division])];
}

/** Whether an instrument holds at the tenant's place, given by its county's or its own longer code. */
export function isAllowedDivision(instrument: Pick<InstrumentRow, "divisionCode">, tenantDivision: string): boolean {
  return divisionLine(tenantDivision).includes(instrument.divisionCode);
}
