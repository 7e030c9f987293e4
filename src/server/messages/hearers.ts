// Whoever holds a membership on a day: those who can be told something.
import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";

export interface Hearer {
  readonly id: string;
  readonly role: string;
  readonly scopeId: string | null;
}

export function hearersOn(tx: Transaction, day: LocalDate): Promise<Hearer[]> {
  return tx.db
    .selectFrom("memberships")
    .select(["id", "role", "scopeId"])
    .where("tenantId", "=", tx.tenantId)
    .where("validFrom", "<=", day)
    .where((eb) => eb.or([eb("validTo", "is", null), eb("validTo", ">=", day)]))
    .execute();
}
