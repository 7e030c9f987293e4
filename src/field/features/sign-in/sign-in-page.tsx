// Signing in, also when the session ended in the field: what is unsent stays on this phone, for its owner alone.
import { type FormEvent, useState } from "react";
import type { SessionAnswer } from "#api/session.ts";
import { Logo } from "#ui/logo.tsx";
import { Note } from "#ui/note.tsx";
import type { Start } from "../../app/holder-session.ts";
import { useLive } from "../../app/use-live.ts";
import { ProblemNote } from "../../components/problem-note.tsx";
import { TextField } from "../../components/text-field.tsx";
import { signIn } from "../../outbox/server.ts";
import { badgeWords, syncView } from "../../outbox/sync-items.ts";
import type { Holder } from "../../store/device.ts";
import { openFieldDatabase } from "../../store/field-database.ts";

interface SignInPageProps {
  readonly start: Exclude<Start, { kind: "holder" }>;
  readonly onSignedIn: (session: SessionAnswer) => void;
}

export function SignInPage({ start, onSignedIn }: SignInPageProps) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const answer = await signIn(login, password);
    setBusy(false);
    if (answer.kind === "answered") return onSignedIn(answer.value);
    setProblem(
      answer.kind === "refused" ? answer.problem.text : "现在没信号，登录不了。有信号后再试，本机的内容还在。",
    );
  }
  return (
    <div className="phone">
      <header className="phone__top">
        <Logo name="闭环·现场" />
      </header>
      <main className="phone__main">
        <h1 className="lead">登录</h1>
        {start.kind === "noExpert" ? (
          <Note tone="soon" title={`${start.name}不是专家身份`}>
            现场程序只给专家用。请用专家账号登录，或回到办公网页。
          </Note>
        ) : null}
        {start.kind === "signIn" && start.last ? <Unsent last={start.last} /> : null}
        <ProblemNote text={problem} />
        <form onSubmit={(event) => void submit(event)} className="stack">
          <TextField label="账号" value={login} onChange={setLogin} autoComplete="username" />
          <TextField
            label="密码"
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
          />
          <button type="submit" className="btn btn--primary btn--main btn--wide" disabled={busy || !login || !password}>
            {busy ? "正在登录" : "登录"}
          </button>
        </form>
      </main>
    </div>
  );
}

/** What the last person left here; it waits for that person. */
function Unsent({ last }: { readonly last: Holder }) {
  const words = useLive(async () => {
    const db = openFieldDatabase(last.accountId);
    return badgeWords(syncView(await db.commands.toArray(), await db.photos.toArray()));
  }, [last.accountId]);
  if (!words || words.look === "done") return null;
  return (
    <Note tone="soon" icon="phone" title={`${last.displayName}有内容在本机，不会丢`}>
      {words.text}。{last.displayName}登录后接着送；别人登录看不到，也不会替他送。
    </Note>
  );
}
