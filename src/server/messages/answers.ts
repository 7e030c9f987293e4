// Reading what a receiver says inside an answer of 200: some say "ok" on the outside and the failure within.
import { z } from "zod";
import { again, type Fate, failed, SENT } from "./fate.ts";
import type { Posted } from "./guarded-post.ts";

const errcodeSchema = z.object({ errcode: z.number(), errmsg: z.string().default("") });

/** A robot's answer: `errcode` 0 alone is delivered; `passing` codes are tried again. */
export function robotFate({ host, body }: Posted, passing: ReadonlySet<number>): Fate {
  const parsed = errcodeSchema.safeParse(jsonOf(body));
  if (!parsed.success) return failed("message.not_an_answer", { host, detail: shown(body) });
  const { errcode, errmsg } = parsed.data;
  if (errcode === 0) return SENT;
  const detail = `errcode ${errcode} ${errmsg}`.slice(0, 200);
  return passing.has(errcode)
    ? again("message.refused_for_now", { host, detail })
    : failed("message.said_but_not_done", { host, detail });
}

const gatewaySchema = z.object({ code: z.union([z.string(), z.number()]), message: z.string().default("") });
const GATEWAY_OK = new Set(["0", "ok", "success"]);

/** An SMS gateway's answer: `code` 0 or OK alone is delivered; a code that names a limit is tried again. */
export function gatewayFate({ host, body }: Posted): Fate {
  const parsed = gatewaySchema.safeParse(jsonOf(body));
  if (!parsed.success) return failed("message.not_an_answer", { host, detail: shown(body) });
  const code = String(parsed.data.code);
  if (GATEWAY_OK.has(code.toLowerCase())) return SENT;
  const detail = `${code} ${parsed.data.message}`.trim().slice(0, 200);
  return /limit|busy/i.test(code)
    ? again("message.refused_for_now", { host, detail })
    : failed("message.said_but_not_done", { host, detail });
}

const refusalSchema = z.object({
  ok: z.boolean().optional(),
  success: z.boolean().optional(),
  error: z.unknown().optional(),
  errcode: z.number().optional(),
});

/** A webhook's answer: any 2xx, unless it is a page for people or its JSON says no. */
export function webhookFate({ host, body, contentType }: Posted): Fate {
  if (/html/i.test(contentType) || /^\s*<(!doctype|html)/i.test(body))
    return failed("message.not_an_answer", { host, detail: "网页" });
  const parsed = refusalSchema.safeParse(jsonOf(body));
  if (!parsed.success) return SENT;
  const { ok, success, error, errcode } = parsed.data;
  const refuses = ok === false || success === false || Boolean(error) || Boolean(errcode);
  return refuses ? failed("message.said_but_not_done", { host, detail: shown(body) }) : SENT;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const shown = (body: string) => body.replaceAll(/\s+/g, " ").trim().slice(0, 120) || "空的";
