// The first page of the menu that the role may open; somebody whose work lies elsewhere is told where.
import { Navigate } from "react-router";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay } from "../appearance/language.ts";
import { pages } from "../pages.tsx";
import { useSession } from "../session/session-context.ts";

export function HomePage() {
  const say = useSay();
  const role = useSession().current?.role;
  const first = pages.find((page) => page.menu && role && page.by.includes(role));
  if (first) return <Navigate to={`/${first.path}`} replace />;
  return (
    <EmptyState icon="info" title={say("这里没有您要办的事", "Nothing for you here")}>
      {say(
        "企业和村社区从手机页面办理，专家用外勤应用。要换身份，请点右上角的名字。",
        "Enterprises and experts work in other apps. To act in another role, open your name at the top right.",
      )}
    </EmptyState>
  );
}
