// The progress bar on the demonstration's sign-in page: the page is the portal's own, the bar is put on top until all is ready.
import type { FastifyInstance } from "fastify";

export interface Progress {
  /** What is being done, and how much of it is done, 0 to 1. */
  say(what: string, done: number): void;
  finish(): void;
  now(): { readonly what: string; readonly done: number } | undefined;
}

export function newProgress(): Progress {
  let now: { readonly what: string; readonly done: number } | undefined = { what: "正在打开", done: 0 };
  return {
    say: (what, done) => {
      now = { what, done };
    },
    finish: () => {
      now = undefined;
    },
    now: () => now,
  };
}

const PAGES: ReadonlySet<string> = new Set(["/sign-in", "/demonstration"]);
const REFRESH_SECONDS = "3";
const TOP = '<main class="door">';

export function showProgress(app: FastifyInstance, progress: Progress): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const now = progress.now();
    const [path = ""] = request.url.split("?");
    if (!now || !PAGES.has(path) || typeof payload !== "string") return payload;
    reply.header("refresh", REFRESH_SECONDS);
    const percent = Math.round(now.done * 100);
    const bar = `<section class="door__card" role="status"><p>${now.what}……</p><progress max="100" value="${percent}" style="width:100%">${percent}%</progress><p class="line__s">现在就可以选一个人进去看，内容会一直增加；全部准备好之后，请退出再进一次。</p></section>`;
    return payload.replace(TOP, `${TOP}${bar}`);
  });
}
