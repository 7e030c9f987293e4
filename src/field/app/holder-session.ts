// Who holds this phone. The one who used it last goes on at once, signal or not; the server's word follows and corrects.
import type { SessionAnswer } from "#api/session.ts";
import { type Holder, readHolder, rememberHolder } from "../store/device.ts";

export type Start =
  | { readonly kind: "holder"; readonly holder: Holder }
  | { readonly kind: "signIn"; readonly last: Holder | undefined }
  /** Signed in, but nobody's expert: nothing here is for this account. */
  | { readonly kind: "noExpert"; readonly name: string };

/** Signed out by the server a person goes on too, and sends after signing in. */
export function knownHolder(): Start | undefined {
  const last = readHolder();
  return last && !last.signedOut ? { kind: "holder", holder: last } : undefined;
}

/** What the server says; undefined while it cannot be reached or knows of no session. */
export async function holderByServer(when?: Promise<void>): Promise<Start | undefined> {
  await when;
  if (!navigator.onLine) return undefined;
  const { readSession } = await import("../outbox/server.ts");
  const session = await readSession();
  return session.kind === "answered" ? holderOfSession(session.value) : undefined;
}

export async function findHolder(): Promise<Start> {
  return (await holderByServer()) ?? { kind: "signIn", last: readHolder() };
}

export function holderOfSession(session: SessionAnswer): Start {
  const memberships = session.memberships.filter((one) => one.role === "expert");
  if (memberships.length === 0) return { kind: "noExpert", name: session.displayName };
  const holder = { accountId: session.accountId, displayName: session.displayName, memberships, signedOut: false };
  rememberHolder(holder);
  return { kind: "holder", holder };
}

/** Another person, or other memberships than before. */
export function isOther(start: Start, holder: Holder): boolean {
  return start.kind !== "holder" || JSON.stringify(start.holder) !== JSON.stringify(holder);
}

/** The phone is handed on: nothing unsent is lost, nobody else sees it. */
export async function leave(holder: Holder): Promise<Start> {
  const last = { ...holder, signedOut: true };
  rememberHolder(last);
  const { signOut } = await import("../outbox/server.ts");
  await signOut();
  return { kind: "signIn", last };
}
