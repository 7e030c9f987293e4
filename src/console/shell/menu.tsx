// The menu of those pages the role may open, and at its foot what is set for this person and device.
import { NavLink } from "react-router";
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
  if (shown.length === 0) return null;
  return (
    <>
      {heading ? <div className="sider__group">{word(heading)}</div> : null}
      {shown.map(({ path, menu }) =>
        menu ? (
          <NavLink
            key={path}
            to={`/${path}`}
            className={({ isActive }) => (isActive ? "nav nav--on" : "nav")}
            title={word(menu)}
          >
            <Icon name={menu.icon} />
            <span className="nav__text">{word(menu)}</span>
          </NavLink>
        ) : null,
      )}
    </>
  );
}
