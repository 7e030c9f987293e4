// Which enterprises in scope: all of them until some are left out.
import { useState } from "react";
import type { ServedEnterprise } from "#api/contracts.ts";
import { useSay } from "../../appearance/language.ts";
import { count } from "../../words/number-words.ts";

interface PickEnterprisesProps {
  readonly enterprises: readonly ServedEnterprise[];
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
}

export function PickEnterprises({ enterprises, left, onLeave }: PickEnterprisesProps) {
  const say = useSay();
  const [text, setText] = useState("");
  const shown = enterprises.filter((one) => one.name.includes(text.trim()));
  const picked = enterprises.filter((one) => !left.has(one.id)).length;
  function toggle(id: string) {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    onLeave(next);
  }
  return (
    <fieldset className="choice">
      <legend className="field__label">{say("哪些企业", "Which enterprises")}</legend>
      <span className="field__hint">
        {say(
          `应纳入的${count(enterprises.length)}家，选了${count(picked)}家。不要的去掉勾。`,
          `${picked} of the ${enterprises.length} in scope. Untick those to leave out.`,
        )}
      </span>
      <div className="row row--wrap">
        <input
          className="input grow"
          type="search"
          aria-label={say("找企业", "Find an enterprise")}
          placeholder={say("找企业", "Find an enterprise")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="button" className="btn btn--sm" onClick={() => onLeave(new Set())}>
          {say("全选", "All")}
        </button>
        <button
          type="button"
          className="btn btn--sm"
          onClick={() => onLeave(new Set(enterprises.map((one) => one.id)))}
        >
          {say("全不选", "None")}
        </button>
      </div>
      <div className="pick__list below">
        {shown.map((one) => (
          <label key={one.id}>
            <input type="checkbox" checked={!left.has(one.id)} onChange={() => toggle(one.id)} />
            <span className="grow">
              {one.name}
              <span className="table__sub">
                {[one.communityName, one.agencyName ?? say("还没有机构", "no agency yet")].filter(Boolean).join("，")}
              </span>
            </span>
          </label>
        ))}
        {shown.length === 0 ? <p className="soft">{say("没有这样的企业。", "None matches.")}</p> : null}
      </div>
    </fieldset>
  );
}
