// Who is signed in and under which membership they act; every page may ask.
import { createContext, useContext } from "react";
import type { MembershipAnswer, SessionAnswer } from "#api/session.ts";

export const SessionContext = createContext<SessionAnswer | undefined>(undefined);

export function useSession(): SessionAnswer {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no session around this page");
  return session;
}

/** The membership acted under. Pages are only shown to somebody who has one. */
export function useMembership(): MembershipAnswer {
  const { current } = useSession();
  if (!current) throw new Error("no membership around this page");
  return current;
}
