// Messages over HTTP: the inbox, the channels with secret and test, the record.
import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { getEnterprisePhone } from "#api/enterprise-phone.ts";
import { getMessageSettings, listInbox, listSends, putChannelSecret, readInbox, testChannel } from "#api/messages.ts";
import { clockOf, dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { channelKindLabels, channelSecrets } from "#domain/messages/channels.ts";
import { minutesLater } from "#domain/messages/when.ts";
import { problemText } from "#domain/problems.ts";
import { logAccess } from "../access/access-log.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { masterKey } from "../journal/tenant-keys.ts";
import { rulesOf } from "../messages/claim.ts";
import { sealSecret } from "../messages/sealed-secret.ts";
import { type TestAddress, tryChannel } from "../messages/try-channel.ts";
import { readChannels, readContact, readInboxOf, readSends, readTemplates, SENDS_PAGE } from "../queries/messages.ts";
import { visible } from "../queries/visibility.ts";
import type { Services } from "../server-parts.ts";
import { notFound, ProblemError } from "./problems.ts";
import { type MemberCall, registerMember } from "./register.ts";

const WEEK_MINUTES = 7 * 24 * 60;

export function registerMessages(app: FastifyInstance, services: Services): void {
  const { database, clock } = services;
  const run = <T>(
    { tenantId, actor }: Pick<MemberCall<unknown, unknown, unknown>, "tenantId" | "actor">,
    work: (tx: Transaction) => Promise<T>,
    readOnly = true,
  ) => asActor(database, tenantId, actor, work, { readOnly });
  const day = () => dayOf(clock.now());

  registerMember(app, services, listInbox, async (call) => ({ day: day(), ...(await run(call, readInboxOf)) }));
  registerMember(app, services, getEnterprisePhone, async (call) => {
    const found = await run(call, (tx) => phoneToCall(tx, call.params.id, clock.now()), false);
    if (!found) throw notFound();
    return found;
  });
  registerMember(app, services, readInbox, async (call) => ({
    read: await run(call, (tx) => markRead(tx, call.body.ids, clock.now()), false),
  }));
  registerMember(app, services, getMessageSettings, (call) =>
    run(call, async (tx) => ({
      day: day(),
      channels: await readChannels(tx, minutesLater(clock.now(), -WEEK_MINUTES)),
      templates: await readTemplates(tx),
      rules: await rulesOf(tx),
    })),
  );
  registerMember(app, services, putChannelSecret, async (call) => {
    await run(call, async (tx) => storeSecret(tx, services, call.params.id, call.body), false);
    return { stored: true as const };
  });
  registerMember(app, services, testChannel, async (call) => {
    const at = clock.now();
    const words = { 时间: `${spokenDay(dayOf(at))} ${clockOf(at)}`, 街道: await tenantName(services, call.tenantId) };
    const to = await run(call, async (tx) => testAddress(tx, call.params.id));
    const fate = await tryChannel(services, call.tenantId, to, words);
    return fate.kind === "sent"
      ? { sent: true, text: "对方收下了。请到群里或邮箱、手机上看看有没有到。" }
      : { sent: false, text: problemText(fate.problem) };
  });
  registerMember(app, services, listSends, (call) =>
    run(call, async (tx) => {
      const { state, page } = call.query;
      return { day: day(), page, pageSize: SENDS_PAGE, ...(await readSends(tx, state, page)) };
    }),
  );
}

async function tenantName({ database }: Services, id: string): Promise<string> {
  const row = await database.global.selectFrom("tenants").select("name").where("id", "=", id).executeTakeFirst();
  return row?.name ?? "";
}

/** A number shown in full is personal data: the reading stands in the log beside those of the file. */
async function phoneToCall(tx: Transaction, id: string, now: string) {
  const row = await tx.db
    .selectFrom("enterprises")
    .select(["principalName as name", "principalPhone as phone"])
    .where(visible(tx, "enterprises"))
    .where("id", "=", id)
    .executeTakeFirst();
  if (row?.phone) await logAccess(tx, now, { act: "enterprise.phone", subject: `enterprises:${id}` });
  return row;
}

async function markRead(tx: Transaction, ids: readonly string[], now: string): Promise<number> {
  const result = await tx.db
    .updateTable("messages")
    .set({ readAt: now })
    .where(visible(tx, "messages"))
    .where("id", "in", [...ids])
    .where("readAt", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

async function channelOf(tx: Transaction, id: string) {
  const channel = await tx.db
    .selectFrom("messageChannels")
    .selectAll()
    .where(visible(tx, "messageChannels"))
    .where("id", "=", id)
    .executeTakeFirst();
  if (!channel) throw notFound();
  return channel;
}

async function storeSecret(tx: Transaction, { clock, dataDir }: Services, id: string, given: unknown): Promise<void> {
  const channel = await channelOf(tx, id);
  const secret = channelSecrets[channel.kind].safeParse(given);
  if (!secret.success) {
    const [issue] = secret.error.issues;
    throw new ProblemError(400, "message.channel_settings", {
      field: issue?.path.join(".") || "密钥",
      detail: issue?.message ?? "",
    });
  }
  const sealed = sealSecret(await masterKey(dataDir), channel, secret.data);
  const row = { tenantId: tx.tenantId, channelId: id, sealed, storedAt: clock.now() };
  await tx.db
    .insertInto("messageSecrets")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["tenantId", "channelId"]).doUpdateSet({ sealed, storedAt: row.storedAt }),
    )
    .execute();
}

/** A robot's test goes to its group, a personal channel's to whoever tests it. */
async function testAddress(tx: Transaction, id: string): Promise<TestAddress> {
  const channel = await channelOf(tx, id);
  const contact = await readContact(tx);
  const own = { email: contact.email, sms: contact.phone, wecom: "", dingtalk: "", webhook: "" }[channel.kind];
  if (own === null) throw new ProblemError(409, "message.no_address", { kind: channelKindLabels[channel.kind].zh });
  const stored = await tx.db
    .selectFrom("messageSecrets")
    .select("sealed")
    .where("tenantId", "=", tx.tenantId)
    .where("channelId", "=", id)
    .executeTakeFirst();
  return { channel, sealed: stored?.sealed ?? null, address: own, sendId: randomUUID() };
}
