// 决定批次: the office follows the advice, chooses another batch or declines, always with its own reason.
import { type Batch, batchKinds } from "#api/batches.ts";
import { batchKindLabels, batchStateLabels } from "#domain/batch/labels.ts";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { AreaField, ChoiceField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { shortInstant } from "../../words/day-words.ts";

interface DecideDrawerProps {
  readonly batch: Batch;
  readonly day: string;
  readonly onClose: () => void;
}

export function DecideDrawer({ batch, day, onClose }: DecideDrawerProps) {
  const say = useSay();
  const word = useWord();
  const { send, sending } = useSendCommand();
  const { advice, enterpriseName } = batch;
  const draft = useDraft<"decision" | "reason">({ decision: advice.kind, reason: "" }, ({ reason }) =>
    reason.trim() ? {} : { reason: say("请写明理由，企业和机构都会看到。", "The reason is needed.") },
  );
  async function decide() {
    const args = { batchId: batch.id, ...draft.values };
    if (await send({ name: "batch.decide", args }, say("决定已记下", "Decided"))) onClose();
  }
  return (
    <FormDrawer
      title={say(`决定批次：${enterpriseName ?? ""}`, `Decide: ${enterpriseName ?? ""}`)}
      lead={
        <>
          {say(
            `机构建议“${word(batchKindLabels[advice.kind])}”：`,
            `Advised “${word(batchKindLabels[advice.kind])}”: `,
          )}
          {advice.reason}
          <span className="table__sub">
            <Dotted parts={[advice.byName, advice.agencyName, shortInstant(advice.at, day)]} />
          </span>
        </>
      }
      draft={draft}
      submit={say("记下决定", "Record the decision")}
      leave={say("先不决定", "Not now")}
      sending={sending}
      onSubmit={() => void decide()}
      onClose={onClose}
    >
      <ChoiceField
        draft={draft}
        name="decision"
        label={say("街道的决定", "The office's decision")}
        options={[
          ...batchKinds.map((one) => ({ value: one, label: word(batchKindLabels[one]) })),
          { value: "declined", label: say("不采纳", word(batchStateLabels.declined)) },
        ]}
      />
      <AreaField draft={draft} name="reason" rows={4} label={say("决定的理由", "Reason")} />
    </FormDrawer>
  );
}
