// Sends one command: the envelope is written once as exact text, and the same text is sent again when nobody answered.
import { v7 as newId } from "uuid";
import { type OutcomeAnswer, postCommands } from "#api/commands.ts";
import type { MembershipAnswer } from "#api/session.ts";
import { call } from "./api-client.ts";
import { RefusedError, UnreachableError } from "./failures.ts";

const TRIES = 3;
const WAIT_MS = 800;

export interface CommandToSend {
  readonly name: string;
  readonly args: unknown;
  /** The visit it belongs to, where it belongs to one. */
  readonly visit?: string;
  /** The refused command it repairs. */
  readonly replaces?: string;
}

export { newId };

/** The outcome of an accepted command; a refusal is thrown with its sentence. */
export async function sendCommand(membership: MembershipAnswer, command: CommandToSend): Promise<OutcomeAnswer> {
  const text = JSON.stringify({
    v: 1,
    id: newId(),
    tenant: membership.tenantId,
    membership: membership.id,
    ...command,
    occurredAt: new Date().toISOString(),
  });
  const answer = await deliver(text);
  const [outcome] = answer.outcomes;
  if (!outcome) throw answer.stopped ? new RefusedError(409, answer.stopped) : new UnreachableError(200);
  if (outcome.status === "accepted") return outcome;
  throw outcome.problem ? new RefusedError(409, outcome.problem) : new UnreachableError(409);
}

/** Retries only where there was no answer: the server knows the text again and does nothing twice. */
async function deliver(text: string) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call(postCommands, { body: { commands: [text] } });
    } catch (error) {
      if (!(error instanceof UnreachableError) || attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * attempt));
    }
  }
}
