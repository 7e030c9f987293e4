// Clients that send prepared requests over kept connections, each one after the other, all at once. Plain HTTP/1.1 on a socket:
// the machine that is measured also runs the clients, so they do no more than a phone's request asks of the server.
import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface Prepared {
  readonly cookie: string;
  readonly body: Buffer;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

export interface HttpClients {
  /** Sends every client's requests in order; answers what came back, client by client. */
  sendAll(clients: readonly (readonly Prepared[])[]): Promise<Answered[][]>;
  close(): void;
}

export function openHttpClients(address: string): HttpClients {
  const { hostname, port, host } = new URL(address);
  const connections = new Map<number, Connection>();
  const connectionOf = async (client: number) => {
    const known = connections.get(client) ?? (await openConnection(hostname, Number(port)));
    connections.set(client, known);
    return known;
  };
  const sendAs = async (requests: readonly Prepared[], client: number) => {
    const connection = await connectionOf(client);
    const answers: Answered[] = [];
    for (const one of requests) answers.push(await connection.send(bytesOf(one, host)));
    return answers;
  };
  return {
    sendAll: (clients) => Promise.all(clients.map(sendAs)),
    close: () => {
      for (const connection of connections.values()) connection.close();
    },
  };
}

function bytesOf({ cookie, body }: Prepared, host: string): Buffer[] {
  const head = ["POST /api/v1/commands HTTP/1.1", `host: ${host}`, "content-type: application/json"];
  const rest = [`content-length: ${body.length}`, `cookie: ${cookie}`, "", ""];
  return [Buffer.from([...head, ...rest].join("\r\n")), body];
}

interface Connection {
  send(parts: readonly Buffer[]): Promise<Answered>;
  close(): void;
}

async function openConnection(host: string, port: number): Promise<Connection> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, "connect");
  // A connection that breaks while nothing is asked is told by the next request.
  socket.on("error", () => {});
  return {
    send(parts) {
      const answer = readAnswer(socket);
      socket.cork();
      for (const part of parts) socket.write(part);
      socket.uncork();
      return answer;
    },
    close: () => socket.destroy(),
  };
}

/** One answer with a content-length, as the server gives them. */
function readAnswer(socket: Socket): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const parts: Buffer[] = [];
  const onData = (part: Buffer) => {
    parts.push(part);
    const answer = wholeAnswer(Buffer.concat(parts));
    if (answer) finish(() => resolve(answer));
  };
  const onError = (error: Error) => finish(() => reject(error));
  const onClose = () => finish(() => reject(broken()));
  const finish = (settle: () => void) => {
    socket.off("data", onData).off("error", onError).off("close", onClose);
    settle();
  };
  socket.on("data", onData).on("error", onError).on("close", onClose);
  return promise;
}

const broken = () => Object.assign(new Error("the connection was closed before the answer"), { code: "ECONNRESET" });

function wholeAnswer(received: Buffer): Answered | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = received.subarray(0, end).toString("latin1");
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
  const body = received.subarray(end + 4);
  if (body.length < length) return undefined;
  return { status: Number(head.slice(9, 12)), text: body.subarray(0, length).toString() };
}
