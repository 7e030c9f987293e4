// When this phone cannot send: everything unsent leaves as a file sealed to its owner, and is read in on another phone where the
// same person has signed in. Both phones may send afterwards; the server takes each thing once.
import { type ChangeEvent, useState } from "react";
import type { Problem } from "#domain/kernel/result.ts";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useField } from "../../app/field-context.ts";
import { ProblemNote } from "../../components/problem-note.tsx";
import { sealKeyOf } from "../../outbox/pull.ts";
import type { FileOwner } from "../../outbox/sealed-file.ts";
import { pullOutboxKey } from "../../outbox/server.ts";
import { type ReadIn, readUnsentFile, writeUnsentFile } from "../../outbox/unsent-file.ts";
import { correctedNow, type Holder } from "../../store/device.ts";
import type { FieldDatabase } from "../../store/field-database.ts";

interface Said {
  readonly tone: "ok" | "late";
  readonly text: string;
}

export function HandOver() {
  const { db, holder, loop } = useField();
  const [busy, setBusy] = useState<"out" | "in">();
  const [said, setSaid] = useState<Said>();
  async function doing(what: "out" | "in", work: () => Promise<Said>) {
    setBusy(what);
    setSaid(await work().catch(() => FAILED));
    setBusy(undefined);
  }
  function chosen(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    event.target.value = "";
    if (!file) return;
    void doing("in", async () => takeIn(db, holder, await file.text())).then(() => loop.wake());
  }
  return (
    <section className="stack" aria-label="换手机">
      <h2 className="h-sec">换手机接着送</h2>
      <p className="line__s">
        文件只有{holder.displayName}登录后打得开。导出后这里的内容还在；两台手机都送，也只算一次。
      </p>
      <button
        type="button"
        className="btn btn--wide"
        disabled={busy !== undefined}
        onClick={() => void doing("out", () => save(db, holder))}
      >
        <Icon name="download" />
        {busy === "out" ? "正在导出" : "导出成文件"}
      </button>
      <label className="file btn btn--wide">
        <Icon name="file" />
        {busy === "in" ? "正在读" : "读入另一台手机的文件"}
        <input type="file" accept="application/json,.json" disabled={busy !== undefined} onChange={chosen} />
      </label>
      {said?.tone === "ok" ? <Note tone="ok" icon="done" title={said.text} /> : <ProblemNote text={said?.text} />}
    </section>
  );
}

const FAILED: Said = { tone: "late", text: "没弄成，可能是本机存储满了。内容还在，腾出空间后再试。" };
const NO_KEY: Said = {
  tone: "late",
  text: "本机还没拿到加密用的钥匙，要连一次网才能导出或读入。内容都在本机，不会丢。",
};

async function save(db: FieldDatabase, holder: Holder): Promise<Said> {
  const owner = await ownerOf(db, holder);
  if (!owner) return NO_KEY;
  const file = new Blob([await writeUnsentFile(db, owner)], { type: "application/json" });
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = `未送出-${holder.displayName}-${correctedNow().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return { tone: "ok", text: `已存成文件${link.download}。传到另一台手机，登录后在这一页读入。` };
}

async function takeIn(db: FieldDatabase, holder: Holder, text: string): Promise<Said> {
  const owner = await ownerOf(db, holder);
  if (!owner) return NO_KEY;
  const read = await readUnsentFile(db, owner, text);
  return read.ok ? { tone: "ok", text: spoken(read.value) } : { tone: "late", text: refusal(read.problem) };
}

/** The key kept since the last signal; a phone just taken into use asks for it. */
async function ownerOf(db: FieldDatabase, { accountId, displayName }: Holder): Promise<FileOwner | undefined> {
  const kept = await sealKeyOf(db);
  if (kept) return { accountId, displayName, key: kept };
  const answer = await pullOutboxKey();
  return answer.kind === "answered" ? { accountId, displayName, key: answer.value.key } : undefined;
}

function spoken({ commands, photos, drafts }: ReadIn): string {
  if (commands + photos + drafts === 0) return "文件里的内容本机都有了，没有重复读入。";
  return `读入${commands}步、照片${photos}张、没写完的${drafts}份，有信号就送。`;
}

function refusal({ code, params }: Problem): string {
  switch (code) {
    case "unsent_file.other_owner":
      return `这是${params.owner}的文件，只有他本人登录后读得开。没有读入。`;
    case "unsent_file.newer":
      return "这个文件是新版程序导出的。请先更新本机的程序，再读一次。";
    case "unsent_file.damaged":
      return "文件不完整，可能没传完。请从原来的手机再导出一次，没有读入。";
    default:
      return "这不是本程序导出的“未送出”文件。请选“未送出-姓名-日期.json”。";
  }
}
