// From a message to its sendings: the tenant's wording is filled in, and each channel that wants the event gets a row for
// each address. Nothing leaves the house here.
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { personalKinds } from "#domain/messages/channels.ts";
import { eventTexts, isMessageEvent } from "#domain/messages/events.ts";
import { fillTemplate } from "#domain/messages/template.ts";
import type { MessageChannels, MessageSends } from "#domain/rows.generated.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import type { Services } from "../server-parts.ts";

const A_TIME = 200;
const MOBILE = /^1\d{10}$/;
const namesSchema = z.array(z.string());
export const wordsSchema = z.record(z.string(), z.string());

interface NewMessage {
  readonly id: string;
  readonly event: string;
  readonly membershipId: string | null;
  readonly enterpriseId: string | null;
  readonly words: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly principalPhone: string | null;
}

/** Spreads up to 200 new messages of a tenant; answers how many. Two processes never take the same one. */
export function spreadMessages({ database, clock }: Services, tenantId: string): Promise<number> {
  return asActor(database, tenantId, systemActor("messages.spread"), async (tx) => {
    const messages = await newMessages(tx);
    if (messages.length === 0) return 0;
    const channels = await tx.db.selectFrom("messageChannels").selectAll().where("active", "=", true).execute();
    const templates = await tx.db.selectFrom("messageTemplates").select(["event", "body"]).execute();
    const bodies = new Map(templates.map(({ event, body }) => [event, body]));
    const now = clock.now();
    for (const message of messages) {
      const { id, event } = message;
      const text = isMessageEvent(event)
        ? fillTemplate(bodies.get(event) ?? eventTexts[event].body, wordsSchema.parse(JSON.parse(message.words)))
        : null;
      await tx.db.updateTable("messages").set({ text, state: "spread" }).where("id", "=", id).execute();
      const sends = text ? channels.flatMap((channel) => sendsOf(channel, message, text, now)) : [];
      if (sends.length === 0) continue;
      await tx.db
        .insertInto("messageSends")
        .values(sends)
        .onConflict((conflict) => conflict.constraint("message_sends_once").doNothing())
        .execute();
    }
    return messages.length;
  });
}

function newMessages(tx: Transaction): Promise<NewMessage[]> {
  return tx.db
    .selectFrom("messages as m")
    .leftJoin("messageContacts as c", (join) =>
      join.onRef("c.tenantId", "=", "m.tenantId").onRef("c.membershipId", "=", "m.membershipId"),
    )
    .leftJoin("enterprises as e", (join) =>
      join.onRef("e.tenantId", "=", "m.tenantId").onRef("e.id", "=", "m.enterpriseId"),
    )
    .select([
      "m.id",
      "m.event",
      "m.membershipId",
      "m.enterpriseId",
      "m.words",
      "c.email",
      "c.phone",
      "e.principalPhone",
    ])
    .where("m.tenantId", "=", tx.tenantId)
    .where("m.state", "=", "new")
    .orderBy("m.createdAt")
    .orderBy("m.id")
    .limit(A_TIME)
    .forUpdate("m")
    .skipLocked()
    .execute();
}

function sendsOf(channel: MessageChannels, message: NewMessage, text: string, now: string): MessageSends[] {
  if (!namesSchema.parse(JSON.parse(channel.events)).includes(message.event)) return [];
  const address = addressOf(channel, message);
  if (address === undefined) return [];
  return [
    newSend({
      tenantId: channel.tenantId,
      messageId: message.id,
      channelId: channel.id,
      address,
      text,
      now,
      event: message.event,
    }),
  ];
}

/** Where the channel reaches the addressee; a group's robot has no address but itself. */
function addressOf({ kind }: MessageChannels, message: NewMessage): string | undefined {
  const forGroups = message.membershipId === null && message.enterpriseId === null;
  if (!personalKinds.has(kind)) return forGroups ? "" : undefined;
  if (kind === "email") return message.email ?? undefined;
  const phone = (message.phone ?? message.principalPhone ?? "").replaceAll(/^\+86|-/g, "");
  return MOBILE.test(phone) ? phone : undefined;
}

/** A sending that is due at once. */
export function newSend(send: {
  readonly tenantId: string;
  readonly messageId: string;
  readonly channelId: string;
  readonly address: string;
  readonly event: string;
  readonly text: string;
  readonly now: string;
}): MessageSends {
  const { now, ...rest } = send;
  return {
    ...rest,
    id: uuidv7(),
    state: "waiting",
    attempts: 0,
    ...{ nextAt: now, createdAt: now, triedAt: null, sentAt: null, fateCode: null, fateParams: null, digestId: null },
  };
}
