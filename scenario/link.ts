// An owner who has no account: the access link in a browser without script, forms and photos as the page sends them.
import type { TakenPhoto } from "./photo-pool.ts";
import type { World } from "./world.ts";

/** One device that opened one link. It says who it is with its first form. */
export interface LinkHolder {
  /** 收到，我来改: for everything behind the link. */
  receive(): Promise<void>;
  submit(hazardId: string, text: string, photo: TakenPhoto): Promise<void>;
}

export function openLink(
  world: World,
  secret: string,
  who: { readonly name: string; readonly position: string },
): LinkHolder {
  const base = `${world.stage.url}/l/${secret}`;
  const cookies = new Map<string, string>();
  const request = async (path: string, init: RequestInit): Promise<void> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { origin: world.stage.url, cookie };
    const response = await fetch(`${base}${path}`, { ...init, headers, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) keep(cookies, set);
    const isDone = init.method === "GET" ? response.status === 200 : response.status === 303;
    if (!isDone)
      throw new Error(`${who.name} at a link's ${path}: ${response.status} ${titleOf(await response.text())}`);
    await response.body?.cancel();
  };
  const formOf = () => {
    const form = new FormData();
    form.set("commandId", crypto.randomUUID());
    form.set("name", who.name);
    form.set("position", who.position);
    return form;
  };
  return {
    async receive() {
      await request("", { method: "GET" });
      await request("/receive", { method: "POST", body: formOf() });
    },
    async submit(hazardId, text, photo) {
      const form = formOf();
      form.set("text", text);
      form.set("photo", new File([new Uint8Array(photo.bytes)], "photo.jpg", { type: "image/jpeg" }));
      await request(`/h/${hazardId}/rectification`, { method: "POST", body: form });
    },
  };
}

function keep(cookies: Map<string, string>, set: string): void {
  const [pair = ""] = set.split(";");
  const at = pair.indexOf("=");
  if (at > 0) cookies.set(pair.slice(0, at), pair.slice(at + 1));
}

/** What a page that refused says, for the story's log. */
function titleOf(page: string): string {
  return page
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .slice(0, 300);
}
