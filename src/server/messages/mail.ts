// E-mail over SMTP: plain text, one recipient, checked address, encrypted unless the operator allowed the host.
import { createTransport } from "nodemailer";
import type { ChannelSecret, ChannelSettings } from "#domain/messages/channels.ts";
import { again, type Fate, failed, SENT } from "./fate.ts";
import type { Letter } from "./gateways.ts";
import { type PostLimits, postLimits } from "./guarded-post.ts";
import { isAllowedPrivate, type Outside, resolveOutside } from "./outside-address.ts";

const SUBJECT_CHARACTERS = 40;
const LOST = Symbol("lost");

export async function mail(
  outside: Outside,
  settings: ChannelSettings<"email">,
  secret: ChannelSecret<"email"> | undefined,
  to: string,
  letter: Letter,
  limits: PostLimits = postLimits,
): Promise<Fate> {
  const { host, port, security } = settings;
  try {
    const address = await resolveOutside(outside, host, port);
    if (address === "private") return failed("message.private_target", { host: `${host}:${port}` });
    if (security === "none" && !isAllowedPrivate(outside, host, port)) return failed("message.plain_http", { host });
    const patience = limits.milliseconds;
    const transport = createTransport({
      ...{ host: address, port, secure: security === "tls", requireTLS: security === "starttls" },
      ...{ ignoreTLS: security === "none", tls: { servername: host } },
      ...(settings.user && secret ? { auth: { user: settings.user, pass: secret.password } } : {}),
      ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, dnsTimeout: patience },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
    const sending = transport.sendMail({
      ...{ from: settings.from, to, subject: subjectOf(letter.text), text: letter.text },
      messageId: `<${letter.id}@${settings.from.split("@")[1]}>`,
    });
    sending.catch(() => {});
    // Each step may be quick and the whole endless; three times the patience is all it gets.
    const done = await Promise.race([sending, lostAfter(patience * 3)]);
    transport.close();
    if (done === LOST) return again("message.too_slow", { host, seconds: Math.round((patience * 3) / 1000) });
    return SENT;
  } catch (error) {
    return fateOfMail(host, error);
  }
}

function lostAfter(milliseconds: number): Promise<typeof LOST> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(LOST), milliseconds).unref();
  });
}

function subjectOf(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > SUBJECT_CHARACTERS ? `${line.slice(0, SUBJECT_CHARACTERS)}…` : line;
}

/** SMTP says it in the first digit: 4 passes, 5 stays. Without a reply it was the way there. */
function fateOfMail(host: string, error: unknown): Fate {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (responseCode !== undefined) {
    const detail = `SMTP ${responseCode}`;
    return responseCode >= 500
      ? failed("message.refused", { host, detail })
      : again("message.refused_for_now", { host, detail });
  }
  return again("message.unreachable", { host, detail: code ?? "连接断了" });
}
