// 认定一家: in on a ground, or out with a reason; from a day on, with its evidence. Nothing earlier is overwritten.
import { type DecisionGround, groundLabels } from "#domain/scope/grounds.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { EnterpriseField } from "../../forms/enterprise-field.tsx";
import { AreaField, ChoiceField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Faults, useDraft, type Values } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

type Field = "enterpriseId" | "ground" | "effectiveFrom" | "evidence";
type Say = (zh: string, en: string) => string;

/** As on the form; 'none' takes the enterprise out. */
const choices = ["d", "c", "a", "b", "none"] as const satisfies readonly DecisionGround[];

export function DecideScopeDrawer({ day, onClose }: { readonly day: string; readonly onClose: () => void }) {
  const say = useSay();
  const word = useWord();
  const { send, sending } = useSendCommand();
  const start = { enterpriseId: "", ground: "d", effectiveFrom: day, evidence: "" };
  const draft = useDraft<Field>(start, (values) => faultsOf(values, say));
  const { ground } = draft.values;
  async function decide() {
    const args = { decisionId: newId(), decision: ground === "none" ? "out" : "in", ...draft.values };
    if (await send({ name: "scope.decide", args }, say("认定已存", "Decided"))) onClose();
  }
  return (
    <FormDrawer
      title={say("认定一家", "Decide one")}
      lead={say(
        "从生效那天起算，以前的认定都留着，哪一天的名单都能重新算出来。",
        "It counts from its day on; earlier decisions stay.",
      )}
      draft={draft}
      submit={ground === "none" ? say("移出名单", "Take out") : say("纳入名单", "Take in")}
      leave={say("先不认定", "Not now")}
      sending={sending}
      onSubmit={() => void decide()}
      onClose={onClose}
    >
      <EnterpriseField draft={draft} name="enterpriseId" label={say("哪家企业", "Enterprise")} />
      <ChoiceField
        draft={draft}
        name="ground"
        label={say("纳入的理由，或移出", "Ground, or out")}
        options={choices.map((one) => ({
          value: one,
          label: one === "none" ? say("移出名单", "Out of scope") : word(groundLabels[one]),
        }))}
      />
      <InputField draft={draft} name="effectiveFrom" type="date" label={say("从哪天起", "From")} />
      <AreaField
        draft={draft}
        name="evidence"
        label={ground === "d" ? say("会议纪要", "Minutes") : say("依据", "Evidence")}
        hint={hintOf(ground, say)}
        optional={ground === "a" || ground === "b"}
      />
    </FormDrawer>
  );
}

function hintOf(ground: string, say: Say): string {
  switch (ground) {
    case "d":
      return say("写会议日期和纪要编号", "Day and number of the minutes");
    case "c":
      return say("写明需要什么服务", "The service that is needed");
    case "none":
      return say("写明为什么移出", "Why it goes out");
    default:
      return say("如统计名单、审计报告", "Such as the statistics' list");
  }
}

function faultsOf({ enterpriseId, ground, effectiveFrom, evidence }: Values<Field>, say: Say): Faults<Field> {
  const needsEvidence = ground !== "a" && ground !== "b";
  return {
    ...(enterpriseId ? {} : { enterpriseId: say("请选一家企业。", "Choose an enterprise.") }),
    ...(effectiveFrom ? {} : { effectiveFrom: say("请选生效的日子。", "Choose a day.") }),
    ...(needsEvidence && !evidence.trim()
      ? { evidence: say(`请${hintOf(ground, say)}。`, `Needed: ${hintOf(ground, say)}.`) }
      : {}),
  };
}
