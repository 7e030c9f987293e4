// Views of a list as tabs: the fixed ones with their counts, one's own saved ones, and keeping the present one.
import { Popover } from "antd";
import { type FormEvent, useState } from "react";
import { getSavedViews, type SavedView } from "#api/saved-views.ts";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../appearance/language.ts";
import { newId } from "../request/send-command.ts";
import { useRoute } from "../request/use-route.ts";
import { useSendCommand } from "../request/use-send-command.ts";
import { count } from "../words/number-words.ts";

export interface FixedView {
  readonly key: string;
  readonly name: string;
  readonly count?: number | undefined;
  readonly on: boolean;
  readonly onOpen: () => void;
}

interface ViewsBarProps {
  /** The list's name among a person's saved views. */
  readonly list: string;
  readonly views: readonly FixedView[];
  /** The present query, without page and open row. */
  readonly query: string;
  readonly onOpen: (query: string) => void;
  /** An auditor reads and keeps nothing. */
  readonly mayKeep: boolean;
}

export function ViewsBar({ list, views, query, onOpen, mayKeep }: ViewsBarProps) {
  const say = useSay();
  const saved = useRoute(getSavedViews, { query: { list } }).data?.views ?? [];
  const own = saved.find((view) => view.query === query);
  return (
    <nav className="views" aria-label={say("视图", "Views")}>
      {views.map((view) => (
        <button
          key={view.key}
          type="button"
          className={view.on && !own ? "view view--on" : "view"}
          aria-current={view.on && !own ? "page" : undefined}
          onClick={view.onOpen}
        >
          {view.name}
          {view.count === undefined ? null : <b>{count(view.count)}</b>}
        </button>
      ))}
      {saved.map((view) => (
        <button
          key={view.id}
          type="button"
          className={view === own ? "view view--on" : "view"}
          aria-current={view === own ? "page" : undefined}
          onClick={() => onOpen(view.query)}
        >
          {view.name}
        </button>
      ))}
      {mayKeep ? <KeepView list={list} query={query} own={own} /> : null}
    </nav>
  );
}

function KeepView({
  list,
  query,
  own,
}: {
  readonly list: string;
  readonly query: string;
  readonly own?: SavedView | undefined;
}) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const { send, sending } = useSendCommand();
  async function keep(event: FormEvent) {
    event.preventDefault();
    const args = { viewId: newId(), list, name: name.trim(), query };
    if (await send({ name: "view.save", args }, say(`已存为“${name.trim()}”`, `Saved as “${name.trim()}”`))) {
      setOpen(false);
      setName("");
    }
  }
  if (own) {
    const remove = () =>
      void send({ name: "view.remove", args: { viewId: own.id } }, say(`已去掉“${own.name}”`, "Removed"));
    return (
      <button type="button" className="view view__keep" disabled={sending} onClick={remove}>
        <Icon name="x" />
        {say("去掉这个视图", "Remove this view")}
      </button>
    );
  }
  const form = (
    <form className="view__form" onSubmit={(event) => void keep(event)}>
      <label className="field">
        <span className="field__label">{say("视图叫什么", "Name of the view")}</span>
        <input
          className="input"
          value={name}
          maxLength={40}
          required
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className="btn btn--primary" disabled={sending || name.trim() === ""}>
        {say("存下", "Save")}
      </button>
    </form>
  );
  return (
    <Popover content={form} trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight">
      <button type="button" className="view view__keep">
        <Icon name="save" />
        {say("存为视图", "Save view")}
      </button>
    </Popover>
  );
}
