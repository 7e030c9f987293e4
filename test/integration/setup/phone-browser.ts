// A phone's browser without a screen: it keeps cookies, sends forms as a browser does, and does not follow where it is sent.
import type { FastifyInstance } from "fastify";
import { ORIGIN } from "./people.ts";

export function phoneBrowser(app: FastifyInstance) {
  const jar = new Map<string, string>();
  const ask = async (method: "GET" | "POST", url: string, payload?: string | Buffer, type?: string) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { host: new URL(ORIGIN).host, origin: ORIGIN, cookie, ...(type ? { "content-type": type } : {}) };
    const body = payload === undefined ? {} : { payload };
    const response = await app.inject({ method, url, headers, ...body });
    for (const set of response.cookies) jar.set(set.name, set.value);
    return { status: response.statusCode, text: response.body, headers: response.headers, raw: response.rawPayload };
  };
  return {
    get: (url: string) => ask("GET", url),
    form: (url: string, fields: Record<string, string | string[]>) => {
      const pairs = Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      );
      return ask("POST", url, new URLSearchParams(pairs).toString(), "application/x-www-form-urlencoded");
    },
    async photos(url: string, fields: Record<string, string>, files: readonly { bytes: Buffer; type: string }[]) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      for (const file of files)
        form.append("photo", new File([new Uint8Array(file.bytes)], "IMG.jpg", { type: file.type }));
      const encoded = new Response(form);
      const type = encoded.headers.get("content-type") ?? "";
      return ask("POST", url, Buffer.from(await encoded.arrayBuffer()), type);
    },
  };
}
