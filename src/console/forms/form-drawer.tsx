// A form in a drawer: the list stays in its place, what is missing stands on top, and the button says what happens.
import { Drawer } from "antd";
import type { FormEvent, ReactNode } from "react";
import { FaultList } from "./fault-list.tsx";
import "./forms.css";
import type { Draft } from "./use-draft.ts";

interface FormDrawerProps<K extends string> {
  readonly title: string;
  /** What happens and to whom, before the fields. */
  readonly lead?: ReactNode;
  readonly draft: Draft<K>;
  /** The two buttons, each saying its act: 加进来 / 先不加. */
  readonly submit: string;
  readonly leave: string;
  readonly sending: boolean;
  /** Called once nothing is missing. */
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function FormDrawer<K extends string>(props: FormDrawerProps<K>) {
  const { title, lead, draft, submit, leave, sending, onSubmit, onClose, children } = props;
  function send(event: FormEvent) {
    event.preventDefault();
    if (!sending && draft.check()) onSubmit();
  }
  return (
    <Drawer open size={520} title={title} onClose={onClose}>
      <form className="form" noValidate onSubmit={send}>
        {lead ? <p className="soft">{lead}</p> : null}
        <FaultList draft={draft} />
        {children}
        <div className="form__acts">
          <button type="submit" className="btn btn--primary" disabled={sending}>
            {submit}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {leave}
          </button>
        </div>
      </form>
    </Drawer>
  );
}
