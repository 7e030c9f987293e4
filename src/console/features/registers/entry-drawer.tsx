// 代企业记一条: which enterprise, which register, what, when, and when the next is due with where that day comes from.
import { getDeadline, isDeadlineKey } from "#domain/calendar/deadline-rules.ts";
import { dueSourceLabels } from "#domain/registers/due.ts";
import { isRegisterKind, type RegisterKind, registerKindRules, registerKinds } from "#domain/registers/kinds.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { EnterpriseField } from "../../forms/enterprise-field.tsx";
import { AreaField, InputField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Draft, type Faults, useDraft } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

const names = [
  "enterpriseId",
  "kind",
  "variety",
  "subject",
  "happenedOn",
  "headcount",
  "number",
  "next",
  "dueOn",
  "note",
] as const;
type Name = (typeof names)[number];

interface EntryDrawerProps {
  readonly day: string;
  /** Fixed where the list shows one enterprise. */
  readonly enterpriseId: string | undefined;
  readonly onClose: () => void;
}

export function EntryDrawer({ day, enterpriseId, onClose }: EntryDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const initial: Record<Name, string> = {
    ...{ enterpriseId: enterpriseId ?? "", kind: "drill", variety: "", subject: "", happenedOn: day, headcount: "" },
    ...{ number: "", next: "stated", dueOn: "", note: "" },
  };
  const draft = useDraft<Name>(initial, (values) => {
    const faults: Faults<Name> = {};
    if (!values.enterpriseId) faults.enterpriseId = say("请选一家企业。", "Choose an enterprise.");
    if (!values.subject.trim()) faults.subject = say("请写内容。", "The subject is needed.");
    if (needsDay(values.next) && !values.dueOn) faults.dueOn = say("请填日期，或在上面另选。", "The day is needed.");
    return faults;
  });
  const kind: RegisterKind = isRegisterKind(draft.values.kind) ? draft.values.kind : "drill";
  async function enter() {
    const args = argsOf(draft.values, kind);
    if (await send({ name: "register.enter", args }, say("记下了", "Entered"))) onClose();
  }
  return (
    <FormDrawer
      title={say("代企业记一条台账", "Enter for an enterprise")}
      lead={say("会写明是您代记的，企业在自己的页面上看得到。", "It says that you entered it; the enterprise sees it.")}
      draft={draft}
      submit={say("记下这一条", "Enter")}
      leave={say("先不记", "Not now")}
      sending={sending}
      onSubmit={() => void enter()}
      onClose={onClose}
    >
      {enterpriseId ? null : <EnterpriseField draft={draft} name="enterpriseId" label={say("企业", "Enterprise")} />}
      <Fields draft={draft} kind={kind} day={day} />
    </FormDrawer>
  );
}

const needsDay = (next: string) => next === "stated" || next === "own";

function argsOf(values: Record<Name, string>, kind: RegisterKind) {
  const { enterpriseId, subject, number, note, happenedOn, headcount, next, dueOn } = values;
  const known = registerKindRules[kind].varieties;
  const variety = known.find(({ key }) => key === values.variety)?.key ?? known[0]?.key ?? "";
  return {
    ...{ entryId: newId(), enterpriseId, kind, variety, subject, number, note },
    ...(happenedOn ? { happenedOn } : {}),
    ...(headcount ? { headcount: Number(headcount) } : {}),
    next: isDeadlineKey(next)
      ? { source: "term", term: next }
      : needsDay(next)
        ? { source: next, on: dueOn }
        : { source: next },
  };
}

function Fields({
  draft,
  kind,
  day,
}: {
  readonly draft: Draft<Name>;
  readonly kind: RegisterKind;
  readonly day: string;
}) {
  const say = useSay();
  const word = useWord();
  const rule = registerKindRules[kind];
  const kinds = registerKinds.map((one) => ({ value: one, label: word(registerKindRules[one].label) }));
  const varieties = rule.varieties.map(({ key, label }) => ({ value: key, label: word(label) }));
  const terms = rule.terms.map((key) => ({
    value: key,
    label: `${getDeadline(key, day).label.zh}：${getDeadline(key, day).basis}`,
  }));
  const sources = (["stated", "own", "lasting", "unknown"] as const).map((source) => ({
    value: source,
    label: word(dueSourceLabels[source]),
  }));
  return (
    <>
      <SelectField draft={draft} name="kind" label={say("哪本台账", "Register")} options={kinds} />
      <SelectField draft={draft} name="variety" label={say("种类", "Variety")} options={varieties} />
      <InputField draft={draft} name="subject" label={word(rule.subject)} />
      <InputField draft={draft} name="happenedOn" label={word(rule.happenedOn)} type="date" max={day} optional />
      {rule.headcount ? (
        <InputField draft={draft} name="headcount" label={word(rule.headcount)} type="number" min={0} optional />
      ) : null}
      {rule.number ? <InputField draft={draft} name="number" label={word(rule.number)} optional /> : null}
      <SelectField
        draft={draft}
        name="next"
        label={say(`${rule.dueOn.zh}从哪来`, `${rule.dueOn.en}: where from`)}
        options={[...sources, ...terms]}
      />
      {needsDay(draft.values.next) ? (
        <InputField draft={draft} name="dueOn" label={word(rule.dueOn)} type="date" />
      ) : null}
      <AreaField draft={draft} name="note" label={say("备注", "Note")} rows={2} optional />
    </>
  );
}
