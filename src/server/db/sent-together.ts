// Statements that are sent one behind the other without waiting: the server runs them in this order, one round trip in all.

/** The socket of a connection; `pg` names it, its types do not. */
interface Corkable {
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } };
}

/** Lets everything `send` issues before its first wait leave in one packet. */
export function inOnePacket<T>(client: Corkable, send: () => T): T {
  const stream = client.connection?.stream;
  stream?.cork();
  try {
    return send();
  } finally {
    stream?.uncork();
  }
}

/** The same for what is sent only after a few promises of others have resolved, as the job queue does. */
export function inOnePacketUntilIdle<T>(client: Corkable, send: () => T): T {
  const stream = client.connection?.stream;
  stream?.cork();
  setImmediate(() => stream?.uncork());
  return send();
}

/**
 * Waits for all and throws the first failure in the order of sending: those behind it only say that the transaction is
 * aborted. Nothing of them is left unanswered when this returns.
 */
export async function allAnswered(sent: readonly Promise<unknown>[]): Promise<void> {
  for (const answer of await Promise.allSettled(sent)) if (answer.status === "rejected") throw answer.reason;
}
