// 核对条款: the published words above, our summary below, corrected where it is not right.
import type { LawClause } from "#api/law-library.ts";
import { NATURE_LABELS } from "#domain/law/labels.ts";
import { NATURES } from "#domain/law/library-rows.ts";
import { articleLabel } from "#domain/law/statute/statute.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { AreaField, ChoiceField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

interface ClauseDrawerProps {
  readonly clause: LawClause;
  readonly onClose: () => void;
}

export function ClauseDrawer({ clause, onClose }: ClauseDrawerProps) {
  const say = useSay();
  const word = useWord();
  const { send, sending } = useSendCommand();
  const { instrumentId, version, article, summary, nature } = clause;
  const draft = useDraft<"summary" | "nature" | "note">({ summary, nature, note: "" }, (values) => ({
    ...(values.summary.trim() ? {} : { summary: say("请写摘要。", "A summary is needed.") }),
    ...(values.note.trim()
      ? {}
      : { note: say("请写与哪里核对的，如公报、官网网址。", "Say what it was compared with.") }),
  }));
  async function submit() {
    const args = { instrumentId, version, article, ...draft.values };
    if (await send({ name: "law.checkClause", args }, say("已核对", "Checked"))) onClose();
  }
  return (
    <FormDrawer
      title={say(`核对《${clause.title}》${articleLabel(article)}`, `Check ${clause.title} ${article}`)}
      lead={
        clause.words ??
        say("库里还没有这一条的条文，请对照公布的文本。", "No text here; compare with the published one.")
      }
      draft={draft}
      submit={say("已核对，去掉“待核”", "Checked")}
      leave={say("先不核对", "Not now")}
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <AreaField draft={draft} name="summary" label={say("摘要（用自己的话）", "Summary in own words")} rows={5} />
      <ChoiceField
        draft={draft}
        name="nature"
        label={say("它是什么", "What it is")}
        options={NATURES.map((one) => ({ value: one, label: word(NATURE_LABELS[one]) }))}
      />
      <InputField draft={draft} name="note" label={say("与哪里核对的", "Compared with")} />
    </FormDrawer>
  );
}
