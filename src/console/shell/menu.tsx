// The menu of those pages the role may open, and at its foot what is set for this person and device. On a phone it lies at
// the bottom: the four entries of every day, and the rest behind 更多.
import { useState } from "react";
import { Link, useLocation } from "react-router";
import { Icon } from "#ui/icon.tsx";
import { Logo } from "#ui/logo.tsx";
import { useSay, useWord } from "../appearance/language.ts";
import { pages } from "../pages.tsx";
import { useSession } from "../session/session-context.ts";
import { MenuFoot } from "./menu-foot.tsx";
import { type ConsolePage, type MenuEntry, type MenuGroup, menuGroups } from "./page.ts";

const groupOrder: readonly MenuGroup[] = ["daily", "archive", "analysis"];
/** What a thumb reaches beside 更多. */
const ALWAYS_SHOWN = 4;

type Entry = ConsolePage & { readonly menu: MenuEntry };

export function Menu() {
  const say = useSay();
  const { current } = useSession();
  const here = menuPathOf(useLocation().pathname);
  const [open, setOpen] = useState(false);
  const entries = groupOrder.flatMap((group) => entriesOf(group, current?.role));
  const first = new Set(entries.slice(0, ALWAYS_SHOWN).map(({ path }) => path));
  const hidden = entries.filter(({ path }) => !first.has(path));
  return (
    <nav className={open ? "sider sider--open" : "sider"} aria-label={say("主菜单", "Main menu")}>
      <Logo name={say("闭环", "Bihuan")} sub={current?.tenantName} />
      {groupOrder.map((group) => (
        <MenuSection
          key={group}
          group={group}
          entries={entries.filter(({ menu }) => (menu.group ?? "daily") === group)}
          first={first}
          here={here}
          onGo={() => setOpen(false)}
        />
      ))}
      {hidden.length > 0 ? (
        <button
          type="button"
          className={hidden.some(({ path }) => path === here) && !open ? "nav nav__more nav--on" : "nav nav__more"}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? "x" : "list"} />
          <span className="nav__text">{open ? say("收起", "Close") : say("更多", "More")}</span>
        </button>
      ) : null}
      <MenuFoot />
    </nav>
  );
}

function entriesOf(group: MenuGroup, role: ConsolePage["by"][number] | undefined): readonly Entry[] {
  return pages.flatMap((one) =>
    one.menu && (one.menu.group ?? "daily") === group && role && one.by.includes(role)
      ? [{ ...one, menu: one.menu }]
      : [],
  );
}

interface MenuSectionProps {
  readonly group: MenuGroup;
  readonly entries: readonly Entry[];
  /** Paths that a phone shows without 更多. */
  readonly first: ReadonlySet<string>;
  readonly here: string | undefined;
  readonly onGo: () => void;
}

function MenuSection({ group, entries, first, here, onGo }: MenuSectionProps) {
  const word = useWord();
  const heading = menuGroups[group];
  if (entries.length === 0) return null;
  return (
    <>
      {heading ? <div className="sider__group">{word(heading)}</div> : null}
      {entries.map(({ path, menu }) => (
        <Link
          key={path}
          to={`/${path}`}
          className={["nav", path === here ? "nav--on" : "", first.has(path) ? "" : "nav--rest"].join(" ").trim()}
          aria-current={path === here ? "page" : undefined}
          title={word(menu)}
          onClick={onGo}
        >
          <Icon name={menu.icon} />
          <span className="nav__text">{word(menu)}</span>
        </Link>
      ))}
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
