// The frame of every page: menu at the left, search and person on top, the page between.
import { Outlet, useNavigation } from "react-router";
import { useSay } from "../appearance/language.ts";
import { LoadingPage } from "./loading-page.tsx";
import { Menu } from "./menu.tsx";
import { RoleGuard } from "./role-guard.tsx";
import { Topbar } from "./topbar.tsx";

export function Shell() {
  const say = useSay();
  const navigation = useNavigation();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {say("跳到正文", "Skip to content")}
      </a>
      <Menu />
      <div className="shell__main">
        <Topbar />
        <main id="content" aria-busy={navigation.state === "loading"}>
          <RoleGuard fallback={<LoadingPage />}>
            <Outlet />
          </RoleGuard>
        </main>
      </div>
    </div>
  );
}
