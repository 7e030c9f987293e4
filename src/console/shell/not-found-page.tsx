import { Link } from "react-router";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay } from "../appearance/language.ts";

/** Not there, or not for this person: said the same way. */
export function NotFoundPage() {
  const say = useSay();
  return (
    <div className="page">
      <EmptyState
        icon="search"
        title={say("没有找到这一页", "Page not found")}
        action={
          <Link className="btn" to="/">
            {say("回到首页", "Go to start")}
          </Link>
        }
      >
        {say("可能已经改名、已被撤下，或不在您的范围里。", "It may have moved, or lie outside your scope.")}
      </EmptyState>
    </div>
  );
}
