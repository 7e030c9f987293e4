// One address for everything that is worked on: the two web apps come from their sources with hot reload, all the rest is handed
// to the server. Cookies, origin check and links are therefore those of the real thing.
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { createServer as createVite, type ViteDevServer } from "vite";

const APPS = ["console", "field"] as const;

export interface FrontDoorOptions {
  readonly root: string;
  readonly host: string;
  readonly port: number;
  readonly serverPort: number;
  readonly whenReady: () => Promise<boolean>;
}

export interface FrontDoor {
  close(): Promise<void>;
}

export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const http = createServer();
  const apps: { readonly prefix: string; readonly vite: ViteDevServer }[] = [];
  for (const name of APPS) apps.push({ prefix: `/${name}/`, vite: await openApp(options.root, name, http) });
  http.on("request", (incoming, outgoing) => {
    const app = apps.find(({ prefix }) => incoming.url?.startsWith(prefix));
    if (app) app.vite.middlewares(incoming, outgoing);
    else void handOn(options, incoming, outgoing);
  });
  await listen(http, options);
  return {
    async close() {
      const closed = new Promise((resolve) => http.close(resolve));
      await Promise.all(apps.map(({ vite }) => vite.close()));
      http.closeAllConnections();
      await closed;
    },
  };
}

function openApp(root: string, name: (typeof APPS)[number], http: Server): Promise<ViteDevServer> {
  return createVite({
    configFile: join(root, `vite.${name}.config.ts`),
    server: { middlewareMode: true, hmr: { server: http } },
    appType: "spa",
    // Two apps, two sets of prepared packages.
    cacheDir: join(root, "node_modules/.vite", name),
    clearScreen: false,
  });
}

function listen(http: Server, { host, port }: FrontDoorOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, host, resolve);
  });
}

/** A request that comes while the server starts again waits for it. */
async function handOn(options: FrontDoorOptions, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (!(await options.whenReady())) return refuse(outgoing);
  const { method, url, headers } = incoming;
  const inner = request({ host: "127.0.0.1", port: options.serverPort, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  inner.on("error", () => refuse(outgoing));
  incoming.pipe(inner);
}

function refuse(outgoing: ServerResponse): void {
  if (outgoing.headersSent) outgoing.destroy();
  else outgoing.writeHead(502, { "content-type": "text/plain; charset=utf-8" }).end("服务没有起来，请看终端里的提示。");
}
