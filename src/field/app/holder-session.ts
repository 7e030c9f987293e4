// Who holds this phone: the session's person when there is a connection, else the one who used it last.
import type { SessionAnswer } from "#api/session.ts";
import { signOut as endSession, readSession } from "../outbox/server.ts";
import { type Holder, readHolder, rememberHolder } from "../store/device.ts";

export type Start =
  | { readonly kind: "holder"; readonly holder: Holder }
  | { readonly kind: "signIn"; readonly last: Holder | undefined }
  /** Signed in, but nobody's expert: nothing here is for this account. */
  | { readonly kind: "noExpert"; readonly name: string };

export async function findHolder(): Promise<Start> {
  const last = readHolder();
  const session = await readSession();
  if (session.kind === "answered") return holderOfSession(session.value);
  // Without a signal the person goes on; signed out by the server he goes on too, and sends after signing in.
  if (last && !last.signedOut) return { kind: "holder", holder: last };
  return { kind: "signIn", last };
}

export function holderOfSession(session: SessionAnswer): Start {
  const memberships = session.memberships.filter((one) => one.role === "expert");
  if (memberships.length === 0) return { kind: "noExpert", name: session.displayName };
  const holder = { accountId: session.accountId, displayName: session.displayName, memberships, signedOut: false };
  rememberHolder(holder);
  return { kind: "holder", holder };
}

/** The phone is handed on: nothing unsent is lost, nobody else sees it. */
export async function leave(holder: Holder): Promise<Start> {
  const last = { ...holder, signedOut: true };
  rememberHolder(last);
  await endSession();
  return { kind: "signIn", last };
}
