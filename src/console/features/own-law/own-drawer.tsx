// An instrument of the tenant's own entered, a version of it put right, or a further one added.
import type { z } from "zod";
import type { listOwnInstruments } from "#api/own-instruments.ts";
import { INSTRUMENT_KIND_LABELS } from "#domain/law/labels.ts";
import { OWN_KINDS } from "#domain/law/own/own-instrument.ts";
import { readClauses } from "#domain/law/own/read-clauses.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { AreaField, InputField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Draft, useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { type OwnField, ownContent, ownDraft, ownFaults } from "./own-draft.ts";
import type { Editing } from "./own-law-page.tsx";

type Places = z.output<typeof listOwnInstruments.response>["places"];

interface OwnDrawerProps extends Editing {
  readonly places: Places;
  readonly onClose: () => void;
}

export function OwnDrawer({ instrument, version, places, onClose }: OwnDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useDraft<OwnField>(ownDraft(instrument, version, places[0]?.code ?? ""), (values) =>
    ownFaults(values, say),
  );
  async function submit() {
    const content = ownContent(draft.values, instrument, version);
    const args = { id: draft.values.id, content, basedOn: instrument?.basedOn ?? 0 };
    if (await send({ name: "ownInstrument.save", args }, say("已存，目录里能引用了", "Saved"))) onClose();
  }
  const title = instrument
    ? version === 0
      ? say("加一版", "Add a version")
      : say("修改这一版", "Change this version")
    : say("登记一份文件", "Enter an instrument");
  return (
    <FormDrawer
      title={title}
      lead={
        instrument
          ? `《${instrument.title}》`
          : say("共用法规库里已有的不用登记。", "Only what the shared library lacks.")
      }
      draft={draft}
      submit={say("存下", "Save")}
      leave={say("先不存", "Not now")}
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <NameFields draft={draft} places={places} isNew={!instrument} />
      <VersionFields draft={draft} />
    </FormDrawer>
  );
}

interface NameFieldsProps {
  readonly draft: Draft<OwnField>;
  readonly places: Places;
  readonly isNew: boolean;
}

function NameFields({ draft, places, isNew }: NameFieldsProps) {
  const say = useSay();
  const word = useWord();
  return (
    <>
      <InputField draft={draft} name="title" label={say("名称", "Title")} />
      {isNew ? (
        <InputField
          draft={draft}
          name="id"
          label={say("简称", "Short title")}
          hint={say("引用时用它，如“沿街用电要求”；存下后不再改。", "References use it; it stays once saved.")}
        />
      ) : null}
      <SelectField
        draft={draft}
        name="kind"
        label={say("哪一类", "Kind")}
        options={OWN_KINDS.map((kind) => ({ value: kind, label: word(INSTRUMENT_KIND_LABELS[kind]) }))}
      />
      <SelectField
        draft={draft}
        name="divisionCode"
        label={say("哪里发的", "Of which place")}
        options={places.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  );
}

function VersionFields({ draft }: { readonly draft: Draft<OwnField> }) {
  const say = useSay();
  const read = readClauses(draft.values.clauses);
  return (
    <>
      <InputField draft={draft} name="docNumber" label={say("文号", "Document number")} />
      <InputField
        draft={draft}
        name="effectiveFrom"
        type="date"
        label={say("从哪天起施行", "First day in force")}
        hint={say("没查到先空着；空着时引用不作数。", "Left empty, it satisfies nothing.")}
        optional
      />
      <InputField draft={draft} name="effectiveTo" type="date" label={say("到哪天为止", "Last day")} optional />
      <InputField
        draft={draft}
        name="source"
        label={say("从哪来的", "Source")}
        hint={say("如收文编号、官网网址。", "A file number or an address.")}
      />
      <AreaField
        draft={draft}
        name="clauses"
        label={say("条款原文", "Clauses")}
        rows={10}
        hint={
          read.ok
            ? say(`认出${read.value.length}条。`, `${read.value.length} clauses.`)
            : say(
                "整份贴进来也行：每条以“第一条”“一、”或“1.”开头。",
                "Paste it whole: 第一条, 一、 or 1. begins a clause.",
              )
        }
      />
      <label className="choice__one">
        <input
          type="checkbox"
          checked={draft.values.checked === "yes"}
          onChange={(event) => draft.set("checked", event.target.checked ? "yes" : "no")}
        />
        {say("已与原件逐条核对；没核对的，引用时标“待核”", "Compared with the original; else it is marked")}
      </label>
      <InputField draft={draft} name="note" label={say("备注", "Note")} optional />
    </>
  );
}
