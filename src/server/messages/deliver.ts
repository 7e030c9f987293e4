// One delivery by one channel: settings and secret are opened here and nowhere else.
import { type ChannelKind, type ChannelSettings, channelSettings } from "#domain/messages/channels.ts";
import type { MessageChannels } from "#domain/rows.generated.ts";
import { type Fate, failed } from "./fate.ts";
import { type Letter, postToGateway, postToWebhook } from "./gateways.ts";
import type { PostLimits } from "./guarded-post.ts";
import { mail } from "./mail.ts";
import type { Outside } from "./outside-address.ts";
import { postToDingtalk, postToWecom } from "./robots.ts";
import { openSecret } from "./sealed-secret.ts";

export interface Delivery {
  readonly outside: Outside;
  readonly master: Buffer;
  readonly channel: MessageChannels;
  readonly sealed: string | null;
  readonly address: string;
  readonly letter: Letter;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly limits?: PostLimits;
}

export async function deliver(delivery: Delivery): Promise<Fate> {
  const { outside, master, channel, sealed, address, letter, now, limits } = delivery;
  const secretless = failed("message.secret_missing");
  switch (channel.kind) {
    case "email": {
      const settings = settingsOf("email", channel.settings);
      const secret = openSecret(master, { ...channel, kind: "email" }, sealed);
      if (settings.user && !secret) return secretless;
      return mail(outside, settings, secret, address, letter, limits);
    }
    case "sms": {
      const secret = openSecret(master, { ...channel, kind: "sms" }, sealed);
      return secret
        ? postToGateway(outside, settingsOf("sms", channel.settings), secret, address, letter, limits)
        : secretless;
    }
    case "wecom": {
      const secret = openSecret(master, { ...channel, kind: "wecom" }, sealed);
      return secret
        ? postToWecom(outside, settingsOf("wecom", channel.settings), secret, letter.text, limits)
        : secretless;
    }
    case "dingtalk": {
      const secret = openSecret(master, { ...channel, kind: "dingtalk" }, sealed);
      return secret
        ? postToDingtalk(outside, settingsOf("dingtalk", channel.settings), secret, letter.text, now, limits)
        : secretless;
    }
    case "webhook": {
      const secret = openSecret(master, { ...channel, kind: "webhook" }, sealed);
      return secret
        ? postToWebhook(outside, settingsOf("webhook", channel.settings), secret, letter, now, limits)
        : secretless;
    }
  }
}

function settingsOf<K extends ChannelKind>(kind: K, settings: string): ChannelSettings<K> {
  return channelSettings[kind].parse(JSON.parse(settings)) as ChannelSettings<K>;
}
