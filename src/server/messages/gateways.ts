// An SMS gateway by HTTP, and a webhook signed over moment and body.
import { createHmac } from "node:crypto";
import type { ChannelSecret, ChannelSettings } from "#domain/messages/channels.ts";
import { gatewayFate, webhookFate } from "./answers.ts";
import type { Fate } from "./fate.ts";
import { guardedPost, type PostLimits } from "./guarded-post.ts";
import type { Outside } from "./outside-address.ts";

export interface Letter {
  /** The sending's id: the same on every try, so that a receiver can leave out what it has. */
  readonly id: string;
  readonly text: string;
  readonly event: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly words: Readonly<Record<string, string>>;
  readonly createdAt: string;
}

/** Mainland operators deliver approved templates only: the gateway gets the template's number and the text as its parameter. */
export async function postToGateway(
  outside: Outside,
  { url, template, sign }: ChannelSettings<"sms">,
  { token }: ChannelSecret<"sms">,
  phone: string,
  { id, text }: Letter,
  limits?: PostLimits,
): Promise<Fate> {
  const body = JSON.stringify({ id, phone, template, sign, params: { text } });
  const post = { url: new URL(url), headers: { authorization: `Bearer ${token}` }, body };
  const result = await guardedPost(outside, post, limits);
  return "fate" in result ? result.fate : gatewayFate(result.answer);
}

export async function postToWebhook(
  outside: Outside,
  { url }: ChannelSettings<"webhook">,
  { secret }: ChannelSecret<"webhook">,
  letter: Letter,
  now: number,
  limits?: PostLimits,
): Promise<Fate> {
  const body = JSON.stringify(letter);
  const timestamp = String(Math.floor(now / 1000));
  const headers = {
    "x-bihuan-id": letter.id,
    "x-bihuan-timestamp": timestamp,
    "x-bihuan-signature": `v1=${webhookSign(timestamp, body, secret)}`,
  };
  const result = await guardedPost(outside, { url: new URL(url), headers, body }, limits);
  return "fate" in result ? result.fate : webhookFate(result.answer);
}

/** HMAC-SHA256 in hex over "timestamp.body", the timestamp in seconds; a receiver refuses an old one. */
export function webhookSign(timestamp: string, body: string, secret: string): string {
  return createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
}
