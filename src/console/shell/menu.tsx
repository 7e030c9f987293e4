// The menu of those pages the role may open, and at its foot what is set for this person and device.
import { Link, useLocation } from "react-router";
import { Icon } from "#ui/icon.tsx";
import { Logo } from "#ui/logo.tsx";
import { useSay, useWord } from "../appearance/language.ts";
import { pages } from "../pages.tsx";
import { useSession } from "../session/session-context.ts";
import { MenuFoot } from "./menu-foot.tsx";
import { type MenuGroup, menuGroups } from "./page.ts";

const groupOrder: readonly MenuGroup[] = ["daily", "archive", "analysis"];

export function Menu() {
  const say = useSay();
  const { current } = useSession();
  return (
    <nav className="sider" aria-label={say("主菜单", "Main menu")}>
      <Logo name={say("闭环", "Bihuan")} sub={current?.tenantName} />
      {groupOrder.map((group) => (
        <MenuSection key={group} group={group} />
      ))}
      <MenuFoot />
    </nav>
  );
}

function MenuSection({ group }: { readonly group: MenuGroup }) {
  const word = useWord();
  const role = useSession().current?.role;
  const shown = pages.filter(({ menu, by }) => menu && (menu.group ?? "daily") === group && role && by.includes(role));
  const heading = menuGroups[group];
  const here = menuPathOf(useLocation().pathname);
  if (shown.length === 0) return null;
  return (
    <>
      {heading ? <div className="sider__group">{word(heading)}</div> : null}
      {shown.map(({ path, menu }) =>
        menu ? (
          <Link
            key={path}
            to={`/${path}`}
            className={path === here ? "nav nav--on" : "nav"}
            aria-current={path === here ? "page" : undefined}
            title={word(menu)}
          >
            <Icon name={menu.icon} />
            <span className="nav__text">{word(menu)}</span>
          </Link>
        ) : null,
      )}
    </>
  );
}

/** The entry a page belongs to: the longest that begins its address, so that 导入 is not 企业 as well. */
function menuPathOf(pathname: string): string | undefined {
  const within = pages.filter(
    ({ path, menu }) => menu && (pathname === `/${path}` || pathname.startsWith(`/${path}/`)),
  );
  return within.toSorted((a, b) => b.path.length - a.path.length)[0]?.path;
}
