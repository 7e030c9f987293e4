// What is shown when a page breaks: what is safe, what failed, what to do.
import { useRouteError } from "react-router";
import { ErrorState } from "#ui/error-state.tsx";
import { useSay } from "../appearance/language.ts";
import { failureText } from "../request/failures.ts";

export function CrashedPage() {
  const say = useSay();
  const error = useRouteError();
  console.error(error);
  const retry = { text: say("重新打开", "Reload"), onRetry: () => location.reload() };
  return (
    <ErrorState title={say("没能打开这一页", "This page could not be opened")} retry={retry}>
      {failureText(error)}
    </ErrorState>
  );
}
