import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon-names.ts";
import { writeRoute } from "../app/route.ts";

const places = [
  { page: "today", icon: "calendar", word: "今日" },
  { page: "week", icon: "list", word: "近期" },
  { page: "law", icon: "search", word: "查找" },
  { page: "me", icon: "user", word: "我的" },
] as const satisfies readonly { page: string; icon: IconName; word: string }[];

export function FieldNav({ here }: { readonly here: (typeof places)[number]["page"] }) {
  return (
    <nav className="phone__act nav" aria-label="主导航">
      {places.map(({ page, icon, word }) => (
        <a
          key={page}
          className={page === here ? "tool tool--here" : "tool"}
          href={writeRoute({ page })}
          aria-current={page === here ? "page" : undefined}
        >
          <Icon name={icon} />
          {word}
        </a>
      ))}
    </nav>
  );
}
