// A phone in the system's Chromium: a profile that stays, a browser that is killed with all its processes, and the phone's own
// outbox built as it is and put into a page of the server's origin.
import { build } from "vite";
import { makeProfile, type OpenedBrowser, openBrowser } from "../../test/e2e/field/killable-browser.ts";
import type { Act } from "../sim/act.ts";
import { ROOT } from "../sim/phone-bundle.ts";

const ENTRY = "virtual:phone";
const PARTS = `
import { openFieldDatabase } from "/src/field/store/field-database.ts";
import { issueCommands } from "/src/field/store/issue-commands.ts";
import { startOutboxLoop } from "/src/field/outbox/loop.ts";
import { correctedNow } from "/src/field/store/device.ts";

let db, loop;
export function open(accountId) { db = openFieldDatabase(accountId); }
export function send(holder) { loop ??= startOutboxLoop(db, holder, () => {}); loop.resume(); }
export function wake() { loop.wake(); }
export const now = correctedNow;
export async function act(scope, acts) {
  const commands = acts.map(({ photos, ...rest }) => ({
    ...rest, photos: photos.map((photo) => ({ ...photo, blob: picture(photo.base64) })),
  }));
  const answer = await issueCommands(db, scope, commands);
  return answer.ok ? { ids: [...answer.value] } : { problem: answer.problem.code };
}
function picture(base64) {
  return new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], { type: "image/jpeg" });
}
export async function held() {
  const commands = await db.commands.toArray();
  const photos = await db.photos.toArray();
  return {
    snapshots: await db.snapshots.count(),
    commands: commands.map(({ id, name, state, text, problem }) => ({ id, name, state, text, problem: problem?.code ?? null })),
    waitingPhotos: photos.filter((one) => one.state === "waiting").length,
    refusedPhotos: photos.filter((one) => one.state === "refused").map((one) => one.problem?.code ?? "no reason"),
  };
}
`;

/** What the phone holds, as it lies in its database. */
export interface Held {
  readonly snapshots: number;
  readonly commands: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: string;
    readonly text: string;
    readonly problem: string | null;
  }[];
  readonly waitingPhotos: number;
  readonly refusedPhotos: readonly string[];
}

export interface PhoneOwner {
  readonly accountId: string;
  /** The session's cookie header. */
  readonly cookie: string;
  readonly holder: object;
  readonly scope: string;
}

export async function buildBrowserPhone(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    root: ROOT,
    plugins: [
      {
        name: "phone",
        resolveId: (id) => (id.endsWith(ENTRY) ? `\0${ENTRY}` : undefined),
        load: (id) => (id === `\0${ENTRY}` ? PARTS : undefined),
      },
    ],
    build: {
      ...{ write: false, target: "esnext", lib: { entry: ENTRY, formats: ["iife"], name: "phone", fileName: "phone" } },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const output = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const chunk = output.find((one) => one.type === "chunk");
  if (!chunk) throw new Error("the phone could not be built");
  return `${chunk.code}; globalThis.phone = phone;`;
}

const PAGE = '<!doctype html><meta charset="utf-8"><script src="/phone.js"></script>';

function contentTypeOf(path: string): string {
  return path.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8";
}

export class BrowserPhone {
  readonly #script: string;
  readonly #owner: PhoneOwner;
  readonly #origin: string;
  readonly #profile: Awaited<ReturnType<typeof makeProfile>>;
  #browser: OpenedBrowser | undefined;

  constructor(script: string, origin: string, owner: PhoneOwner, profile: Awaited<ReturnType<typeof makeProfile>>) {
    this.#script = script;
    this.#origin = origin;
    this.#owner = owner;
    this.#profile = profile;
  }

  static async make(script: string, origin: string, owner: PhoneOwner): Promise<BrowserPhone> {
    return new BrowserPhone(script, origin, owner, await makeProfile());
  }

  /** The browser begins anew on its profile, the app's code in a page of the origin; nothing is sent yet. */
  async open(): Promise<void> {
    this.#browser = await openBrowser(this.#profile.folder, this.#origin);
    const { page, context } = this.#browser;
    const [name = "", value = ""] = this.#owner.cookie.split("=");
    await context.addCookies([{ name, value, url: this.#origin }]);
    // A page of the server's origin that the server does not have; everything else goes to it.
    const answers = { "/phone.html": PAGE, "/phone.js": this.#script };
    for (const [path, body] of Object.entries(answers))
      await page.route(`${this.#origin}${path}`, (route) => route.fulfill({ body, contentType: contentTypeOf(path) }));
    await page.goto(`${this.#origin}/phone.html`);
    await this.#run(`phone.open(${JSON.stringify(this.#owner.accountId)})`);
  }

  send(): Promise<void> {
    return this.#run(`phone.send(${JSON.stringify(this.#owner.holder)})`);
  }

  wake(): Promise<void> {
    return this.#run("phone.wake()");
  }

  now(): Promise<string> {
    return this.#run("phone.now()");
  }

  held(): Promise<Held> {
    return this.#run("phone.held()");
  }

  async act(acts: readonly Act[]): Promise<{ readonly ids?: string[]; readonly problem?: string }> {
    const commands = await Promise.all(acts.map(portable));
    return this.#run(`phone.act(${JSON.stringify(this.#owner.scope)}, ${JSON.stringify(commands)})`);
  }

  async kill(): Promise<void> {
    await this.#browser?.kill();
    this.#browser = undefined;
  }

  async remove(): Promise<void> {
    await this.kill();
    await this.#profile.remove();
  }

  #run<T>(expression: string): Promise<T> {
    if (!this.#browser) throw new Error("the browser is not open");
    return this.#browser.page.evaluate<T>(expression);
  }
}

async function portable({ name, args, visitId, photos }: Act): Promise<object> {
  const carried = photos.map(async ({ blob, ...rest }) => ({
    ...{ ...rest, base64: Buffer.from(await blob.arrayBuffer()).toString("base64") },
  }));
  return { name, args, visitId, photos: await Promise.all(carried), about: name, enterprise: "演示机械厂" };
}
