// Choosing one enterprise of the register by part of its name or code.
import { Select } from "antd";
import { useState } from "react";
import { listEnterprises } from "#api/enterprises.ts";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../appearance/language.ts";
import { useRoute } from "../request/use-route.ts";
import "./enterprise-field.css";
import { type Draft, fieldId } from "./use-draft.ts";

interface EnterpriseFieldProps<K extends string> {
  readonly draft: Draft<K>;
  readonly name: K;
  readonly label: string;
  readonly hint?: string;
}

export function EnterpriseField<K extends string>({ draft, name, label, hint }: EnterpriseFieldProps<K>) {
  const say = useSay();
  const [text, setText] = useState("");
  const found = useRoute(listEnterprises, { query: text ? { text } : {} }).data?.rows ?? [];
  const id = fieldId(draft.id, name);
  const fault = draft.faults[name];
  return (
    <div className={fault ? "field field--bad" : "field"}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint ? <span className="field__hint">{hint}</span> : null}
      <Select
        id={id}
        className="field__select"
        showSearch={{ filterOption: false, onSearch: setText }}
        value={draft.values[name] || null}
        placeholder={say("输名字或信用代码来找", "Type a name or credit code")}
        notFoundContent={say("没有这样的企业", "No such enterprise")}
        onChange={(value: string) => draft.set(name, value)}
        options={found.map((one) => ({ value: one.id, label: `${one.registerNo}号 ${one.name}` }))}
      />
      {fault ? (
        <span className="field__error">
          <Icon name="alert" />
          {fault}
        </span>
      ) : null}
    </div>
  );
}
