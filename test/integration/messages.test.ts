// What is told, against real receivers on this machine: each channel's own format and signature, and receivers that are slow,
// down or say one thing and mean another.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getMessageSettings, listInbox, listSends, type SendRow } from "#api/messages.ts";
import type { ChannelKind } from "#domain/messages/channels.ts";
import type { MessageEvent } from "#domain/messages/events.ts";
import { systemActor } from "#server/commands/issue.ts";
import { asActor } from "#server/db/transaction.ts";
import { sendMessages } from "#server/messages/send-messages.ts";
import { type Addressee, tell } from "#server/messages/tell.ts";
import { newId, openTestOffice, type Person, type TestOffice } from "./setup/people.ts";
import {
  answerJson,
  type MailServer,
  openDingtalk,
  openGateway,
  openMailServer,
  openWebhook,
  openWecom,
  type Receiver,
} from "./setup/receivers.ts";

const TEN_IN_THE_MORNING = "2026-04-02T02:00:00.000Z";
const TOKEN = "dingtalk-token";
const SEC = "SEC0123456789abcdef";
const KEY = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
const HOOK = "a-long-enough-secret";
let office: TestOffice;
let admin: Person;
let officer: Person;
let mail: MailServer;
let dingtalk: Receiver;
let wecom: Receiver;
let webhook: Receiver;
let gateway: Receiver;
const ids: Record<ChannelKind, string> = {
  email: newId(),
  sms: newId(),
  wecom: newId(),
  dingtalk: newId(),
  webhook: newId(),
};

beforeAll(async () => {
  office = await openTestOffice(TEN_IN_THE_MORNING, { privateTargets: new Set(["127.0.0.1"]) });
  admin = await office.addPerson("tenantAdmin", "管理员（演示）");
  officer = await office.addPerson("officer", "安监员（演示）");
  const now = () => Date.parse(office.clock.now());
  mail = await openMailServer("bihuan", "mail-password");
  dingtalk = await openDingtalk(TOKEN, SEC, now);
  wecom = await openWecom(KEY);
  webhook = await openWebhook(HOOK, now);
  gateway = await openGateway("sms-token", "SMS_1001");
  const channels: readonly (readonly [ChannelKind, object, object])[] = [
    [
      "email",
      { host: "127.0.0.1", port: mail.port, security: "none", user: "bihuan", from: "anjian@street.example" },
      { password: "mail-password" },
    ],
    ["sms", { url: gateway.url, template: "SMS_1001", sign: "青岚安监" }, { token: "sms-token" }],
    ["wecom", { url: wecom.url }, { key: KEY }],
    ["dingtalk", { url: dingtalk.url }, { token: TOKEN, secret: SEC }],
    ["webhook", { url: webhook.url }, { secret: HOOK }],
  ];
  for (const [kind, settings, secret] of channels) {
    await setChannel(kind, settings);
    expect((await storeSecret(kind, secret)).status).toBe(200);
  }
  await officer.act("messageContact.set", { email: "officer@street.example", phone: "13800000000" });
});
afterAll(async () => {
  await Promise.all([mail, dingtalk, wecom, webhook, gateway].map((one) => one.close()));
  await office.close();
});
beforeEach(async () => {
  // A day later at ten: no address is busy, nothing of the test before is left to try.
  for (const receiver of [dingtalk, wecom, webhook, gateway]) {
    receiver.lie(undefined);
    receiver.received.length = 0;
  }
  mail.refuse(undefined);
  mail.letters.length = 0;
  office.clock.moveTo(
    new Date(Date.parse(office.clock.now().replace(/T.*/, "T02:00:00.000Z")) + 86_400_000).toISOString(),
  );
});

const events: readonly MessageEvent[] = ["hazard.overdue", "hazard.suspectedMajor"];
const setChannel = (kind: ChannelKind, settings: object, active = true, channelId = ids[kind]) =>
  admin.act("messageChannel.set", { channelId, kind, name: `${kind}一号`, settings, events, active });
const storeSecret = async (kind: ChannelKind, secret: object) =>
  admin.request({ method: "PUT", url: `/api/v1/message-channels/${ids[kind]}/secret`, payload: secret });

const words = (hazard: string) => ({
  企业: "恒达机械厂（演示）",
  隐患: hazard,
  部位: "二号车间",
  期限: "4月1日",
  余天: "逾期4天",
  链接: "https://x.example",
});

function tellThem(to: Addressee, hazards: readonly string[], event: MessageEvent = "hazard.overdue") {
  const { database } = office.instance.services;
  const told = hazards.map((hazard) => ({
    ...{ id: newId(), event, to, words: words(hazard) },
    subject: { type: "hazards" as const, id: newId() },
  }));
  return asActor(database, office.tenantId, systemActor("test"), (tx) => tell(tx, told, office.clock.now()));
}

const send = () => sendMessages(office.instance.services, undefined, { milliseconds: 400, bytes: 2000 });
const later = (minutes: number) =>
  office.clock.moveTo(new Date(Date.parse(office.clock.now()) + minutes * 60_000).toISOString());

async function record(kind: ChannelKind): Promise<SendRow[]> {
  const { rows } = listSends.response.parse((await admin.get("/api/v1/message-sends")).json);
  const today = office.clock.now().slice(0, 10);
  return rows.filter(
    (row) => row.channelName === `${kind}一号` && new Date(row.createdAt).toISOString().startsWith(today),
  );
}

test("a person gets inbox, e-mail and SMS; the groups get their robots and webhook, signed as each wants it", async () => {
  await tellThem({ membershipId: officer.membershipId }, ["配电箱没有盖"]);
  await tellThem("groups", ["配电箱没有盖"]);
  await send();
  const [letter] = mail.letters;
  expect(letter?.to).toBe("officer@street.example");
  expect(letter?.raw).toMatch(/^From: anjian@street\.example/m);
  expect(JSON.parse(gateway.received[0]?.body ?? "{}")).toMatchObject({ phone: "13800000000", template: "SMS_1001" });
  expect([dingtalk, wecom, webhook].map((one) => one.received.length)).toEqual([1, 1, 1]);
  for (const kind of ["email", "sms", "wecom", "dingtalk", "webhook"] as const)
    expect([kind, (await record(kind)).map((row) => row.state)]).toEqual([kind, ["sent"]]);
  expect((await record("sms"))[0]?.address).toBe("138****0000");
  const inbox = listInbox.response.parse((await officer.get("/api/v1/messages")).json);
  expect(inbox).toMatchObject({ unread: 1, contact: { email: "officer@street.example" } });
  expect(inbox.messages[0]?.text).toBe(
    "恒达机械厂（演示）：配电箱没有盖（二号车间）4月1日到期，已逾期4天。办理：https://x.example",
  );
  const others = listInbox.response.parse((await admin.get("/api/v1/messages")).json);
  expect(others.messages).toEqual([]);
  const id = inbox.messages[0]?.id;
  expect((await admin.post("/api/v1/messages/read", { ids: [id] })).json).toEqual({ read: 0 });
  expect((await officer.post("/api/v1/messages/read", { ids: [id] })).json).toEqual({ read: 1 });
  await send();
  expect(mail.letters).toHaveLength(1);
});

test("the same thing told twice under one id is one message", async () => {
  const { database } = office.instance.services;
  const one = {
    id: newId(),
    event: "hazard.overdue" as const,
    to: "groups" as const,
    words: words("甲"),
    subject: { type: "hazards" as const, id: newId() },
  };
  const tellOnce = () =>
    asActor(database, office.tenantId, systemActor("test"), (tx) => tell(tx, [one], office.clock.now()));
  expect([await tellOnce(), await tellOnce()]).toEqual([1, 0]);
  await send();
  expect(wecom.received).toHaveLength(1);
});

test("a flood becomes one digest for people, and each on its own for a machine; what is urgent does not wait", async () => {
  await tellThem("groups", ["一"]);
  await send();
  await tellThem("groups", ["二", "三", "四"]);
  await send();
  expect(wecom.received).toHaveLength(1);
  expect(webhook.received).toHaveLength(4);
  await tellThem("groups", ["五"], "hazard.suspectedMajor");
  await send();
  expect(wecom.received).toHaveLength(2);
  later(11);
  await send();
  expect(wecom.received).toHaveLength(3);
  const digest = JSON.parse(wecom.received[2]?.body ?? "{}").text.content;
  expect(digest).toMatch(/^闭环提醒3条\n1\. .*二.*\n2\. .*三.*\n3\. .*四/);
  expect((await record("wecom")).filter((row) => row.digest)).toHaveLength(3);
  expect(new Set((await record("wecom")).map((row) => row.state))).toEqual(new Set(["sent"]));
});

test("at night nothing goes to people but what is urgent; in the morning it does", async () => {
  later(13 * 60);
  await tellThem("groups", ["夜里"]);
  await tellThem("groups", ["疑似重大"], "hazard.suspectedMajor");
  await send();
  expect(wecom.received.map((one) => JSON.parse(one.body).text.content)).toEqual([expect.stringContaining("疑似重大")]);
  later(9 * 60);
  await send();
  expect(wecom.received).toHaveLength(2);
});

test("a receiver that is slow, down or busy is tried again; one that lies or refuses is not, and each has its sentence", async () => {
  const cases: readonly (readonly [string, Parameters<Receiver["lie"]>[0], string, RegExp])[] = [
    ["slow", () => {}, "waiting", /没有答完/],
    ["drips", (_one, response) => void setInterval(() => response.write(" "), 50).unref(), "waiting", /没有答完/],
    ["503", (_one, response) => answerJson(response, {}, 503), "waiting", /现在收不了（HTTP 503）/],
    ["hangs up", (_one, response) => void response.destroy(), "waiting", /连不上/],
    [
      "200 with a code",
      (_one, response) => answerJson(response, { errcode: 93000, errmsg: "invalid" }),
      "failed",
      /没办成（errcode 93000/,
    ],
    [
      "200 and busy",
      (_one, response) => answerJson(response, { errcode: 45009, errmsg: "freq" }),
      "waiting",
      /现在收不了（errcode 45009/,
    ],
    ["a login page", (_one, response) => void response.end("<html>请登录</html>"), "failed", /不是收消息该答的/],
    [
      "a redirect",
      (_one, response) => void response.writeHead(302, { location: webhook.url }).end(),
      "failed",
      /转到别处/,
    ],
    ["404", (_one, response) => answerJson(response, {}, 404), "failed", /不收（HTTP 404）/],
    ["endless", (_one, response) => void response.end("x".repeat(5000)), "failed", /太多/],
  ];
  for (const [name, answer, state, sentence] of cases) {
    wecom.lie(answer);
    await tellThem("groups", [name]);
    later(11);
    await send();
    const row = (await record("wecom")).find((one) => one.text.includes(`：${name}（`));
    expect([name, row?.state, row?.fate]).toEqual([name, state, expect.stringMatching(sentence)]);
    await admin.act("messageChannel.set", {
      channelId: ids.wecom,
      kind: "wecom",
      name: "wecom一号",
      settings: { url: wecom.url },
      events,
      active: false,
    });
    later(24 * 60);
    await send();
    await setChannel("wecom", { url: wecom.url });
    office.clock.moveTo(office.clock.now().replace(/T.*/, "T02:00:00.000Z"));
  }
});

test("a webhook that answers 200 and says no inside is told apart from one that took it", async () => {
  webhook.lie((_one, response) => answerJson(response, { ok: false, error: "no such project" }));
  await tellThem("groups", ["说没办成"]);
  await send();
  expect((await record("webhook"))[0]).toMatchObject({
    state: "failed",
    fate: expect.stringContaining("no such project"),
  });
});

test("down for hours: seven tries with growing pauses, then given up with the last reason; back in time it arrives once", async () => {
  mail.refuse(451);
  await tellThem({ membershipId: officer.membershipId }, ["邮箱不通"]);
  for (const minutes of [0, 1, 5, 15, 60]) {
    later(minutes);
    await send();
  }
  expect((await record("email"))[0]).toMatchObject({
    state: "waiting",
    attempts: 5,
    fate: expect.stringContaining("SMTP 451"),
  });
  mail.refuse(undefined);
  later(180);
  await send();
  expect((await record("email"))[0]).toMatchObject({ state: "sent", attempts: 6 });
  expect(mail.letters).toHaveLength(1);
  mail.refuse(451);
  await admin.act("messageRules.set", { quietFrom: "00:00", quietTo: "00:00", digestMinutes: 0 });
  await tellThem({ membershipId: officer.membershipId }, ["一直不通"]);
  for (const minutes of [0, 1, 5, 15, 60, 180, 300]) {
    later(minutes);
    await send();
  }
  const rows = listSends.response.parse((await admin.get("/api/v1/message-sends?state=failed")).json).rows;
  expect(rows.find((row) => row.text.includes("一直不通"))).toMatchObject({
    attempts: 7,
    fate: expect.stringMatching(/试了7次.*SMTP 451/),
  });
  await admin.act("messageRules.set", { quietFrom: "20:00", quietTo: "08:00", digestMinutes: 10 });
});

test("a mail server that refuses for good is not tried again", async () => {
  mail.refuse(550);
  await tellThem({ membershipId: officer.membershipId }, ["没有这个人"]);
  await send();
  expect((await record("email"))[0]).toMatchObject({ state: "failed", fate: expect.stringContaining("SMTP 550") });
});

test("a dead process's sendings are taken up again when their lease ends", async () => {
  const { database } = office.instance.services;
  await tellThem("groups", ["断电"]);
  await send();
  await asActor(database, office.tenantId, systemActor("test"), ({ db }) =>
    db
      .updateTable("messageSends")
      .set({ state: "sending", nextAt: office.clock.now() })
      .where("channelId", "=", ids.wecom)
      .where("text", "like", "%断电%")
      .execute(),
  );
  later(16);
  await send();
  expect(wecom.received).toHaveLength(2);
});

test("private addresses and plain connections are refused unless the operator named them", async () => {
  const port = new URL(webhook.url).port;
  const targets = [
    `http://localhost:${port}/hook`,
    `http://[::1]:${port}/`,
    "https://169.254.169.254/latest",
    "https://10.0.0.8/",
    "https://[::ffff:127.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "http://0.0.0.0/",
    "http://2130706433/",
  ];
  for (const url of targets) {
    await setChannel("webhook", { url });
    await storeSecret("webhook", { secret: HOOK });
    const answer = (await admin.post(`/api/v1/message-channels/${ids.webhook}/test`, {})).json;
    // The last one is written as a number: a browser's URL reads it as 127.0.0.1, which this operator allows.
    const expected = url.includes("2130706433") ? /连不上/ : /是内网地址/;
    expect([url, answer.sent, answer.text]).toEqual([url, false, expect.stringMatching(expected)]);
  }
  await setChannel("webhook", { url: "http://example.com/" });
  await setChannel("webhook", { url: webhook.url });
  await storeSecret("webhook", { secret: HOOK });
  expect((await admin.post(`/api/v1/message-channels/${ids.webhook}/test`, {})).json).toMatchObject({ sent: true });
});

test("a secret is never answered, never journaled, and opens for no other address", async () => {
  const settings = await admin.get("/api/v1/message-settings");
  const { channels } = getMessageSettings.response.parse(settings.json);
  expect(channels.every((one) => one.hasSecret)).toBe(true);
  for (const secret of [KEY, SEC, TOKEN, HOOK, "mail-password", "sms-token"])
    expect(settings.text).not.toContain(secret);
  const { database } = office.instance.services;
  const journal = await asActor(database, office.tenantId, systemActor("test"), ({ db }) =>
    db.selectFrom("journalEvents").select("payload").execute(),
  );
  for (const secret of [KEY, SEC, HOOK]) expect(JSON.stringify(journal)).not.toContain(secret);
  const elsewhere = wecom.url.replace("webhook", "relay");
  await setChannel("wecom", { url: elsewhere });
  const moved = await admin.post(`/api/v1/message-channels/${ids.wecom}/test`, {});
  expect(moved.json).toMatchObject({ sent: false, text: expect.stringContaining("重新填一次密钥") });
  await setChannel("wecom", { url: wecom.url });
  expect((await admin.post(`/api/v1/message-channels/${ids.wecom}/test`, {})).json.sent).toBe(true);
  expect((await officer.get("/api/v1/message-settings")).status).toBe(403);
});

test("wrong settings and templates are refused in words", async () => {
  const bad = await admin.send("messageChannel.set", {
    channelId: newId(),
    kind: "webhook",
    name: "x",
    settings: { url: "ftp://x" },
    events,
    active: true,
  });
  expect(bad.problem).toMatchObject({ code: "message.channel_settings", text: expect.stringContaining("https://") });
  const template = await admin.send("messageTemplate.set", { event: "hazard.overdue", body: "{老板}快改" });
  expect(template.problem?.text).toContain("没有{老板}这个词");
  await admin.act("messageTemplate.set", { event: "hazard.overdue", body: "请{企业}尽快改：{隐患}" });
  await tellThem("groups", ["自己的话"]);
  await send();
  expect(JSON.parse(wecom.received[0]?.body ?? "{}").text.content).toBe("请恒达机械厂（演示）尽快改：自己的话");
});
