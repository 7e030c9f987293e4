// Asks who is signed in before anything else is shown.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { deleteSession, getSession, type MembershipAnswer, putMembership } from "#api/session.ts";
import { ErrorState } from "#ui/error-state.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useSay } from "../appearance/language.ts";
import { call } from "../request/api-client.ts";
import { failureText } from "../request/failures.ts";
import { goToFirstPassword, goToSignIn } from "../request/sign-in-redirect.ts";
import { SessionContext } from "./session-context.ts";

const KEY = ["session"];

export function SessionGate({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const session = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(getSession, { signal }), staleTime: 60_000 });
  const mustChange = session.data?.mustChangePassword ?? false;
  useEffect(() => {
    if (mustChange) goToFirstPassword();
  }, [mustChange]);
  if (session.data && !mustChange) return <SessionContext value={session.data}>{children}</SessionContext>;
  if (session.isPending || mustChange) {
    return (
      <div className="page">
        <Skeleton label={say("正在打开", "Opening")} lines={5} />
      </div>
    );
  }
  const retry = { text: say("再试一次", "Try again"), onRetry: () => void session.refetch() };
  return (
    <ErrorState title={say("没能打开", "Could not open")} retry={retry}>
      {failureText(session.error)}
    </ErrorState>
  );
}

/** Changing the membership and signing out: afterwards nothing of the old one is left on the screen. */
export function useSessionActs() {
  const queries = useQueryClient();
  return {
    async actAs({ tenantId, id }: MembershipAnswer): Promise<void> {
      const session = await call(putMembership, { body: { tenantId, membershipId: id } });
      queries.clear();
      queries.setQueryData(KEY, session);
      location.assign("/console/");
    },
    async signOut(): Promise<void> {
      await call(deleteSession);
      queries.clear();
      goToSignIn();
    },
  };
}
