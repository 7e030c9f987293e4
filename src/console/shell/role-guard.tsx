// A page typed into the address bar by somebody it is not for is simply not there. The server says the same again.
import { type ReactNode, Suspense } from "react";
import { matchPath, useLocation } from "react-router";
import { pages } from "../pages.tsx";
import { useSession } from "../session/session-context.ts";
import { NotFoundPage } from "./not-found-page.tsx";

interface RoleGuardProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

export function RoleGuard({ fallback, children }: RoleGuardProps) {
  const { pathname } = useLocation();
  const role = useSession().current?.role;
  const page = pages.find(({ path }) => matchPath(`/${path}`, pathname));
  if (page && !(role && page.by.includes(role))) return <NotFoundPage />;
  return <Suspense fallback={fallback}>{children}</Suspense>;
}
