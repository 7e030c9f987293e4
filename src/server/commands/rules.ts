// What a decision may know of its tenant beside rows: division, working days, the law. Read once and kept.
import type { WorkingCalendar } from "#domain/calendar/working-days.ts";
import type { Library } from "#domain/law/library.ts";

export interface TenantRules {
  readonly divisionCode: string;
  readonly calendar: WorkingCalendar;
  readonly library: Library;
}

export interface RulesOf {
  (tenantId: string): Promise<TenantRules>;
  /** What is kept of every tenant is read again at the next question. */
  forget(): void;
}
