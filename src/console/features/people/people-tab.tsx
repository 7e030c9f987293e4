// The people themselves: found by name, narrowed by role; added, ended, given a new password.
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import type { listPeople, PersonRow } from "#api/people.ts";
import { roleLabels } from "#domain/access/roles.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { FilterSelect } from "../../lists/filter-select.tsx";
import { FilterText } from "../../lists/filter-text.tsx";
import "../../lists/lists.css";
import { count } from "../../words/number-words.ts";
import { EndDrawer } from "./end-drawer.tsx";
import { InviteDrawer } from "./invite-drawer.tsx";
import { PasswordDrawer } from "./password-drawer.tsx";
import { PeopleTable, type PersonAct } from "./people-table.tsx";

type PeopleAnswer = z.output<typeof listPeople.response>;

/** The drawer that is open, and for whom. */
interface Opened {
  readonly kind: PersonAct | "invite";
  readonly person?: PersonRow;
}

export function PeopleTab(props: PeopleAnswer & { readonly tabs: ReactNode }) {
  const { people, mayInvite, day, tabs } = props;
  const say = useSay();
  const word = useWord();
  const [text, setText] = useState<string>();
  const [role, setRole] = useState<string>();
  const [act, setAct] = useState<Opened | null>(null);
  const working = people.filter((one) => one.state === "now").length;
  const shown = people.filter((one) => (!role || one.role === role) && (!text || matches(one, text)));
  const rolesHere = [...new Set(people.map((one) => one.role))];
  const close = () => setAct(null);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("人员", "People")}</h1>
          <p className="page__lead">
            {say(`现在有${count(working)}个身份在用。`, `${count(working)} memberships hold today.`)}
          </p>
        </div>
        {mayInvite.length > 0 ? (
          <div className="page__acts">
            <button type="button" className="btn btn--primary" onClick={() => setAct({ kind: "invite" })}>
              <Icon name="plus" />
              {say("加一个人", "Add a person")}
            </button>
          </div>
        ) : null}
      </div>
      {tabs}
      <div className="filters">
        <FilterText label={say("找姓名、登录名", "Name or login")} value={text} onFind={setText} />
        <FilterSelect
          label={say("身份", "Role")}
          value={role}
          options={rolesHere.map((one) => ({ value: one, label: word(roleLabels[one]) }))}
          onChoose={setRole}
        />
      </div>
      <div className="card cards">
        {shown.length === 0 ? (
          <EmptyState icon="users" title={say("没有这样的人", "Nobody matches")}>
            {say("换个名字，或不选身份。", "Try another name or no role.")}
          </EmptyState>
        ) : (
          <PeopleTable rows={shown} day={day} onAct={(kind, person) => setAct({ kind, person })} />
        )}
      </div>
      {act?.kind === "invite" ? <InviteDrawer choices={props} onClose={close} /> : null}
      {act?.kind === "end" && act.person ? <EndDrawer person={act.person} day={day} onClose={close} /> : null}
      {act?.kind === "password" && act.person ? <PasswordDrawer person={act.person} onClose={close} /> : null}
    </div>
  );
}

function matches({ displayName, login, scopeName }: PersonRow, text: string): boolean {
  return [displayName, login, scopeName ?? ""].some((part) => part.toLowerCase().includes(text.toLowerCase()));
}
