// One POST to somebody else's server, believed as little as possible: checked address, encrypted, one deadline over all,
// a cap on the answer, no redirect followed.
import { request as requestPlain } from "node:http";
import { request as requestTls } from "node:https";
import { isIP } from "node:net";
import { again, type Fate, failed } from "./fate.ts";
import { isAllowedPrivate, type Outside, resolveOutside } from "./outside-address.ts";

export interface PostLimits {
  readonly milliseconds: number;
  readonly bytes: number;
}
export const postLimits: PostLimits = { milliseconds: 10_000, bytes: 64 * 1024 };

export interface Posted {
  readonly host: string;
  readonly contentType: string;
  readonly body: string;
}
/** An answer of 2xx to look into, or a fate already decided. */
export type PostResult = { readonly answer: Posted } | { readonly fate: Fate };

export interface Post {
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts JSON; never throws for what the other side does. */
export async function guardedPost(outside: Outside, post: Post, limits = postLimits): Promise<PostResult> {
  const { url } = post;
  const host = url.hostname;
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  try {
    const address = await resolveOutside(outside, host, port);
    if (address === "private") return { fate: failed("message.private_target", { host: `${host}:${port}` }) };
    if (url.protocol !== "https:" && !isAllowedPrivate(outside, host, port))
      return { fate: failed("message.plain_http", { host }) };
    const { status, contentType, body } = await exchange(post, address, port, limits);
    const fate = fateOfStatus(host, status);
    return fate ? { fate } : { answer: { host, contentType, body } };
  } catch (error) {
    if (error instanceof TooLarge) return { fate: failed("message.answer_too_large", { host }) };
    if (error instanceof TooSlow)
      return { fate: again("message.too_slow", { host, seconds: Math.round(limits.milliseconds / 1000) }) };
    const detail = error instanceof Error && "code" in error ? String(error.code) : "连接断了";
    return { fate: again("message.unreachable", { host, detail }) };
  }
}

class TooLarge extends Error {}
class TooSlow extends Error {}

/** Status 2xx has no fate yet. */
function fateOfStatus(host: string, status: number): Fate | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return failed("message.redirected", { host });
  const detail = `HTTP ${status}`;
  const passes = status >= 500 || status === 408 || status === 425 || status === 429;
  return passes ? again("message.refused_for_now", { host, detail }) : failed("message.refused", { host, detail });
}

interface Exchanged {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

function exchange({ url, headers, body }: Post, address: string, port: number, limits: PostLimits): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    const tls = url.protocol === "https:";
    const name = isIP(url.hostname.replace(/^\[|\]$/g, "")) ? {} : { servername: url.hostname };
    const request = (tls ? requestTls : requestPlain)({
      ...(tls ? name : {}),
      ...{ host: address, port, method: "POST", path: `${url.pathname}${url.search}`, agent: false },
      headers: {
        ...{ host: url.host, "user-agent": "bihuan", accept: "application/json" },
        ...{ "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(body) },
        ...headers,
      },
    });
    // The first thing that is wrong is the reason; what breaking off causes comes too late to count.
    const end = (error: Error) => {
      clearTimeout(deadline);
      reject(error);
      request.destroy();
    };
    const deadline = setTimeout(() => end(new TooSlow()), limits.milliseconds);
    request.on("error", end);
    request.on("response", (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on("data", (part: Buffer) => {
        size += part.length;
        if (size > limits.bytes) end(new TooLarge());
        else parts.push(part);
      });
      response.on("error", end);
      response.on("end", () => {
        clearTimeout(deadline);
        const contentType = response.headers["content-type"] ?? "";
        resolve({ status: response.statusCode ?? 0, contentType, body: Buffer.concat(parts).toString("utf8") });
      });
    });
    request.end(body);
  });
}
