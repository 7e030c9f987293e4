// 并入另一家: two entries of the register are one enterprise. What goes over is counted before anybody presses.
import { useNavigate } from "react-router";
import { type EnterpriseFile, getEnterpriseFile } from "#api/enterprises.ts";
import { useSay } from "../../appearance/language.ts";
import { EnterpriseField } from "../../forms/enterprise-field.tsx";
import { AreaField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useRoute } from "../../request/use-route.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

type Field = "intoId" | "reason";

interface MergeDrawerProps {
  readonly file: EnterpriseFile;
  readonly onClose: () => void;
}

export function MergeDrawer({ file, onClose }: MergeDrawerProps) {
  const say = useSay();
  const go = useNavigate();
  const { send, sending } = useSendCommand();
  const { facts } = file;
  const draft = useDraft<Field>({ intoId: "", reason: "" }, ({ intoId, reason }) => ({
    ...(intoId && intoId !== facts.id
      ? {}
      : { intoId: say("请选另一家，就是留下的那一家。", "Choose the other entry, the one that stays.") }),
    ...(reason.trim() ? {} : { reason: say("请写明为什么是同一家。", "Say why they are one.") }),
  }));
  const { intoId } = draft.values;
  async function merge() {
    const args = { enterpriseId: facts.id, intoId, reason: draft.values.reason.trim() };
    if (!(await send({ name: "enterprise.merge", args }, say("已合并", "Merged")))) return;
    onClose();
    await go(`/enterprises/${intoId}`);
  }
  return (
    <FormDrawer
      title={say(`把“${facts.name}”并入另一家`, `Merge ${facts.name}`)}
      lead={say(
        `${facts.registerNo}号和另一个号登记的是同一家企业时才合并。合并后只剩留下的那一家，不能拆回；手机上没发出的检查照样收下，记在留下的那一家。`,
        "Only where both entries are one enterprise. It cannot be undone; visits still on a phone are taken and go to the one that stays.",
      )}
      draft={draft}
      submit={say("合并成一家", "Merge")}
      leave={say("先不合并", "Not now")}
      sending={sending}
      onSubmit={() => void merge()}
      onClose={onClose}
    >
      <EnterpriseField draft={draft} name="intoId" label={say("留下的那一家", "The entry that stays")} />
      {intoId && intoId !== facts.id ? <Preview file={file} intoId={intoId} /> : null}
      <AreaField draft={draft} name="reason" label={say("为什么是同一家", "Why they are one")} />
    </FormDrawer>
  );
}

function Preview({ file, intoId }: { readonly file: EnterpriseFile; readonly intoId: string }) {
  const say = useSay();
  const kept = useRoute(getEnterpriseFile, { params: { id: intoId }, query: {} }).data;
  if (!kept) return <p className="muted">{say("正在读那一家的档案", "Reading the other file")}</p>;
  const lines: readonly (readonly [name: string, of: (one: EnterpriseFile) => number])[] = [
    [say("场所", "Sites"), (one) => one.sites.length],
    [say("检查和复查", "Visits"), (one) => one.visits.length],
    [say("隐患", "Hazards"), (one) => one.hazards.total],
    [say("其中没销号的", "Open hazards"), (one) => one.hazards.open],
    [say("文书", "Documents"), (one) => one.documents.length],
    [say("办事链接", "Access links"), (one) => one.links.length],
  ];
  return (
    <table className="table merge">
      <caption className="field__label">{say("合并后", "After merging")}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" className="num">
            {file.facts.registerNo}
            {say("号并入", " goes")}
          </th>
          <th scope="col" className="num">
            {kept.facts.registerNo}
            {say("号原有", " has")}
          </th>
          <th scope="col" className="num">
            {say("合计", "Together")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num">{of(file)}</td>
            <td className="num">{of(kept)}</td>
            <td className="num">{of(file) + of(kept)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
