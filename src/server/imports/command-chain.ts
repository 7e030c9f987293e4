// Sends commands one after another as the person (or job) who imports. A refusal ends the chain with its sentence.
import { randomUUID } from "node:crypto";
import type { Problem } from "#domain/kernel/result.ts";
import { problemText } from "#domain/problems.ts";
import { handleCommands, type Sender, type WritePath } from "../commands/handle.ts";
import { parseCommands } from "../commands/parse.ts";

/** Who imports: the sender of every command, and the membership its envelope names. */
export interface ChainSender extends Sender {
  readonly tenantId: string;
  readonly membershipId: string | null;
}

export class ChainRefused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problemText(problem));
    this.name = "ChainRefused";
    this.problem = problem;
  }
}

export async function sendInChain(path: WritePath, sender: ChainSender, name: string, args: unknown): Promise<void> {
  const text = JSON.stringify({
    ...{ v: 1, id: randomUUID(), tenant: sender.tenantId, membership: sender.membershipId },
    ...{ name, args, occurredAt: path.clock.now() },
  });
  const parsed = parseCommands([text]);
  if (parsed.stopped) throw new ChainRefused(parsed.stopped);
  const answer = await handleCommands(path, sender, parsed.commands);
  const problem = answer.stopped ?? answer.outcomes[0]?.problem;
  if (problem) throw new ChainRefused(problem);
}
