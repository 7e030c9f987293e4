// 最近的导入: each with what it did, and the way to take it back as a whole while nobody has built on it.
import { App } from "antd";
import { type ImportBatch, listImports } from "#api/imports.ts";
import { useSay } from "../../appearance/language.ts";
import { useRoute } from "../../request/use-route.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { shortInstant } from "../../words/day-words.ts";
import { count } from "../../words/number-words.ts";

export function PastImports() {
  const say = useSay();
  const { data } = useRoute(listImports, {});
  if (!data || data.imports.length === 0) return null;
  return (
    <section className="card cards" aria-labelledby="past-imports">
      <div className="card__head">
        <h2 id="past-imports">{say("最近的导入", "Recent imports")}</h2>
      </div>
      <table className="table">
        <tbody>
          {data.imports.map((batch) => (
            <tr key={batch.id}>
              <td className="cards__main">
                <b>{shortInstant(batch.startedAt, data.day)}</b>
                <span className="table__sub">{batch.startedByName}</span>
              </td>
              <td>{didWhat(batch, say)}</td>
              <td className="num">
                <TakeBack batch={batch} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function didWhat({ state, registered, updated, total }: ImportBatch, say: (zh: string, en: string) => string): string {
  if (state === "running") return say(`正在存，共${count(total)}家`, `Saving ${count(total)}`);
  if (registered + updated > 0)
    return say(
      `新增${count(registered)}家，更新${count(updated)}家`,
      `${count(registered)} new, ${count(updated)} updated`,
    );
  return state === "cancelled" ? say("已收回或停下", "Taken back or stopped") : say("没有改动", "No change");
}

/** Asks once more: everything of the batch goes at once. */
export function TakeBack({ batch }: { readonly batch: Pick<ImportBatch, "id" | "state" | "registered" | "updated"> }) {
  const say = useSay();
  const { modal } = App.useApp();
  const { send, sending } = useSendCommand();
  const { id, state, registered, updated } = batch;
  if (state === "running" || registered + updated === 0) return null;
  const ask = () =>
    modal.confirm({
      title: say("收回这次导入？", "Take this import back?"),
      content: say(
        `新增的${count(registered)}家从名册去掉，更新的${count(updated)}家恢复成导入前的样子。已经有人接着办的，会列出来，一家也不动。`,
        `${count(registered)} new ones go, ${count(updated)} are restored. If anybody has built on one, nothing is changed and the list says where.`,
      ),
      okText: say("收回", "Take back"),
      cancelText: say("不收回", "Keep"),
      onOk: async () => {
        await send({ name: "enterprise.takeBackImport", args: { operationId: id } }, say("已收回", "Taken back"));
      },
    });
  return (
    <button type="button" className="btn" disabled={sending} onClick={ask}>
      {say("收回这次导入", "Take back")}
    </button>
  );
}
