// When nothing goes out to people, and when several things go out as one.
import type { FormEvent, ReactNode } from "react";
import { useSay } from "../../appearance/language.ts";
import { FaultList } from "../../forms/fault-list.tsx";
import { InputField } from "../../forms/fields.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

interface RulesCardProps {
  readonly rules: { readonly quietFrom: string; readonly quietTo: string; readonly digestMinutes: number };
  readonly tabs: ReactNode;
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

export function RulesCard({ rules, tabs }: RulesCardProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const clockFault = say("时间要写成20:00这样。", "A time like 20:00.");
  const draft = useDraft({ ...rules, digestMinutes: String(rules.digestMinutes) }, (values) => ({
    ...(CLOCK.test(values.quietFrom) ? {} : { quietFrom: clockFault }),
    ...(CLOCK.test(values.quietTo) ? {} : { quietTo: clockFault }),
    ...(/^\d{1,4}$/.test(values.digestMinutes) && Number(values.digestMinutes) <= 1440
      ? {}
      : { digestMinutes: say("填0到1440之间的整数。", "A whole number from 0 to 1440.") }),
  }));
  async function save(event: FormEvent) {
    event.preventDefault();
    if (!draft.check()) return;
    const { quietFrom, quietTo, digestMinutes } = draft.values;
    const args = { quietFrom, quietTo, digestMinutes: Number(digestMinutes) };
    await send({ name: "messageRules.set", args }, say("已存", "Saved"));
  }
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("消息设置", "Messages")}</h1>
          <p className="page__lead">
            {say("疑似重大隐患夜里也发；对接地址什么时候都发。", "Suspected major hazards go out at any hour.")}
          </p>
        </div>
      </div>
      {tabs}
      <section className="card card__body">
        <form className="form" noValidate onSubmit={(event) => void save(event)}>
          <FaultList draft={draft} />
          <InputField draft={draft} name="quietFrom" label={say("几点以后不打扰", "Quiet from")} />
          <InputField
            draft={draft}
            name="quietTo"
            label={say("到几点", "Until")}
            hint={say("两个时间一样就是不设免打扰", "The same twice is none")}
          />
          <InputField
            draft={draft}
            name="digestMinutes"
            type="number"
            label={say("发过一条以后，多少分钟里的合成一条", "Gather what comes within minutes")}
            hint={say("0是每条都单独发", "0 sends each on its own")}
          />
          <div className="form__acts">
            <button type="submit" className="btn btn--primary" disabled={sending}>
              {say("存下来", "Save")}
            </button>
          </div>
        </form>
      </section>
    </div>
  );
}
