// What is told: a person's inbox and addresses, the tenant's channels and templates, and what became of each sending.
import { z } from "zod";
import { channelKinds } from "#domain/messages/channels.ts";
import { messageKeepers } from "#domain/messages/commands.ts";
import { messageEvents } from "#domain/messages/events.ts";
import { grantedRoles, platformRoles } from "#domain/organization/membership-scope.ts";
import { defineRoute } from "./route.ts";

/** Everyone who works in a subdistrict. */
const people = grantedRoles.filter((role) => !platformRoles.has(role));
const instant = z.string();

const inboxRowSchema = z.object({
  id: z.uuid(),
  event: z.enum(messageEvents),
  text: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  createdAt: instant,
  read: z.boolean(),
});
export type InboxRow = z.output<typeof inboxRowSchema>;

export const listInbox = defineRoute({
  method: "GET",
  path: "/api/v1/messages",
  summary: "My own messages, the newest 100, and the addresses I gave",
  by: people,
  response: z.object({
    day: z.iso.date(),
    unread: z.int(),
    messages: z.array(inboxRowSchema),
    contact: z.object({ email: z.string().nullable(), phone: z.string().nullable() }),
  }),
});

export const readInbox = defineRoute({
  method: "POST",
  path: "/api/v1/messages/read",
  summary: "I have read these messages",
  by: people,
  body: z.object({ ids: z.array(z.uuid()).min(1).max(100) }),
  response: z.object({ read: z.int() }),
});

const channelSchema = z.object({
  id: z.uuid(),
  kind: z.enum(channelKinds),
  name: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  events: z.array(z.string()),
  active: z.boolean(),
  /** A secret was given; whether it still fits its address, the next sending says. The secret itself is never answered. */
  hasSecret: z.boolean(),
  /** Sendings of the last seven days. */
  sent: z.int(),
  failed: z.int(),
  waiting: z.int(),
});
export type Channel = z.output<typeof channelSchema>;

const templateSchema = z.object({ event: z.enum(messageEvents), body: z.string(), own: z.boolean() });

export const getMessageSettings = defineRoute({
  method: "GET",
  path: "/api/v1/message-settings",
  summary: "Channels, templates and quiet hours of the tenant; no secret",
  by: messageKeepers,
  response: z.object({
    day: z.iso.date(),
    channels: z.array(channelSchema),
    templates: z.array(templateSchema),
    rules: z.object({ quietFrom: z.string(), quietTo: z.string(), digestMinutes: z.int() }),
  }),
});

const channelId = z.object({ id: z.uuid() });

export const putChannelSecret = defineRoute({
  method: "PUT",
  path: "/api/v1/message-channels/:id/secret",
  summary: "Seal a channel's secret for its present address; it is not answered again",
  by: messageKeepers,
  params: channelId,
  body: z.record(z.string().max(20), z.string().max(500)),
  response: z.object({ stored: z.literal(true) }),
});

export const testChannel = defineRoute({
  method: "POST",
  path: "/api/v1/message-channels/:id/test",
  summary: "Send a test now, to me or to the channel's group, and say what became of it",
  by: messageKeepers,
  params: channelId,
  response: z.object({ sent: z.boolean(), text: z.string() }),
});

export const sendStates = ["waiting", "sending", "sent", "failed"] as const;

const sendSchema = z.object({
  id: z.uuid(),
  event: z.string(),
  channelName: z.string(),
  /** With its middle hidden. */
  address: z.string(),
  text: z.string(),
  state: z.enum(sendStates),
  attempts: z.int(),
  createdAt: instant,
  nextAt: instant,
  sentAt: instant.nullable(),
  /** The sentence of the last failure. */
  fate: z.string().nullable(),
  digest: z.boolean(),
});
export type SendRow = z.output<typeof sendSchema>;

export const listSends = defineRoute({
  method: "GET",
  path: "/api/v1/message-sends",
  summary: "Every sending and what became of it, a page of 50",
  by: [...messageKeepers, "auditor"],
  query: z.object({
    state: z.enum(sendStates).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  response: z.object({
    day: z.iso.date(),
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(sendSchema),
  }),
});
