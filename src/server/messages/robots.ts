// Group robots. WeCom knows the caller by the key in its address; DingTalk by a token and, where the group asks for it, by a
// signature: HMAC-SHA256 over "timestamp\nsecret" with the secret as key, base64, as a query value.
import { createHmac } from "node:crypto";
import type { ChannelSecret, ChannelSettings } from "#domain/messages/channels.ts";
import { withinBytes } from "#domain/messages/template.ts";
import { robotFate } from "./answers.ts";
import type { Fate } from "./fate.ts";
import { guardedPost, type PostLimits } from "./guarded-post.ts";
import type { Outside } from "./outside-address.ts";

/** Busy, and over twenty messages a minute. */
const WECOM_PASSING = new Set([-1, 45009]);
/** Busy, and over twenty messages a minute (both numbers it has used). */
const DINGTALK_PASSING = new Set([-1, 130101, 410100]);
const WECOM_BYTES = 2048;
const DINGTALK_BYTES = 18_000;

export async function postToWecom(
  outside: Outside,
  settings: ChannelSettings<"wecom">,
  { key }: ChannelSecret<"wecom">,
  text: string,
  limits?: PostLimits,
): Promise<Fate> {
  const url = new URL(settings.url);
  url.searchParams.set("key", key);
  const result = await guardedPost(outside, { url, body: textBody(withinBytes(text, WECOM_BYTES)) }, limits);
  return "fate" in result ? result.fate : robotFate(result.answer, WECOM_PASSING);
}

export async function postToDingtalk(
  outside: Outside,
  settings: ChannelSettings<"dingtalk">,
  { token, secret }: ChannelSecret<"dingtalk">,
  text: string,
  now: number,
  limits?: PostLimits,
): Promise<Fate> {
  const url = new URL(settings.url);
  url.searchParams.set("access_token", token);
  if (secret) {
    url.searchParams.set("timestamp", String(now));
    url.searchParams.set("sign", dingtalkSign(now, secret));
  }
  const result = await guardedPost(outside, { url, body: textBody(withinBytes(text, DINGTALK_BYTES)) }, limits);
  return "fate" in result ? result.fate : robotFate(result.answer, DINGTALK_PASSING);
}

/** Base64 of the signature; `now` in milliseconds. The address encodes it. */
export function dingtalkSign(now: number, secret: string): string {
  return createHmac("sha256", secret).update(`${now}\n${secret}`).digest("base64");
}

const textBody = (content: string) => JSON.stringify({ msgtype: "text", text: { content } });
