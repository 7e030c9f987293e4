// 改成本街道的说法: the words that differ from the shared item; everything else goes on following it.
import type { CatalogueItemAnswer } from "#api/catalogue.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

const WORDS = ["item", "typicalHazard", "advice", "standard"] as const;
type Word = (typeof WORDS)[number];

export function WordsDrawer({ item, onClose }: { readonly item: CatalogueItemAnswer; readonly onClose: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const { content, off } = item;
  const shared = item.shared ?? content;
  const { item: name, typicalHazard, advice, standard } = content;
  const draft = useDraft<Word | "note">({ item: name, typicalHazard, advice, standard, note: "" }, (values) =>
    Object.fromEntries(
      WORDS.filter((word) => !values[word].trim()).map((word) => [word, say("不能空着。", "It cannot be empty.")]),
    ),
  );
  async function submit() {
    const { note, ...values } = draft.values;
    const words = Object.fromEntries(
      WORDS.filter((word) => values[word].trim() !== shared[word]).map((word) => [word, values[word]]),
    );
    const args = { code: item.code, words, off, note };
    if (await send({ name: "catalogue.override", args }, say("已改成本街道的说法", "Changed here"))) onClose();
  }
  return (
    <FormDrawer
      title={say("改成本街道的说法", "Word it otherwise here")}
      lead={say(
        "只改这里写的几处；条款和别的照共用目录走。已记的隐患不变。",
        "Only these words; hazards already recorded stay as they are.",
      )}
      draft={draft}
      submit={say("存下", "Save")}
      leave={say("先不改", "Not now")}
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <InputField draft={draft} name="item" label={say("检查内容", "What is checked")} />
      <AreaField draft={draft} name="typicalHazard" label={say("典型隐患", "Typical finding")} />
      <AreaField draft={draft} name="advice" label={say("整改意见", "Advice")} />
      <AreaField draft={draft} name="standard" label={say("达到的标准", "Standard to reach")} />
      <InputField draft={draft} name="note" label={say("为什么改", "Why")} optional />
    </FormDrawer>
  );
}
