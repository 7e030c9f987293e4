// 移出: the last day of a membership. What the person did stays under their name.
import type { PersonRow } from "#api/people.ts";
import { roleLabels } from "#domain/access/roles.ts";
import { addDays } from "#domain/calendar/local-date.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

interface EndDrawerProps {
  readonly person: PersonRow;
  readonly day: string;
  readonly onClose: () => void;
}

export function EndDrawer({ person, day, onClose }: EndDrawerProps) {
  const say = useSay();
  const word = useWord();
  const { send, sending } = useSendCommand();
  const draft = useDraft({ validTo: day }, ({ validTo }) =>
    validTo ? {} : { validTo: say("请选最后一天。", "Choose the last day.") },
  );
  const name = person.displayName;
  async function end() {
    const args = { membershipId: person.id, validTo: draft.values.validTo };
    if (await send({ name: "membership.end", args }, say(`${name}的身份已定好结束日`, `${name} ends`))) onClose();
  }
  return (
    <FormDrawer
      title={say(`移出：${name}`, `End: ${name}`)}
      lead={say(
        `移出的是“${word(roleLabels[person.role])}”这个身份。这个人办过的事都留着，账号不停用。`,
        `The membership “${word(roleLabels[person.role])}” ends. What was done stays.`,
      )}
      draft={draft}
      submit={say("移出这个人", "End the membership")}
      leave={say("先留着", "Keep it")}
      sending={sending}
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <InputField
        draft={draft}
        name="validTo"
        type="date"
        min={addDays(day, -1)}
        label={say("最后一天", "Last day")}
        hint={say("选昨天，马上就不能再办事。", "Yesterday ends it at once.")}
      />
    </FormDrawer>
  );
}
