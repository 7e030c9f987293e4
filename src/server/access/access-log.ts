// Reads of personal data leave a line; the log is append-only and the office reads it.
import { v7 as uuidv7 } from "uuid";
import type { Instant } from "#domain/calendar/local-date.ts";
import type { Transaction } from "../db/transaction.ts";

export interface Access {
  /** 'link.open', 'link.refused', 'hazard.read', … */
  readonly act: string;
  /** 'accessLinks:<id>', 'hazards:<id>', … */
  readonly subject: string;
  readonly detail?: string;
}

export async function logAccess({ db, tenantId, actor }: Transaction, at: Instant, access: Access): Promise<void> {
  const row = { tenantId, id: uuidv7(), actor: `${actor.kind}:${actor.id}`, detail: access.detail ?? null, at };
  await db
    .insertInto("accessLog")
    .values({ ...row, act: access.act, subject: access.subject })
    .execute();
}
