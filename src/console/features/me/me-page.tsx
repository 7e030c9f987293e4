// 我的账号: who I am here, and my own password.

import { App } from "antd";
import type { FormEvent } from "react";
import { MIN_PASSWORD, putPassword } from "#api/session.ts";
import { useSay } from "../../appearance/language.ts";
import { FaultList } from "../../forms/fault-list.tsx";
import { InputField } from "../../forms/fields.tsx";
import "../../forms/forms.css";
import { type Faults, useDraft, type Values } from "../../forms/use-draft.ts";
import { call } from "../../request/api-client.ts";
import { useRequest } from "../../request/use-request.ts";
import { useSession } from "../../session/session-context.ts";
import "./me.css";

export function MePage() {
  const say = useSay();
  const { displayName, memberships, current } = useSession();
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("我的账号", "My account")}</h1>
          <p className="page__lead">
            {say(`${displayName}，有${memberships.length}个身份。`, `${displayName}, ${memberships.length} roles.`)}
          </p>
        </div>
      </div>
      <div className="grid me">
        <section className="card" aria-labelledby="password">
          <div className="card__head">
            <h2 id="password">{say("改密码", "Change password")}</h2>
          </div>
          <div className="card__body">
            <PasswordForm />
          </div>
        </section>
        <section className="card" aria-labelledby="memberships">
          <div className="card__head">
            <h2 id="memberships">{say("我的身份", "My roles")}</h2>
          </div>
          <div className="card__body">
            <ul className="me__roles">
              {memberships.map((one) => (
                <li key={one.id}>
                  <b>{one.roleLabel}</b>
                  {one.id === current?.id ? <span className="tag tag--brand">{say("现在用的", "in use")}</span> : null}
                  <span className="table__sub">{[one.tenantName, one.scopeName].filter(Boolean).join("，")}</span>
                </li>
              ))}
            </ul>
          </div>
        </section>
      </div>
    </div>
  );
}

type Field = "current" | "next" | "again";
const empty: Values<Field> = { current: "", next: "", again: "" };
const change = (body: { readonly current: string; readonly next: string }) => call(putPassword, { body });

function PasswordForm() {
  const say = useSay();
  const { message } = App.useApp();
  const { request, requesting } = useRequest(change);
  const draft = useDraft<Field>(empty, (values) => faultsOf(values, say));
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!draft.check()) return;
    const { current, next } = draft.values;
    if (!(await request({ current, next }))) return;
    draft.reset();
    void message.success(say("密码已改，别的设备都已退出", "Changed; other devices are signed out"));
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <FaultList draft={draft} />
      <InputField
        draft={draft}
        name="current"
        type="password"
        autoComplete="current-password"
        label={say("现在的密码", "Current password")}
      />
      <InputField
        draft={draft}
        name="next"
        type="password"
        autoComplete="new-password"
        label={say("新密码", "New password")}
        hint={say(`至少${MIN_PASSWORD}位，一句好记的话最好`, `At least ${MIN_PASSWORD} characters`)}
      />
      <InputField
        draft={draft}
        name="again"
        type="password"
        autoComplete="new-password"
        label={say("再输一次新密码", "New password again")}
      />
      <div className="form__acts">
        <button type="submit" className="btn btn--primary" disabled={requesting}>
          {say("改密码", "Change password")}
        </button>
      </div>
    </form>
  );
}

function faultsOf({ current, next, again }: Values<Field>, say: (zh: string, en: string) => string): Faults<Field> {
  return {
    ...(current ? {} : { current: say("请输现在的密码。", "The current password is needed.") }),
    ...(next.length >= MIN_PASSWORD
      ? {}
      : { next: say(`新密码至少${MIN_PASSWORD}位。`, `At least ${MIN_PASSWORD} characters.`) }),
    ...(again === next ? {} : { again: say("两次输的不一样。", "The two differ.") }),
  };
}
