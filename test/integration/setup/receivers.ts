// Real receivers on this machine: a mail server and HTTP servers that check what is signed as their makers do, and can be told
// to be slow, down or untruthful.
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

type Answer = (received: Received, response: ServerResponse) => void;

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** From now on answers so instead of as its maker's does; undefined goes back. */
  lie(answer: Answer | undefined): void;
  close(): Promise<void>;
}

async function listen(server: Server, host = "127.0.0.1"): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

async function openReceiver(path: string, honest: Answer): Promise<Receiver> {
  const received: Received[] = [];
  let lying: Answer | undefined;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const one = { path: request.url ?? "", headers: request.headers, body: Buffer.concat(parts).toString("utf8") };
    received.push(one);
    (lying ?? honest)(one, response);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}${path}`,
    received,
    lie: (answer) => {
      lying = answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function answerJson(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

const textOf = ({ body }: Received): unknown => JSON.parse(body)?.text?.content;

/** DingTalk's custom robot: token, an hour's leeway on the moment, and the signature by its published recipe. */
export function openDingtalk(token: string, secret: string, clock: () => number): Promise<Receiver> {
  return openReceiver("/robot/send", (received, response) => {
    const query = new URL(received.path, "http://x").searchParams;
    if (query.get("access_token") !== token)
      return answerJson(response, { errcode: 300001, errmsg: "token is not exist" });
    const timestamp = query.get("timestamp") ?? "";
    const sign = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");
    if (Math.abs(clock() - Number(timestamp)) > 3_600_000)
      return answerJson(response, { errcode: 310000, errmsg: "invalid timestamp" });
    if (query.get("sign") !== sign) return answerJson(response, { errcode: 310000, errmsg: "sign not match" });
    if (typeof textOf(received) !== "string") return answerJson(response, { errcode: 40035, errmsg: "bad text" });
    return answerJson(response, { errcode: 0, errmsg: "ok" });
  });
}

/** WeCom's group robot: its key, plain text of at most 2048 bytes. */
export function openWecom(key: string): Promise<Receiver> {
  return openReceiver("/cgi-bin/webhook/send", (received, response) => {
    if (new URL(received.path, "http://x").searchParams.get("key") !== key)
      return answerJson(response, { errcode: 93000, errmsg: "invalid webhook url" });
    const { msgtype } = JSON.parse(received.body);
    const content = textOf(received);
    if (msgtype !== "text" || typeof content !== "string")
      return answerJson(response, { errcode: 40008, errmsg: "invalid message type" });
    if (Buffer.byteLength(content) > 2048)
      return answerJson(response, { errcode: 40058, errmsg: "content exceed max length 2048" });
    return answerJson(response, { errcode: 0, errmsg: "ok" });
  });
}

/** A receiver of signed webhooks: moment within five minutes, HMAC over moment and body. */
export function openWebhook(secret: string, clock: () => number): Promise<Receiver> {
  return openReceiver("/hook", (received, response) => {
    const timestamp = String(received.headers["x-bihuan-timestamp"]);
    const expected = `v1=${createHmac("sha256", secret).update(`${timestamp}.${received.body}`).digest("hex")}`;
    const fresh = Math.abs(clock() / 1000 - Number(timestamp)) <= 300;
    if (!fresh || received.headers["x-bihuan-signature"] !== expected)
      return answerJson(response, { error: "signature" }, 401);
    return answerJson(response, { ok: true });
  });
}

/** An SMS gateway: bearer token, a mainland mobile number, an approved template. */
export function openGateway(token: string, template: string): Promise<Receiver> {
  return openReceiver("/sms", (received, response) => {
    if (received.headers.authorization !== `Bearer ${token}`)
      return answerJson(response, { code: "AUTH", message: "bad token" });
    const body = JSON.parse(received.body);
    if (body.template !== template) return answerJson(response, { code: "TEMPLATE_MISSING", message: body.template });
    if (!/^1\d{10}$/.test(body.phone)) return answerJson(response, { code: "PHONE", message: body.phone });
    return answerJson(response, { code: "OK", message: "" });
  });
}

export interface MailServer {
  readonly port: number;
  readonly letters: { readonly to: string; readonly raw: string }[];
  /** The next letters are refused with this SMTP code; undefined takes them. */
  refuse(code: number | undefined): void;
  close(): Promise<void>;
}

/** A mail server that wants a name and a password. */
export async function openMailServer(user: string, password: string): Promise<MailServer> {
  const letters: { to: string; raw: string }[] = [];
  let code: number | undefined;
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth: (auth, _session, callback) =>
      auth.username === user && auth.password === password
        ? callback(null, { user })
        : callback(Object.assign(new Error("wrong"), { responseCode: 535 })),
    onRcptTo: (_address, _session, callback) =>
      code === undefined ? callback() : callback(Object.assign(new Error("not now"), { responseCode: code })),
    async onData(stream, session, callback) {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part);
      letters.push({
        to: session.envelope.rcptTo.map((one) => one.address).join(),
        raw: Buffer.concat(parts).toString("utf8"),
      });
      callback();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    refuse: (next) => {
      code = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
