// 改成本街道的说法: the words that differ from the shared item; everything else goes on following it.
import type { CatalogueItemAnswer } from "#api/catalogue.ts";
import { clausesBesides, readClauseLines, writeClauseLines } from "#domain/law/catalogue/clause-lines.ts";
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
  const more = writeClauseLines(clausesBesides(content, shared));
  const draft = useDraft<Word | "moreClauses" | "note">(
    { item: name, typicalHazard, advice, standard, moreClauses: more, note: "" },
    ({ moreClauses, ...values }) => {
      const empty = WORDS.filter((word) => !values[word].trim());
      const read = readClauseLines(moreClauses);
      return {
        ...Object.fromEntries(empty.map((word) => [word, say("不能空着。", "It cannot be empty.")])),
        ...("fault" in read
          ? { moreClauses: say(`“${read.fault}”没看懂：每行写角色、空格、简称#条号。`, "role, space, title#article") }
          : {}),
      };
    },
  );
  async function submit() {
    const { note, moreClauses, ...values } = draft.values;
    const changed = WORDS.filter((word) => values[word].trim() !== shared[word]);
    const words = Object.fromEntries(changed.map((word) => [word, values[word]]));
    const read = readClauseLines(moreClauses);
    if ("fault" in read) return;
    const args = { code: item.code, words: { ...words, moreClauses: read.clauses }, off, note };
    if (await send({ name: "catalogue.override", args }, say("已改成本街道的说法", "Changed here"))) onClose();
  }
  return (
    <FormDrawer
      title={say("改成本街道的说法", "Word it otherwise here")}
      lead={say(
        "只改这里写的几处，别的照共用目录走；共用的条款还在，可以再加。已记的隐患不变。",
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
      <AreaField
        draft={draft}
        name="moreClauses"
        label={say("另加的依据", "Further clauses")}
        hint={say(
          "每行一条，如“具体标准 沿街用电要求#3”；本地文件和共用法规都行。",
          "A line each: role, space, short title#article.",
        )}
        optional
      />
      <InputField draft={draft} name="note" label={say("为什么改", "Why")} optional />
    </FormDrawer>
  );
}
