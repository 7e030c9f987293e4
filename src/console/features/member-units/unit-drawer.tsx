// 加成员单位／改单位: its name, what it looks after, and which of the member units' people belong to it.
import { useState } from "react";
import type { MemberUnit } from "#api/member-units.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import type { Answer } from "./member-units-page.tsx";

interface UnitDrawerProps {
  readonly unit: MemberUnit | undefined;
  readonly answer: Answer;
  readonly onClose: () => void;
}

export function UnitDrawer({ unit, answer, onClose }: UnitDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const before = new Set(
    answer.people.filter(({ unitId }) => unit && unitId === unit.id).map((one) => one.membershipId),
  );
  const [people, setPeople] = useState<ReadonlySet<string>>(before);
  const draft = useDraft<"name" | "duty">({ name: unit?.name ?? "", duty: unit?.duty ?? "" }, ({ name, duty }) => ({
    ...(name.trim() ? {} : { name: say("请写单位名称。", "The name is needed.") }),
    ...(duty.trim() ? {} : { duty: say("请写它管什么。", "What it looks after is needed.") }),
  }));
  async function store() {
    const unitId = unit?.id ?? newId();
    if (!(await send({ name: "memberUnit.set", args: { unitId, ...draft.values } }, say("单位存好了", "Stored"))))
      return;
    const moved = answer.people.filter(({ membershipId }) => people.has(membershipId) !== before.has(membershipId));
    for (const { membershipId } of moved) {
      const args = { membershipId, unitId: people.has(membershipId) ? unitId : null };
      if (!(await send({ name: "memberUnit.place", args }, say("人员排好了", "Placed")))) return;
    }
    onClose();
  }
  return (
    <FormDrawer
      title={unit ? say(`改${unit.name}`, `Change ${unit.name}`) : say("加成员单位", "Add a member unit")}
      draft={draft}
      submit={say("存下单位", "Store")}
      leave={say("先不存", "Not now")}
      sending={sending}
      onSubmit={() => void store()}
      onClose={onClose}
    >
      <InputField draft={draft} name="name" label={say("单位名称", "Name")} placeholder={say("如：消安办", "")} />
      <AreaField draft={draft} name="duty" label={say("管什么", "What it looks after")} rows={2} />
      <fieldset className="choice">
        <legend className="field__label">{say("哪些人", "Its people")}</legend>
        <span className="field__hint">
          {say("一个人只在一个单位；没有的，请管理员在“人员”页开成员单位的身份。", "One person belongs to one unit.")}
        </span>
        <div className="choice__row">
          {answer.people.map(({ membershipId, name }) => (
            <label key={membershipId} className="choice__one">
              <input
                type="checkbox"
                checked={people.has(membershipId)}
                onChange={() => setPeople(toggled(people, membershipId))}
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
    </FormDrawer>
  );
}

function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set(set.has(one) ? [...set].filter((other) => other !== one) : [...set, one]);
}
