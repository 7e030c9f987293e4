// The seam for everyone who has something to tell: rows inserted in the caller's own transaction, sent once it is committed.
// One row a person (their inbox, e-mail, SMS), one an enterprise (SMS to its principal), and one for the groups (robots, webhooks).
import type { Entity } from "#domain/kernel/entities.ts";
import type { MessageEvent } from "#domain/messages/events.ts";
import type { Transaction } from "../db/transaction.ts";

export type Addressee = { readonly membershipId: string } | { readonly enterpriseId: string } | "groups";

export interface Told {
  /** Stable for what is told and to whom: telling it again under the same id tells nothing. */
  readonly id: string;
  readonly event: MessageEvent;
  readonly to: Addressee;
  readonly subject: { readonly type: Entity; readonly id: string };
  /** The words of the event's template; see `eventTexts`. */
  readonly words: Readonly<Record<string, string>>;
}

/** Inserts messages; answers how many were new. */
export async function tell(tx: Transaction, told: readonly Told[], now: string): Promise<number> {
  if (told.length === 0) return 0;
  const rows = told.map(({ id, event, to, subject, words }) => ({
    ...{ tenantId: tx.tenantId, id, event, subjectType: subject.type, subjectId: subject.id },
    membershipId: to !== "groups" && "membershipId" in to ? to.membershipId : null,
    enterpriseId: to !== "groups" && "enterpriseId" in to ? to.enterpriseId : null,
    ...{ words: JSON.stringify(words), text: null, state: "new" as const, createdAt: now, readAt: null },
  }));
  const result = await tx.db
    .insertInto("messages")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["tenantId", "id"]).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}
