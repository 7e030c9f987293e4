// What is asked for each kind of channel: the open settings and the secret ones, in the words of those who set them up.

import type { Label } from "#domain/kernel/label.ts";
import type { ChannelKind } from "#domain/messages/channels.ts";

export interface ChannelField {
  readonly name: string;
  readonly label: Label;
  readonly hint?: Label;
  readonly initial?: string;
  readonly optional?: boolean;
  readonly number?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

const url = (hint: Label, initial?: string): ChannelField => ({
  ...{ name: "url", label: { zh: "地址", en: "Address" }, hint },
  ...(initial ? { initial } : {}),
});

export const openFields: Readonly<Record<ChannelKind, readonly ChannelField[]>> = {
  email: [
    {
      name: "host",
      label: { zh: "发信服务器", en: "SMTP host" },
      hint: { zh: "例如smtp.example.com", en: "smtp.example.com" },
    },
    { name: "port", label: { zh: "端口", en: "Port" }, initial: "465", number: true },
    {
      name: "security",
      label: { zh: "加密", en: "Encryption" },
      initial: "tls",
      options: [
        { value: "tls", label: "TLS（465）" },
        { value: "starttls", label: "STARTTLS（587）" },
        { value: "none", label: "不加密（只给写进允许名单的内网服务器）" },
      ],
    },
    { name: "user", label: { zh: "登录名", en: "User" }, optional: true },
    { name: "from", label: { zh: "发件地址", en: "From" } },
  ],
  sms: [
    url({ zh: "短信服务商给的https地址", en: "The gateway's address" }),
    {
      name: "template",
      label: { zh: "模板编号", en: "Template id" },
      hint: { zh: "服务商审过的模板，内容填在参数text里", en: "Its text parameter takes the message" },
    },
    { name: "sign", label: { zh: "短信签名", en: "Signature" }, optional: true },
  ],
  wecom: [url({ zh: "不用改；密钥另外填", en: "Leave as it is" }, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send")],
  dingtalk: [url({ zh: "不用改；令牌和加签密钥另外填", en: "Leave as it is" }, "https://oapi.dingtalk.com/robot/send")],
  webhook: [url({ zh: "对方系统收消息的https地址", en: "Where the other system listens" })],
};

export const secretFields: Readonly<Record<ChannelKind, readonly ChannelField[]>> = {
  email: [{ name: "password", label: { zh: "密码或授权码", en: "Password" } }],
  sms: [{ name: "token", label: { zh: "访问令牌", en: "Token" } }],
  wecom: [
    {
      name: "key",
      label: { zh: "key", en: "key" },
      hint: { zh: "机器人地址里key=后面那一段", en: "What follows key=" },
    },
  ],
  dingtalk: [
    {
      name: "token",
      label: { zh: "access_token", en: "access_token" },
      hint: { zh: "机器人地址里access_token=后面那一段", en: "What follows access_token=" },
    },
    {
      name: "secret",
      label: { zh: "加签密钥", en: "Signing secret" },
      hint: { zh: "SEC开头；机器人没开“加签”就不填", en: "Begins with SEC" },
      optional: true,
    },
  ],
  webhook: [
    {
      name: "secret",
      label: { zh: "签名密钥", en: "Signing secret" },
      hint: { zh: "至少16位，和对方约好", en: "At least 16 characters" },
    },
  ],
};
