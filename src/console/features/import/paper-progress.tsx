// 存入: progress in counts with the way to stop it, and at the end what was done.
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { paperResultSchema } from "#api/hazard-imports.ts";
import { getOperation, type OperationAnswer } from "#api/imports.ts";
import { Bar } from "#ui/bar.tsx";
import { Note } from "#ui/note.tsx";
import { useSay } from "../../appearance/language.ts";
import { call } from "../../request/api-client.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { count } from "../../words/number-words.ts";
import type { PaperWork } from "./use-paper-import.ts";

const ASK_MS = 600;

interface ProgressProps {
  readonly work: PaperWork;
  readonly onAgain: () => void;
}

export function PaperProgress({ work, onAgain }: ProgressProps) {
  const id = work.operationId ?? "";
  const { data } = useQuery({
    queryKey: ["operation", id],
    enabled: id !== "",
    queryFn: ({ signal }): Promise<OperationAnswer> => call(getOperation, { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && state.data.state !== "running" ? false : ASK_MS),
  });
  if (!data || data.state === "running") return <Running operation={data} id={id} />;
  return <Ended operation={data} work={work} onAgain={onAgain} />;
}

function Running({ operation, id }: { readonly operation: OperationAnswer | undefined; readonly id: string }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const { done, total } = operation ?? { done: 0, total: 0 };
  const args = { operationId: id, state: "cancelled", summary: say("由人停下", "Stopped") };
  return (
    <section className="card import-progress" aria-live="polite">
      <h2>{say("正在存入隐患", "Saving")}</h2>
      <Bar share={total === 0 ? 0 : done / total} />
      <p className="soft">
        {say(
          `已办${count(done)}条，共${count(total)}条。可以离开这一页，不会停。`,
          `${done} of ${total}. You may leave this page.`,
        )}
      </p>
      <button
        type="button"
        className="btn"
        disabled={sending || !operation}
        onClick={() =>
          void send({ name: "operation.end", args }, say("已停下，存好的留着", "Stopped; what is saved stays"))
        }
      >
        {say("停下", "Stop")}
      </button>
    </section>
  );
}

function Ended({ operation, work, onAgain }: ProgressProps & { readonly operation: OperationAnswer }) {
  const say = useSay();
  const result = operation.state === "done" ? readResult(operation.summary) : undefined;
  const rest = result
    ? [
        result.known > 0 && say(`以前导过的${count(result.known)}条没动`, `${result.known} known`),
        result.refused > 0 && say(`${count(result.refused)}行没收`, `${result.refused} refused`),
        result.photosMissing > 0 &&
          say(`${count(result.photosMissing)}张照片没找到`, `${result.photosMissing} photos missing`),
      ].filter(Boolean)
    : [];
  return (
    <section className="import-end">
      {result ? (
        <Note tone="ok" title={say(`已存入${count(result.accepted)}条`, `${count(result.accepted)} saved`)}>
          {rest.length > 0 ? `${rest.join(say("；", "; "))}${say("。", ".")}` : null}
        </Note>
      ) : (
        <Note
          tone="late"
          title={operation.state === "cancelled" ? say("已停下", "Stopped") : say("没有存完", "Not finished")}
        >
          {operation.summary}{" "}
          {say("存好的还在。同一个文件再导一次，会接着存，不会重复。", "Import the same file again to go on.")}
        </Note>
      )}
      <div className="form__acts">
        <Link className="btn btn--primary" to="/hazards">
          {say("看隐患", "Open the hazards")}
        </Link>
        <button type="button" className="btn" onClick={onAgain}>
          {say("再导一份", "Another sheet")}
        </button>
        {result && result.refused > 0 ? (
          <button type="button" className="btn" onClick={() => void work.downloadRefused()}>
            {say(`下载没收的${count(result.refused)}行`, "Download the refused rows")}
          </button>
        ) : null}
      </div>
    </section>
  );
}

function readResult(summary: string) {
  try {
    return paperResultSchema.safeParse(JSON.parse(summary)).data;
  } catch {
    return undefined;
  }
}
