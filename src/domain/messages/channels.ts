// Where messages go beside the inbox: what each kind of channel is told openly, and what it keeps secret.
import { z } from "zod";
import type { Label } from "../kernel/label.ts";
import { optionalText, text } from "../kernel/text.ts";

export const channelKinds = ["email", "sms", "wecom", "dingtalk", "webhook"] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const channelKindLabels: Readonly<Record<ChannelKind, Label>> = {
  email: { zh: "电子邮件", en: "E-mail" },
  sms: { zh: "短信", en: "SMS" },
  wecom: { zh: "企业微信群机器人", en: "WeCom robot" },
  dingtalk: { zh: "钉钉群机器人", en: "DingTalk robot" },
  webhook: { zh: "对接地址（签名）", en: "Signed webhook" },
};

/** Kinds that reach a person; the others speak to a group or a system. */
export const personalKinds: ReadonlySet<ChannelKind> = new Set(["email", "sms"]);

const httpUrl = z.url({ protocol: /^https?$/, error: "地址要以https://开头" }).max(500);

/** What is stored openly and journaled; the robots' addresses are their makers' unless a relay stands before them. */
export const channelSettings = {
  email: z.object({
    host: text(200),
    port: z.int().min(1).max(65_535),
    security: z.enum(["tls", "starttls", "none"]),
    user: optionalText(200),
    from: z.email({ error: "发件地址不像邮箱" }).max(200),
  }),
  sms: z.object({ url: httpUrl, template: text(80), sign: optionalText(40) }),
  wecom: z.object({ url: httpUrl.default("https://qyapi.weixin.qq.com/cgi-bin/webhook/send") }),
  dingtalk: z.object({ url: httpUrl.default("https://oapi.dingtalk.com/robot/send") }),
  webhook: z.object({ url: httpUrl }),
} as const satisfies Record<ChannelKind, z.ZodType>;

const secretText = z.string().trim().min(1).max(500);

/** What is sealed and never answered again. */
export const channelSecrets = {
  email: z.object({ password: secretText }),
  sms: z.object({ token: secretText }),
  wecom: z.object({ key: secretText }),
  dingtalk: z.object({ token: secretText, secret: secretText.optional() }),
  webhook: z.object({ secret: secretText.pipe(z.string().min(16)) }),
} as const satisfies Record<ChannelKind, z.ZodType>;

export type ChannelSettings<K extends ChannelKind> = z.output<(typeof channelSettings)[K]>;
export type ChannelSecret<K extends ChannelKind> = z.output<(typeof channelSecrets)[K]>;

/** Where a secret may be sent: it is sealed for this target, so that a changed address cannot draw it out. */
export function targetOf(kind: ChannelKind, settings: string): string {
  const parsed = channelSettings[kind].safeParse(JSON.parse(settings));
  if (!parsed.success) return "";
  return "host" in parsed.data
    ? `${parsed.data.host.toLowerCase()}:${parsed.data.port} ${parsed.data.security} ${parsed.data.user ?? ""}`
    : parsed.data.url;
}
