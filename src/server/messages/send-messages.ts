// The work of sending, run every few seconds: spread what is new, take what is due, deliver outside of any transaction, and
// write down what became of it.
import type { Problem } from "#domain/kernel/result.ts";
import { digestText } from "#domain/messages/template.ts";
import { minutesLater, pauseAfter } from "#domain/messages/when.ts";
import { problemText } from "#domain/problems.ts";
import type { MessageSends } from "#domain/rows.generated.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor, type Transaction } from "../db/transaction.ts";
import { masterKey } from "../journal/tenant-keys.ts";
import type { Services } from "../server-parts.ts";
import { type Claimed, claimSends } from "./claim.ts";
import { deliver } from "./deliver.ts";
import { type Fate, failed } from "./fate.ts";
import type { Letter } from "./gateways.ts";
import type { PostLimits } from "./guarded-post.ts";
import { spreadMessages, wordsSchema } from "./spread.ts";

const JOB = "messages.send";

/** Sends what is due in every subdistrict; answers how many deliveries were tried. */
export async function sendMessages(services: Services, stopping?: AbortSignal, limits?: PostLimits): Promise<number> {
  const tenants = await services.database.global
    .selectFrom("tenants")
    .select("id")
    .where("kind", "=", "subdistrict")
    .execute();
  let tried = 0;
  for (const { id } of tenants) {
    while (!stopping?.aborted && (await spreadMessages(services, id)) > 0);
    for (let looked = 1; looked > 0 && !stopping?.aborted; ) {
      const portion = await sendPortion(services, id, limits);
      looked = portion.looked;
      tried += portion.tried;
    }
  }
  return tried;
}

async function sendPortion(services: Services, tenantId: string, limits: PostLimits | undefined) {
  const { database, clock } = services;
  const actor = systemActor(JOB);
  const { looked, claimed } = await asActor(database, tenantId, actor, (tx) => claimSends(tx, clock.now()));
  // One channel after the other would let a slow one hold the rest.
  await Promise.all(
    Object.values(Object.groupBy(claimed, ({ channel }) => channel?.id ?? "")).map(async (groups = []) => {
      for (const group of groups) {
        const fate = await deliverGroup(services, tenantId, group, limits);
        await asActor(database, tenantId, actor, (tx) => settle(tx, group.sends, fate, clock.now()));
      }
    }),
  );
  return { looked, tried: claimed.length };
}

async function deliverGroup(
  services: Services,
  tenantId: string,
  { channel, sealed, address, sends }: Claimed,
  limits: PostLimits | undefined,
): Promise<Fate> {
  if (!channel?.active) return failed("message.channel_off");
  const letter = await letterOf(services, tenantId, sends);
  const now = Date.parse(services.clock.now());
  const outside = { privateTargets: services.privateTargets };
  const master = await masterKey(services.dataDir);
  return deliver({ outside, master, channel, sealed, address, letter, now, ...(limits ? { limits } : {}) });
}

/** What is told; of a digest the first one's subject. */
async function letterOf({ database }: Services, tenantId: string, sends: readonly MessageSends[]): Promise<Letter> {
  const [first] = sends;
  if (!first) throw new Error("a delivery without a sending");
  const message = await asActor(
    database,
    tenantId,
    systemActor(JOB),
    ({ db }) =>
      db
        .selectFrom("messages")
        .select(["subjectType", "subjectId", "words"])
        .where("tenantId", "=", tenantId)
        .where("id", "=", first.messageId)
        .executeTakeFirst(),
    { readOnly: true },
  );
  return {
    ...{ id: first.id, event: first.event, createdAt: new Date(first.createdAt).toISOString() },
    text: digestText(sends.map(({ text }) => text)),
    subject: { type: message?.subjectType ?? "", id: message?.subjectId ?? "" },
    words: message ? wordsSchema.parse(JSON.parse(message.words)) : {},
  };
}

async function settle(tx: Transaction, sends: readonly MessageSends[], fate: Fate, now: string): Promise<void> {
  const digestId = sends.length > 1 ? (sends[0]?.id ?? null) : null;
  for (const send of sends)
    await tx.db
      .updateTable("messageSends")
      .set({ ...afterTry(send, fate, now), digestId })
      .where("tenantId", "=", tx.tenantId)
      .where("id", "=", send.id)
      .execute();
}

/** What stands in the record after a try. */
function afterTry(send: MessageSends, fate: Fate, now: string) {
  if (fate.kind === "sent") return { state: "sent" as const, sentAt: now, fateCode: null, fateParams: null };
  if (fate.kind === "failed") return { state: "failed" as const, ...told(fate.problem) };
  const pause = pauseAfter(send.attempts);
  if (pause !== undefined)
    return { state: "waiting" as const, nextAt: minutesLater(now, pause), ...told(fate.problem) };
  const gaveUp = { code: "message.gave_up", params: { tries: send.attempts, last: problemText(fate.problem) } };
  return { state: "failed" as const, ...told(gaveUp) };
}

const told = ({ code, params }: Problem) => ({ fateCode: code, fateParams: JSON.stringify(params) });
