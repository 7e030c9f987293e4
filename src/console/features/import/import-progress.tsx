// 存入: progress in counts with the way to stop it, and at the end what was done.
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { getOperation, type ImportResult, importResultSchema, type OperationAnswer } from "#api/imports.ts";
import { Bar } from "#ui/bar.tsx";
import { Note } from "#ui/note.tsx";
import { useSay } from "../../appearance/language.ts";
import { call } from "../../request/api-client.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { count } from "../../words/number-words.ts";
import { TakeBack } from "./past-imports.tsx";
import type { ImportWork } from "./use-import.ts";

const ASK_MS = 600;

export function ImportProgress({ work, onAgain }: { readonly work: ImportWork; readonly onAgain: () => void }) {
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
  const done = operation?.done ?? 0;
  const total = operation?.total ?? 0;
  const stage =
    done < total ? say("正在存入名册", "Saving the register") : say("正在重算应纳入和标准化", "Computing scope");
  return (
    <section className="card import-progress" aria-live="polite">
      <h2>{stage}</h2>
      <Bar share={total === 0 ? 0 : done / total} />
      <p className="soft">
        {say(
          `已存${count(done)}家，共${count(total)}家。可以离开这一页，不会停。`,
          `${count(done)} of ${count(total)}. You may leave this page.`,
        )}
      </p>
      <button
        type="button"
        className="btn"
        disabled={sending || !operation}
        onClick={() =>
          void send(
            {
              name: "operation.end",
              args: { operationId: id, state: "cancelled", summary: say("由人停下", "Stopped") },
            },
            say("已停下，存好的留着", "Stopped; what is saved stays"),
          )
        }
      >
        {say("停下", "Stop")}
      </button>
    </section>
  );
}

function Ended({
  operation,
  work,
  onAgain,
}: {
  readonly operation: OperationAnswer;
  readonly work: ImportWork;
  readonly onAgain: () => void;
}) {
  const say = useSay();
  const result = operation.state === "done" ? readResult(operation.summary) : undefined;
  const acts = (
    <div className="form__acts">
      <Link className="btn btn--primary" to="/enterprises">
        {say("看名册", "Open the register")}
      </Link>
      <button type="button" className="btn" onClick={onAgain}>
        {say("再导一份", "Another list")}
      </button>
      {result && result.refusedRows > 0 ? (
        <button type="button" className="btn" onClick={() => void work.downloadRefused()}>
          {say(`下载没收的${result.refusedRows}行`, "Download the refused rows")}
        </button>
      ) : null}
      {result ? (
        <TakeBack batch={{ id: operation.id, state: "done", registered: result.new, updated: result.updated }} />
      ) : null}
    </div>
  );
  if (!result)
    return (
      <section className="import-end">
        <Note
          tone="late"
          title={operation.state === "cancelled" ? say("已停下", "Stopped") : say("没有存完", "Not finished")}
        >
          {say(`已存的${count(operation.done)}家还在。`, `${count(operation.done)} are saved.`)}
          {operation.summary}{" "}
          {say("同一个文件再导一次，会接着存，不会重复。", "Import the same file again to go on; nothing is doubled.")}
        </Note>
        {acts}
      </section>
    );
  return (
    <section className="import-end">
      <Note tone="ok" title={say(`已存入${count(result.accepted)}家`, `${count(result.accepted)} saved`)}>
        {resultText(result, say)}
      </Note>
      {acts}
    </section>
  );
}

function readResult(summary: string): ImportResult | undefined {
  try {
    return importResultSchema.safeParse(JSON.parse(summary)).data;
  } catch {
    return undefined;
  }
}

function resultText(result: ImportResult, say: (zh: string, en: string) => string): string {
  const { scope } = result;
  const parts = [
    say(
      `新增${count(result.new)}家，更新${count(result.updated)}家，没变${count(result.unchanged)}家`,
      `${result.new} new, ${result.updated} updated`,
    ),
    result.communities > 0 && say(`登记村（社区）${result.communities}个`, `${result.communities} communities`),
    say(
      `新纳入${count(scope.entered)}家，移出${count(scope.left)}家，换依据${count(scope.moved)}家`,
      `${scope.entered} entered scope, ${scope.left} left`,
    ),
    result.standardizations > 0 &&
      say(`登记标准化${count(result.standardizations)}家`, `${result.standardizations} grades`),
    result.refusedRows > 0 && say(`${result.refusedRows}行没收`, `${result.refusedRows} rows refused`),
  ];
  return `${parts.filter(Boolean).join(say("；", "; "))}${say("。", ".")}`;
}
