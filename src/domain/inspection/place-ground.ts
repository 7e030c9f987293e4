// What the register knows of a place, as a checklist is built by it: tags of the site, trade and risk of the enterprise, the
// season of the day.
import type { LocalDate } from "../calendar/local-date.ts";
import { seasonsOfMonth } from "../law/catalogue/profile.ts";
import type { Enterprises } from "../rows.generated.ts";
import type { ChecklistGround } from "./built-checklist.ts";
import type { SiteTag } from "./checklist-tags.ts";

/** C3311 or 3311 before the trade's words (GB/T 4754); words alone say no code. */
const TRADE_CODE = /^[A-T]?\d{2,4}(?!\d)|^[A-T](?![A-Za-z])/;

type Known = Pick<Enterprises, "industry" | "riskLevel">;

/** A site without tags is asked everything. Whether a holiday is near is not known here, so its items are asked. */
export function groundOfPlace(
  tags: readonly SiteTag[],
  enterprise: Known | undefined,
  day: LocalDate,
): ChecklistGround {
  return {
    tags: tags.length > 0 ? tags : null,
    trade: enterprise?.industry?.toUpperCase().match(TRADE_CODE)?.[0] ?? null,
    risk: enterprise?.riskLevel ?? null,
    seasons: [...seasonsOfMonth(Number(day.slice(5, 7))), "holiday"],
  };
}
