// 委托企业给机构: who serves these enterprises from now on, in portions of 200 with progress.
import { App } from "antd";
import { useState } from "react";
import { listServed } from "#api/contracts.ts";
import { useSay } from "../../appearance/language.ts";
import { SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { PortionProgress } from "../../forms/portion-progress.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { usePortions } from "../../request/use-portions.ts";
import { useRoute } from "../../request/use-route.ts";
import { count } from "../../words/number-words.ts";
import { PickEnterprises } from "./pick-enterprises.tsx";

interface EntrustDrawerProps {
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

export function EntrustDrawer({ agencies, onClose }: EntrustDrawerProps) {
  const say = useSay();
  const { message } = App.useApp();
  const enterprises = useRoute(listServed).data?.enterprises ?? [];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { run, progress, stop } = usePortions();
  const draft = useDraft({ agencyId: agencies.length === 1 ? (agencies[0]?.id ?? "") : "" }, ({ agencyId }) =>
    agencyId ? {} : { agencyId: say("请选一家机构。", "Choose an agency.") },
  );
  const { agencyId } = draft.values;
  const picked = enterprises.filter((one) => !left.has(one.id) && one.agencyId !== agencyId);
  async function entrust() {
    const done = await run({
      kind: "entrust",
      rows: picked.map((one) => one.id),
      commandOf: (enterpriseIds, operationId) => ({
        name: "enterprise.entrust",
        args: { enterpriseIds, agencyId, operationId },
      }),
    });
    if (done < picked.length) return;
    void message.success(say(`${count(done)}家已委托`, `${done} entrusted`));
    onClose();
  }
  return (
    <FormDrawer
      title={say("委托企业给机构", "Entrust enterprises")}
      lead={say(
        "没办的检查、督促、复查和没销号的隐患跟着转过去，原来排的日子不变，专家要重新派。已经销号的还归原来的机构。",
        "What is owed and every open hazard move along; what is closed stays with the former agency.",
      )}
      draft={draft}
      submit={
        picked.length > 0
          ? say(`委托这${count(picked.length)}家`, `Entrust ${picked.length}`)
          : say("没有要委托的", "Nothing to entrust")
      }
      leave={say("先不委托", "Not now")}
      sending={progress !== null || picked.length === 0}
      onSubmit={() => void entrust()}
      onClose={onClose}
    >
      <SelectField
        draft={draft}
        name="agencyId"
        label={say("给哪家机构", "To which agency")}
        hint={say("已经由它服务的不用再委托，不计入。", "Those it serves already are not counted.")}
        options={[{ value: "", label: "—" }, ...agencies.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <PickEnterprises enterprises={enterprises} left={left} onLeave={setLeft} />
      {progress ? <PortionProgress progress={progress} onStop={stop} /> : null}
    </FormDrawer>
  );
}
