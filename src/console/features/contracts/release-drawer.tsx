// 企业退出合同: the last day under it and why; what was done until then goes on counting.
import { useState } from "react";
import { type Contract, listServed } from "#api/contracts.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useRoute } from "../../request/use-route.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { count } from "../../words/number-words.ts";
import { PickEnterprises } from "./pick-enterprises.tsx";

interface ReleaseDrawerProps {
  readonly contract: Contract;
  readonly day: string;
  readonly onClose: () => void;
}

export function ReleaseDrawer({ contract, day, onClose }: ReleaseDrawerProps) {
  const say = useSay();
  const served = useRoute(listServed).data?.enterprises ?? [];
  const enterprises = served.filter((one) => one.contractIds.includes(contract.id));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const left = new Set(enterprises.filter((one) => !picked.has(one.id)).map((one) => one.id));
  const { send, sending } = useSendCommand();
  const draft = useDraft({ servedUntil: day, reason: "" }, ({ servedUntil, reason }) => ({
    ...(servedUntil < contract.startsOn || servedUntil >= contract.endsOn
      ? { servedUntil: say("要在合同期里，早于合同截止日。", "Within the contract, before its end.") }
      : {}),
    ...(reason.trim() ? {} : { reason: say("请写为什么退出。", "Say why they leave.") }),
  }));
  async function release() {
    const args = { contractId: contract.id, enterpriseIds: [...picked], ...draft.values };
    if (await send({ name: "contract.release", args }, say("已记下退出", "Recorded"))) onClose();
  }
  return (
    <FormDrawer
      title={say(`企业退出合同${contract.number}`, `Leaving contract ${contract.number}`)}
      lead={say(
        "退出之前办的检查还算在这份合同里；退出之后才能列进另一份合同。",
        "What was done until then counts; only then may another contract name them.",
      )}
      draft={draft}
      submit={
        picked.size > 0
          ? say(`这${count(picked.size)}家退出`, `Release ${picked.size}`)
          : say("先选企业", "Choose first")
      }
      leave={say("先不退出", "Not now")}
      sending={sending || picked.size === 0}
      onSubmit={() => void release()}
      onClose={onClose}
    >
      <InputField
        draft={draft}
        name="servedUntil"
        type="date"
        min={contract.startsOn}
        max={contract.endsOn}
        label={say("服务到哪天", "Last day served")}
      />
      <AreaField draft={draft} name="reason" label={say("为什么退出", "Why")} />
      <PickEnterprises
        enterprises={enterprises}
        left={left}
        onLeave={(out) => setPicked(new Set(enterprises.filter((one) => !out.has(one.id)).map((one) => one.id)))}
      />
    </FormDrawer>
  );
}
