// 加一个人: login, name, role and where; afterwards the first password, shown this once.
import { Drawer } from "antd";
import { useState } from "react";
import type { z } from "zod";
import { createPerson, type Invited, type listPeople } from "#api/people.ts";
import { roleLabels } from "#domain/access/roles.ts";
import { type GrantedRole, hasScopeId, scopeKindOf } from "#domain/organization/membership-scope.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { EnterpriseField } from "../../forms/enterprise-field.tsx";
import { InputField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Draft, type Faults, useDraft, type Values } from "../../forms/use-draft.ts";
import { call } from "../../request/api-client.ts";
import { useRequest } from "../../request/use-request.ts";
import { OneTimePassword } from "./one-time-password.tsx";

type Choices = Pick<z.output<typeof listPeople.response>, "mayInvite" | "agencies" | "communities">;
type Field = "displayName" | "login" | "role" | "scopeId" | "title" | "validTo";

interface InviteDrawerProps {
  readonly choices: Choices;
  readonly onClose: () => void;
}

export function InviteDrawer({ choices, onClose }: InviteDrawerProps) {
  const say = useSay();
  const word = useWord();
  const [invited, setInvited] = useState<Invited>();
  const { request, requesting } = useRequest(invite);
  const first = choices.mayInvite.includes("expert") && choices.mayInvite.length < 4 ? "expert" : choices.mayInvite[0];
  const empty = { displayName: "", login: "", role: first ?? "", scopeId: "", title: "", validTo: "" };
  const draft = useDraft<Field>(empty, (values) => faultsOf(values, choices, say));
  if (invited) return <Done invited={invited} name={draft.values.displayName} onClose={onClose} />;
  return (
    <FormDrawer
      title={say("加一个人", "Add a person")}
      lead={say(
        "登录名已经有账号的，只加身份，密码不变。没有的，会开一个新账号并给出初始密码。",
        "A login that exists keeps its password; otherwise an account is made.",
      )}
      draft={draft}
      submit={say("加进来", "Add")}
      leave={say("先不加", "Not now")}
      sending={requesting}
      onSubmit={() => void request(inputOf(draft.values, choices)).then((answer) => answer && setInvited(answer))}
      onClose={onClose}
    >
      <InputField draft={draft} name="displayName" label={say("姓名", "Name")} />
      <InputField
        draft={draft}
        name="login"
        label={say("登录名", "Login")}
        hint={say("手机号、邮箱或字母开头的名字", "Phone number, e-mail or a name")}
      />
      <SelectField
        draft={draft}
        name="role"
        label={say("身份", "Role")}
        options={choices.mayInvite.map((one) => ({ value: one, label: word(roleLabels[one]) }))}
      />
      <ScopeField draft={draft} choices={choices} />
      <InputField draft={draft} name="title" label={say("职务", "Title")} optional />
      <InputField
        draft={draft}
        name="validTo"
        type="date"
        label={say("做到哪天", "Last day")}
        hint={say("不填就是长期", "Open-ended when left empty")}
        optional
      />
    </FormDrawer>
  );
}

/** Where the person works, as far as the role asks for it. */
function ScopeField({ draft, choices }: { readonly draft: Draft<Field>; readonly choices: Choices }) {
  const say = useSay();
  if (kindOf(draft.values.role, choices) === "enterprise")
    return <EnterpriseField draft={draft} name="scopeId" label={say("哪家企业", "Which enterprise")} />;
  const scopes = scopesOf(draft.values.role, choices);
  if (!scopes) return null;
  const label = scopes.kind === "agency" ? say("哪家机构", "Which agency") : say("哪个村社区", "Which community");
  return <SelectField draft={draft} name="scopeId" label={label} options={scopes.options} />;
}

function Done({ invited, name, onClose }: { invited: Invited; name: string; onClose: () => void }) {
  const say = useSay();
  return (
    <Drawer open size={520} title={say(`${name}已经加进来`, `${name} was added`)} onClose={onClose}>
      <OneTimePassword login={invited.login} password={invited.password} />
      <button type="button" className="btn below" onClick={onClose}>
        {say("记好了，关上", "Noted, close")}
      </button>
    </Drawer>
  );
}

const invite = (body: z.input<typeof createPerson.body & {}>) => call(createPerson, { body });

function asRole(role: string, { mayInvite }: Choices): GrantedRole | undefined {
  return mayInvite.find((one) => one === role);
}

function kindOf(role: string, choices: Choices) {
  const granted = asRole(role, choices);
  return granted && scopeKindOf(granted);
}

function scopesOf(role: string, choices: Choices) {
  const kind = kindOf(role, choices);
  if (kind !== "agency" && kind !== "community") return undefined;
  const named = kind === "agency" ? choices.agencies : choices.communities;
  const none = named.length === 1 ? [] : [{ value: "", label: "—" }];
  return { kind, options: [...none, ...named.map(({ id, name }) => ({ value: id, label: name }))] };
}

/** Where there is one choice it is taken without asking. */
function scopeIdOf(values: Values<Field>, choices: Choices): string | undefined {
  if (kindOf(values.role, choices) === "enterprise") return values.scopeId || undefined;
  const scopes = scopesOf(values.role, choices);
  if (!scopes) return undefined;
  const chosen = scopes.options.find((one) => one.value === values.scopeId) ?? scopes.options[0];
  return chosen?.value || undefined;
}

function inputOf(values: Values<Field>, choices: Choices) {
  const { displayName, login, title, validTo } = values;
  const scopeId = scopeIdOf(values, choices);
  return {
    ...{ displayName, login, role: asRole(values.role, choices) ?? "expert" },
    ...(scopeId ? { scopeId } : {}),
    ...(title.trim() ? { title } : {}),
    ...(validTo ? { validTo } : {}),
  } as const;
}

const LOGIN = /^[a-z0-9][a-z0-9._@-]{1,63}$/i;

function faultsOf(values: Values<Field>, choices: Choices, say: (zh: string, en: string) => string): Faults<Field> {
  const faults: Faults<Field> = {};
  if (!values.displayName.trim()) faults.displayName = say("请填姓名。", "The name is needed.");
  if (!LOGIN.test(values.login.trim()))
    faults.login = say(
      "登录名用字母、数字和 . _ @ -，至少2位，字母或数字开头。",
      "Letters, digits and . _ @ -, at least two.",
    );
  const kind = kindOf(values.role, choices);
  if (kind && hasScopeId(kind) && !scopeIdOf(values, choices))
    faults.scopeId = say("请选这个人在哪里做事。", "Choose where they work.");
  return faults;
}
