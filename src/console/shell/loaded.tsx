// What a page shows while its answer is on the way, and when it did not come.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState } from "#ui/error-state.tsx";
import { useSay } from "../appearance/language.ts";
import { failureText } from "../request/failures.ts";
import { LoadingPage } from "./loading-page.tsx";

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  /** What could not be opened: 没能打开人员. */
  readonly failed: string;
  readonly children: (data: T) => ReactNode;
}

export function Loaded<T>({ query, failed, children }: LoadedProps<T>) {
  const say = useSay();
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <LoadingPage />;
  const retry = { text: say("再试一次", "Try again"), onRetry: () => void query.refetch() };
  return (
    <ErrorState title={failed} retry={retry}>
      {failureText(query.error)}
    </ErrorState>
  );
}
