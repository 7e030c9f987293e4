// Clients that send prepared requests over kept connections, each one after the other, all at once.
import { Agent, request } from "node:http";

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
  const { hostname, port } = new URL(address);
  const agent = new Agent({ keepAlive: true });
  const sendAs = async (requests: readonly Prepared[]) => {
    const answers: Answered[] = [];
    for (const one of requests) answers.push(await send(agent, hostname, port, one));
    return answers;
  };
  return { sendAll: (clients) => Promise.all(clients.map(sendAs)), close: () => agent.destroy() };
}

function send(agent: Agent, hostname: string, port: string, { cookie, body }: Prepared): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const headers = { "content-type": "application/json", "content-length": body.length, cookie };
  const asked = request({ agent, hostname, port, method: "POST", path: "/api/v1/commands", headers }, (response) => {
    const parts: Buffer[] = [];
    response.on("data", (part: Buffer) => parts.push(part));
    response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    response.on("error", reject);
  });
  asked.on("error", reject);
  asked.end(body);
  return promise;
}
