// What may go out now: due rows are taken with a lease, those of quiet hours and of a busy address are put off, and what waits
// for one address becomes one delivery. A process that dies gives its rows back when the lease ends, so a message may come twice.
import { MESSAGE_RULES } from "#domain/messages/commands.ts";
import { eventTexts, isMessageEvent } from "#domain/messages/events.ts";
import { type MessageRules, minutesLater, outsideQuiet, plainRules } from "#domain/messages/when.ts";
import type { MessageChannels, MessageSends } from "#domain/rows.generated.ts";
import type { Transaction } from "../db/transaction.ts";

/** Few enough that even a slow receiver is through with them before the lease ends. */
const A_TIME = 20;
const LEASE_MINUTES = 15;

export interface Claimed {
  readonly channel: MessageChannels | undefined;
  readonly sealed: string | null;
  readonly address: string;
  /** In the order in which they were made; more than one goes as a digest. */
  readonly sends: readonly MessageSends[];
}

/** Takes what is due; `looked` is how many rows were touched, 0 when nothing is left for now. */
export async function claimSends(tx: Transaction, now: string): Promise<{ looked: number; claimed: Claimed[] }> {
  const due = await tx.db
    .selectFrom("messageSends")
    .selectAll()
    .where("tenantId", "=", tx.tenantId)
    .where("state", "in", ["waiting", "sending"])
    .where("nextAt", "<=", now)
    .orderBy("nextAt")
    .orderBy("createdAt")
    .orderBy("id")
    .limit(A_TIME)
    .forUpdate()
    .skipLocked()
    .execute();
  if (due.length === 0) return { looked: 0, claimed: [] };
  const channels = new Map(
    (await tx.db.selectFrom("messageChannels").selectAll().execute()).map((one) => [one.id, one]),
  );
  const sealed = new Map(
    (await tx.db.selectFrom("messageSecrets").select(["channelId", "sealed"]).execute()).map((one) => [
      one.channelId,
      one.sealed,
    ]),
  );
  const rules = await rulesOf(tx);
  const busy = rules.digestMinutes > 0 ? await lastSent(tx, minutesLater(now, -rules.digestMinutes)) : new Map();
  const groups = new Map<string, MessageSends[]>();
  for (const send of due) {
    const channel = channels.get(send.channelId);
    const later = channel ? putOff(send, channel, rules, busy.get(placeOf(send)), now) : now;
    if (later > now) {
      await tx.db.updateTable("messageSends").set({ nextAt: later }).where("id", "=", send.id).execute();
      continue;
    }
    const alone = channel?.kind === "webhook" || isUrgent(send) || rules.digestMinutes === 0;
    const key = alone ? send.id : placeOf(send);
    groups.set(key, [...(groups.get(key) ?? []), send]);
  }
  const taken = [...groups.values()].flat();
  for (const { id, attempts } of taken)
    await tx.db
      .updateTable("messageSends")
      .set({ state: "sending", attempts: attempts + 1, triedAt: now, nextAt: minutesLater(now, LEASE_MINUTES) })
      .where("id", "=", id)
      .execute();
  const claimed = [...groups.values()].flatMap((sends) => {
    const [first] = sends;
    if (!first) return [];
    const { channelId, address } = first;
    const counted = sends.map((send) => ({ ...send, attempts: send.attempts + 1 }));
    return [{ channel: channels.get(channelId), sealed: sealed.get(channelId) ?? null, address, sends: counted }];
  });
  return { looked: due.length, claimed };
}

const placeOf = ({ channelId, address }: MessageSends) => `${channelId} ${address}`;

function isUrgent({ event }: MessageSends): boolean {
  return isMessageEvent(event) && eventTexts[event].urgent;
}

/** A machine is told at once; a person neither at night nor again and again. */
function putOff(
  send: MessageSends,
  channel: MessageChannels,
  rules: MessageRules,
  last: string | undefined,
  now: string,
): string {
  if (channel.kind === "webhook" || isUrgent(send)) return now;
  const awake = outsideQuiet(now, rules);
  if (awake > now || !last || send.attempts > 0) return awake;
  return minutesLater(last, rules.digestMinutes);
}

async function lastSent(tx: Transaction, since: string): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom("messageSends")
    .select(["channelId", "address", "sentAt"])
    .where("tenantId", "=", tx.tenantId)
    .where("state", "=", "sent")
    .where("createdAt", ">", minutesLater(since, -7 * 24 * 60))
    .where("sentAt", ">", since)
    .orderBy("sentAt")
    .execute();
  return new Map(
    rows.flatMap((row) => (row.sentAt ? [[`${row.channelId} ${row.address}`, instantOf(row.sentAt)] as const] : [])),
  );
}

const instantOf = (stored: string) => new Date(stored).toISOString();

export async function rulesOf(tx: Transaction): Promise<MessageRules> {
  const row = await tx.db
    .selectFrom("messageRules")
    .select(["quietFrom", "quietTo", "digestMinutes"])
    .where("id", "=", MESSAGE_RULES)
    .executeTakeFirst();
  return row ?? plainRules;
}
