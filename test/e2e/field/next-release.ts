// The server behind a door that can put out the app's next release (its page and its service worker with other bytes) and keep
// work from getting through meanwhile.
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

const MARK = '<meta name="release" content="next">';
const INDEX_REVISION = /(\{url:"index\.html",revision:")[0-9a-f]+/;

export interface Door {
  readonly url: string;
  /** From now on the next release is served. */
  release(): void;
  /** Requests of the app get no answer while it holds. */
  holdWork(isHeld: boolean): void;
  close(): Promise<void>;
}

export async function openDoor(origin: string): Promise<Door> {
  let [isNext, isHeld] = [false, false];
  const server = createServer((asked, answer) => {
    const path = asked.url ?? "/";
    if (isHeld && path.startsWith("/api/")) return void asked.socket.destroy();
    pass(origin, asked, answer, isNext ? changeOf(path) : undefined);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: () => {
      isNext = true;
    },
    holdWork: (held) => {
      isHeld = held;
    },
    close: () => close(server),
  };
}

type Change = (text: string) => string;

/** How the next release's file differs; the change must strike, else nothing was released. */
function changeOf(path: string): Change | undefined {
  const [from, to]: readonly [RegExp, string] = path.startsWith("/field/sw.js")
    ? [INDEX_REVISION, "$100000000000000000000000000000000"]
    : [/<head>/, `<head>${MARK}`];
  const isChanged = path.startsWith("/field/sw.js") || /^\/field\/(index\.html)?([?#]|$)/.test(path);
  return isChanged ? (text) => text.replace(from, to) : undefined;
}

function pass(origin: string, asked: IncomingMessage, answer: ServerResponse, change: Change | undefined): void {
  const headers: Record<string, string | string[] | undefined> = { ...asked.headers, host: new URL(origin).host };
  if (headers.origin) headers.origin = origin;
  // A changed file is read, so it comes plain and whole.
  if (change)
    for (const name of ["accept-encoding", "if-none-match", "if-modified-since", "range"]) delete headers[name];
  const onward = httpRequest(new URL(asked.url ?? "/", origin), { method: asked.method, headers }, (got) => {
    if (!change) {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      return void got.pipe(answer);
    }
    const chunks: Buffer[] = [];
    got.on("data", (chunk: Buffer) => chunks.push(chunk));
    got.on("end", () => {
      const { "content-length": _length, etag: _etag, ...kept } = got.headers;
      answer.writeHead(got.statusCode ?? 502, kept);
      answer.end(change(Buffer.concat(chunks).toString("utf8")));
    });
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
