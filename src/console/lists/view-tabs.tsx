// Fixed views of a page as tabs, without keeping one's own.
import { count } from "../words/number-words.ts";
import type { FixedView } from "./views-bar.tsx";

export type { FixedView };

export function ViewTabs({ label, views }: { readonly label: string; readonly views: readonly FixedView[] }) {
  return (
    <nav className="views" aria-label={label}>
      {views.map((view) => (
        <button
          key={view.key}
          type="button"
          className={view.on ? "view view--on" : "view"}
          aria-current={view.on ? "page" : undefined}
          onClick={view.onOpen}
        >
          {view.name}
          {view.count === undefined ? null : <b>{count(view.count)}</b>}
        </button>
      ))}
    </nav>
  );
}
