// A person's inbox, the tenant's channels without their secrets, and the record of every sending.
import { sql } from "kysely";
import { z } from "zod";
import type { Channel, InboxRow, SendRow, sendStates } from "#api/messages.ts";
import { eventTexts, isMessageEvent, messageEvents } from "#domain/messages/events.ts";
import { problemText } from "#domain/problems.ts";
import type { Transaction } from "../db/transaction.ts";
import { visible } from "./visibility.ts";

const INBOX = 100;
export const SENDS_PAGE = 50;

export async function readInboxOf(tx: Transaction) {
  const rows = await tx.db
    .selectFrom("messages")
    .select(["id", "event", "text", "subjectType", "subjectId", "createdAt", "readAt"])
    .where(visible(tx, "messages"))
    .where("text", "is not", null)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(INBOX)
    .execute();
  const messages = rows.flatMap(({ event, text, readAt, ...row }): InboxRow[] =>
    isMessageEvent(event) && text !== null ? [{ ...row, event, text, read: readAt !== null }] : [],
  );
  const contact = await readContact(tx);
  return { messages, unread: messages.filter((one) => !one.read).length, contact };
}

export async function readContact(tx: Transaction) {
  const row = await tx.db
    .selectFrom("messageContacts")
    .select(["email", "phone"])
    .where(visible(tx, "messageContacts"))
    .executeTakeFirst();
  return row ?? { email: null, phone: null };
}

export async function readChannels(tx: Transaction, since: string): Promise<Channel[]> {
  const { rows } = await sql<{
    id: string;
    kind: Channel["kind"];
    name: string;
    settings: string;
    events: string;
    active: boolean;
    hasSecret: boolean;
    sent: number;
    failed: number;
    waiting: number;
  }>`
    select c.id, c.kind, c.name, c.settings, c.events, c.active, s.channel_id is not null as has_secret,
      coalesce(n.sent, 0) as sent, coalesce(n.failed, 0) as failed, coalesce(n.waiting, 0) as waiting
    from message_channels c
    left join message_secrets s on s.tenant_id = c.tenant_id and s.channel_id = c.id
    left join (select m.channel_id, count(*) filter (where m.state = 'sent') as sent, count(*) filter (where m.state = 'failed') as failed,
        count(*) filter (where m.state in ('waiting', 'sending')) as waiting
      from message_sends m where ${visible(tx, "messageSends", "m")} and m.created_at > ${since} group by m.channel_id) n on n.channel_id = c.id
    where ${visible(tx, "messageChannels", "c")} order by c.name, c.id`.execute(tx.db);
  return rows.map((row) => ({
    ...row,
    settings: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).parse(JSON.parse(row.settings)),
    events: z.array(z.string()).parse(JSON.parse(row.events)),
  }));
}

/** Every event's wording: the tenant's own, else as delivered. */
export async function readTemplates(tx: Transaction) {
  const rows = await tx.db
    .selectFrom("messageTemplates")
    .select(["event", "body"])
    .where(visible(tx, "messageTemplates"))
    .execute();
  const own = new Map(rows.map(({ event, body }) => [event, body]));
  return messageEvents.map((event) => {
    const body = own.get(event);
    return { event, body: body ?? eventTexts[event].body, own: body !== undefined };
  });
}

export async function readSends(tx: Transaction, state: (typeof sendStates)[number] | undefined, page: number) {
  let query = tx.db
    .selectFrom("messageSends as s")
    .leftJoin("messageChannels as c", (join) =>
      join.onRef("c.tenantId", "=", "s.tenantId").onRef("c.id", "=", "s.channelId"),
    )
    .select(["s.id", "s.event", "s.address", "s.text", "s.state", "s.attempts", "s.createdAt", "s.nextAt", "s.sentAt"])
    .select(["s.fateCode", "s.fateParams", "s.digestId", "c.name as channelName"])
    .select((eb) => eb.fn.countAll<number>().over().as("total"))
    .where(visible(tx, "messageSends", "s"));
  if (state) query = query.where("s.state", "=", state);
  const rows = await query
    .orderBy("s.createdAt", "desc")
    .orderBy("s.id", "desc")
    .limit(SENDS_PAGE)
    .offset((page - 1) * SENDS_PAGE)
    .execute();
  return { total: rows[0]?.total ?? 0, rows: rows.map(sendRow) };
}

interface StoredSend extends Omit<SendRow, "fate" | "digest" | "channelName"> {
  readonly fateCode: string | null;
  readonly fateParams: string | null;
  readonly digestId: string | null;
  readonly channelName: string | null;
  readonly total: number;
}

function sendRow({ fateCode, fateParams, digestId, channelName, total: _total, address, ...row }: StoredSend): SendRow {
  const params = z.record(z.string(), z.union([z.string(), z.number()])).parse(JSON.parse(fateParams ?? "{}"));
  return {
    ...row,
    channelName: channelName ?? "",
    address: hidden(address),
    fate: fateCode === null ? null : problemText({ code: fateCode, params }),
    digest: digestId !== null,
  };
}

/** '138****1234', 'zh****@street.example': enough to see whose it is. */
function hidden(address: string): string {
  const at = address.indexOf("@");
  if (at > 0) return `${address.slice(0, Math.min(2, at))}****${address.slice(at)}`;
  return address.length > 7 ? `${address.slice(0, 3)}****${address.slice(-4)}` : address;
}
