// A test of one channel: sent at once, its fate told to whoever pressed the button and kept in the record like any other.

import { eventTexts } from "#domain/messages/events.ts";
import { fillTemplate } from "#domain/messages/template.ts";
import type { MessageChannels } from "#domain/rows.generated.ts";
import { systemActor } from "../commands/issue.ts";
import { asActor } from "../db/transaction.ts";
import { masterKey } from "../journal/tenant-keys.ts";
import type { Services } from "../server-parts.ts";
import { deliver } from "./deliver.ts";
import type { Fate } from "./fate.ts";
import { newSend } from "./spread.ts";

const EVENT = "channel.test";

export interface TestAddress {
  readonly channel: MessageChannels;
  readonly sealed: string | null;
  readonly address: string;
  readonly sendId: string;
}

export async function tryChannel(
  services: Services,
  tenantId: string,
  { channel, sealed, address, sendId }: TestAddress,
  given: Readonly<Record<string, string>>,
): Promise<Fate> {
  const now = services.clock.now();
  const words = { ...given, 渠道: channel.name };
  const text = fillTemplate(eventTexts[EVENT].body, words);
  const subject = { type: "messageChannels", id: channel.id };
  const fate = await deliver({
    ...{ channel, sealed, address, master: await masterKey(services.dataDir) },
    outside: { privateTargets: services.privateTargets },
    letter: { id: sendId, text, event: EVENT, subject, words, createdAt: now },
    now: Date.parse(now),
  });
  const row = newSend({ tenantId, messageId: sendId, channelId: channel.id, address, event: EVENT, text, now });
  // A test is tried once: the person at the button tries again.
  const end =
    fate.kind === "sent"
      ? { state: "sent" as const, sentAt: now }
      : { state: "failed" as const, fateCode: fate.problem.code, fateParams: JSON.stringify(fate.problem.params) };
  await asActor(services.database, tenantId, systemActor("messages.test"), ({ db }) =>
    db
      .insertInto("messageSends")
      .values({ ...row, ...end, id: sendId, attempts: 1, triedAt: now })
      .execute(),
  );
  return fate;
}
