// One desk act as a form: its fields, and a button for each answer, which says what happens.
import { App } from "antd";
import { type FormEvent, type ReactNode, useId } from "react";
import type { HazardPage } from "#api/hazards.ts";
import { useSay, useWord } from "../appearance/language.ts";
import { FaultList } from "../forms/fault-list.tsx";
import { AreaField, ChoiceField, InputField } from "../forms/fields.tsx";
import { type Draft, fieldId, useDraft } from "../forms/use-draft.ts";
import { newId } from "../request/send-command.ts";
import { useSendCommand } from "../request/use-send-command.ts";
import { type ActAnswer, type ActField, type ActForm, conditionsOf, isOptional, readConditions } from "./act-form.ts";
import { ConditionsField } from "./conditions-field.tsx";

interface ActFormViewProps {
  readonly form: ActForm;
  readonly page: HazardPage;
  readonly onDone: () => void;
  /** Wraps fields and buttons: in a drawer the buttons stand in its foot. */
  readonly layout?: { readonly fields: string; readonly acts: string };
  readonly before?: ReactNode;
  readonly aside?: ReactNode;
}

type ActDraft = Draft<string>;

/** Ids of the rows an act makes; sent again after a lost connection they are the same. */
const idNames: Readonly<Record<string, string>> = {
  "referral.propose": "referralId",
  "supervision.record": "supervisionId",
  "hazard.route": "routingId",
};

/** Acts on a row beside the hazard: their arguments name that row, not the hazard. */
const ofAnother: ReadonlySet<string> = new Set(["supervision.record", "routing.take", "routing.sendBack"]);

export function ActFormView({ form, page, onDone, layout, before, aside }: ActFormViewProps) {
  const say = useSay();
  const word = useWord();
  const titleId = useId();
  const { send, sending } = useSendCommand();
  const { message } = App.useApp();
  const empty = Object.fromEntries(form.fields.map((field) => [field.name, ""]));
  const draft = useDraft<string>({ ...empty, ...form.initial?.(page) }, (values) => faultsOf(form, values, page, say));
  const answers = form.answers.filter((answer) => answer.when?.(page) ?? true);
  async function answerWith(answer: ActAnswer) {
    const lacking = answer.needs?.find((name) => !draft.values[name]?.trim());
    if (!draft.check()) return;
    if (lacking) {
      const label = form.fields.find((field) => field.name === lacking)?.label;
      if (label)
        void message.warning(say(`要${word(answer.label)}，请先填${label.zh}。`, `${label.en} is needed first.`));
      document.getElementById(fieldId(draft.id, lacking))?.focus();
      return;
    }
    const idName = idNames[form.command];
    const own = ofAnother.has(form.command) ? {} : { hazardId: page.hazard.id };
    const args = { ...own, ...(idName ? { [idName]: newId() } : {}), ...answer.args(draft.values, page) };
    if (await send({ name: form.command, args }, word(answer.said))) onDone();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    const [first] = answers;
    if (first) void answerWith(first);
  }
  return (
    <form noValidate onSubmit={submit} aria-labelledby={titleId} className="act-form">
      <div className={layout?.fields ?? "form"}>
        {before}
        <h3 id={titleId} className={layout ? "sub" : "sr-only"}>
          {word(form.title)}
        </h3>
        {form.hint ? <p className="soft">{word(form.hint)}</p> : null}
        <FaultList draft={draft} />
        <div className="form">
          {form.fields.map((field) => (
            <ActFieldView key={field.name} field={field} draft={draft} page={page} />
          ))}
        </div>
      </div>
      <div className={layout?.acts ?? "form__acts"}>
        <AnswerButtons answers={answers} sending={sending} onAnswer={(answer) => void answerWith(answer)} />
        {aside}
      </div>
    </form>
  );
}

interface AnswerButtonsProps {
  readonly answers: readonly ActAnswer[];
  readonly sending: boolean;
  readonly onAnswer: (answer: ActAnswer) => void;
}

/** The first answers on Enter as well. */
function AnswerButtons({ answers, sending, onAnswer }: AnswerButtonsProps) {
  const word = useWord();
  return answers.map((answer, index) => (
    <button
      key={answer.label.zh}
      type={index === 0 ? "submit" : "button"}
      className={lookOf(answer)}
      disabled={sending}
      onClick={index === 0 ? undefined : () => onAnswer(answer)}
    >
      {word(answer.label)}
    </button>
  ));
}

function lookOf({ look }: ActAnswer): string {
  return look ? `btn btn--${look}` : "btn";
}

function faultsOf(
  form: ActForm,
  values: Readonly<Record<string, string>>,
  page: HazardPage,
  say: (zh: string, en: string) => string,
) {
  const faults: Record<string, string> = {};
  for (const field of form.fields) {
    const { name, kind, label } = field;
    if (kind === "conditions") {
      const met = new Set(readConditions(values[name]).flatMap((line) => (line.met ? [line.condition] : [])));
      if (conditionsOf(page, values).some((condition) => !met.has(condition)))
        faults[name] = say("条件没有全部对上，就不是重大。", "Major only when every condition is met.");
    } else if (!isOptional(field, values) && !values[name]?.trim()) {
      faults[name] = say(`请填${label.zh}。`, `${label.en} is needed.`);
    }
  }
  return faults;
}

function ActFieldView({
  field,
  draft,
  page,
}: {
  readonly field: ActField;
  readonly draft: ActDraft;
  readonly page: HazardPage;
}) {
  const word = useWord();
  const { name, kind } = field;
  const optional = isOptional(field, draft.values);
  const shared = { draft, name, label: word(field.label), hint: field.hint && word(field.hint), optional };
  switch (kind) {
    case "area":
      return <AreaField {...shared} />;
    case "choice":
      return (
        <ChoiceField
          {...shared}
          options={(field.options?.(page) ?? []).map(({ value, label }) => ({ value, label: word(label) }))}
        />
      );
    case "conditions":
      return <ConditionsField {...shared} conditions={conditionsOf(page, draft.values)} />;
    default:
      return <InputField {...shared} type={kind} min={kind === "number" ? 0 : undefined} />;
  }
}
