// Reads of personal data leave a line; the log is append-only and the office reads it.
import { v7 as uuidv7 } from "uuid";
import { dayOf, type Instant } from "#domain/calendar/local-date.ts";
import { derivedId } from "#domain/kernel/derived-id.ts";
import type { Transaction } from "../db/transaction.ts";

/** The act under which the reading of an enterprise's file is kept. */
export const FILE_READ = "enterprise.read";

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

/**
 * One line a person, enterprise and day: who reads a file all day long does not fill the log. The line's id is made of the three,
 * so the second one is the first; most readers may not read the log themselves.
 */
export async function logFileRead(
  { db, tenantId, actor }: Transaction,
  at: Instant,
  enterpriseId: string,
): Promise<void> {
  const subject = `enterprises:${enterpriseId}`;
  const id = derivedId(enterpriseId, `${FILE_READ} ${actor.kind}:${actor.id} ${dayOf(at)}`);
  await db
    .insertInto("accessLog")
    .values({ tenantId, id, actor: `${actor.kind}:${actor.id}`, act: FILE_READ, subject, detail: null, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
