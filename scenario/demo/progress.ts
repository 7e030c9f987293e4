// The progress bar on the demonstration's sign-in page: the page is the portal's own, the bar is put on top until all is ready.
import type { FastifyInstance } from "fastify";

interface Now {
  readonly what: string;
  readonly done: number;
}

export interface Progress {
  /** What is being done, and how much of it is done, 0 to 1. */
  say(what: string, done: number): void;
  /** From now on the page says that a story told up to this day is shown meanwhile. */
  showOld(until: string): void;
  /** Pages look again only after the old story has made way; resolves when none looks in between. */
  swap(): Promise<void>;
  finish(): void;
  now(): (Now & { readonly note: string; readonly refreshSeconds: number }) | undefined;
}

const REFRESH_SECONDS = 3;
const SWAPPING_TAKES_SECONDS = 15;
const FILLING = "现在就可以选一个人进去看，内容会一直增加；全部准备好之后，请退出再进一次。";

const oldNote = (until: string) =>
  `现在看到的是讲到${until}的旧故事，可以先看。新的准备好就换上，在旧故事里做过的都会清掉，到时请再选一个人进去。`;

export function newProgress(): Progress {
  let now: Now | undefined = { what: "正在打开", done: 0 };
  let note = FILLING;
  let refreshSeconds = REFRESH_SECONDS;
  return {
    say: (what, done) => {
      now = { what, done };
    },
    showOld: (until) => {
      note = oldNote(until);
    },
    swap: () => {
      now = { what: "正在换上新故事", done: 0.99 };
      refreshSeconds = SWAPPING_TAKES_SECONDS;
      return new Promise((resolve) => setTimeout(resolve, REFRESH_SECONDS * 1000));
    },
    finish: () => {
      now = undefined;
    },
    now: () => now && { ...now, note, refreshSeconds },
  };
}

const PAGES: ReadonlySet<string> = new Set(["/sign-in", "/demonstration"]);
const TOP = '<main class="door">';

export function showProgress(app: FastifyInstance, progress: Progress): void {
  app.addHook("onSend", async (request, reply, payload) => {
    const now = progress.now();
    const [path = ""] = request.url.split("?");
    if (!now || !PAGES.has(path) || typeof payload !== "string") return payload;
    reply.header("refresh", String(now.refreshSeconds));
    const percent = Math.round(now.done * 100);
    const bar = `<section class="door__card" role="status"><p>${now.what}……</p><progress max="100" value="${percent}" style="width:100%">${percent}%</progress><p class="line__s">${now.note}</p></section>`;
    return payload.replace(TOP, `${TOP}${bar}`);
  });
}
