// Clients that never stop sending: each keeps its request as exact bytes and sends it again until it is answered.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { BenchPerson } from "../bench/bench-subdistricts.ts";
import { openHttpClients } from "../bench/http-clients.ts";

const answerSchema = z.object({
  outcomes: z.array(z.object({ id: z.string(), status: z.string(), repeated: z.boolean().optional() })),
});

export interface Sender {
  readonly tenantId: string;
  readonly person: BenchPerson;
  readonly siteIds: readonly string[];
}

/** Everything the clients have sent and heard so far. */
export interface Heard {
  /** Command id → its tenant, for every command that was answered as accepted. */
  readonly acknowledged: Map<string, string>;
  /** Commands whose acceptance was told only on being sent again: done before the kill, answered after it. */
  repeated: number;
  sentAgain: number;
  /** What came back instead of an answer: 503, a broken connection. */
  readonly unanswered: Map<string, number>;
  /** Answers that must not be: a refusal, a conflict, a fault. */
  readonly wrong: string[];
}

export interface SendingClients {
  readonly heard: Heard;
  /** Lets every client finish the request it is at, and ends. */
  finish(): Promise<void>;
}

const PAUSE_MS = 25;

export function startClients(senders: readonly Sender[], address: () => string, at: string): SendingClients {
  const heard: Heard = { acknowledged: new Map(), repeated: 0, sentAgain: 0, unanswered: new Map(), wrong: [] };
  let finishing = false;
  const run = async (sender: Sender, no: number) => {
    for (let count = 0; !finishing; count += 1)
      await sendUntilAnswered(heard, sender, request(sender, no + count, at), address);
  };
  const running = Promise.all(senders.map(run));
  return {
    heard,
    async finish() {
      finishing = true;
      await running;
    },
  };
}

/** One to three acts in one request. */
function request({ tenantId, person, siteIds }: Sender, count: number, at: string): Buffer {
  const commands = Array.from({ length: 1 + (count % 3) }, (_, index) => {
    const siteId = siteIds[(count + index) % siteIds.length];
    const args = { supervisionId: randomUUID(), siteId, means: "call", note: "问整改进度（演示）" };
    const head = { v: 1, id: randomUUID(), tenant: tenantId, membership: person.membershipId };
    return JSON.stringify({ ...head, name: "supervision.record", args, occurredAt: at });
  });
  return Buffer.from(JSON.stringify({ commands }));
}

async function sendUntilAnswered(heard: Heard, sender: Sender, body: Buffer, address: () => string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    if (attempt > 0) heard.sentAgain += 1;
    const reason = await sendOnce(heard, sender, body, address());
    if (reason === undefined) return;
    heard.unanswered.set(reason, (heard.unanswered.get(reason) ?? 0) + 1);
    await sleep(PAUSE_MS);
  }
}

/** Undefined when there was an answer, else why there was none. */
async function sendOnce(heard: Heard, sender: Sender, body: Buffer, address: string): Promise<string | undefined> {
  const clients = openHttpClients(address);
  try {
    const [[answered] = []] = await clients.sendAll([[{ cookie: sender.person.cookie, body }]]);
    if (!answered) return "no answer";
    if (answered.status === 503 && answered.text.includes("server.database_away")) return "503 with its sentence";
    if (answered.status !== 200) {
      heard.wrong.push(`${answered.status} ${answered.text}`);
      return `status ${answered.status}`;
    }
    for (const { id, status, repeated } of answerSchema.parse(JSON.parse(answered.text)).outcomes) {
      if (status !== "accepted") heard.wrong.push(`${id} ${status}`);
      else if (heard.acknowledged.has(id)) heard.wrong.push(`${id} was answered twice`);
      else heard.acknowledged.set(id, sender.tenantId);
      if (repeated) heard.repeated += 1;
    }
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  } finally {
    clients.close();
  }
}
