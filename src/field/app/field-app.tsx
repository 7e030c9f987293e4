// Finds out who holds the phone, opens that account's database, starts the loop that sends, shows the screen of the route.
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { Skeleton } from "#ui/skeleton.tsx";
import type { LoopStatus, OutboxLoop } from "../outbox/loop.ts";
import type { Holder } from "../store/device.ts";
import { type FieldDatabase, openFieldDatabase } from "../store/field-database.ts";
import { afterFirstScreen } from "./after-first-screen.ts";
import { FieldContext } from "./field-context.ts";
import {
  findHolder,
  holderByServer,
  holderOfSession,
  isOther,
  knownHolder,
  leave,
  type Start,
} from "./holder-session.ts";
import { startLoop } from "./loop-on-demand.ts";
import { keepPlace, resume } from "./resume.ts";
import { Screens } from "./screens.tsx";

const SignInPage = lazy(async () => ({ default: (await import("../features/sign-in/sign-in-page.tsx")).SignInPage }));

export function FieldApp() {
  const [start, setStart] = useState<Start | undefined>(knownHolder);
  useEffect(() => {
    const known = knownHolder();
    if (known?.kind !== "holder") return void findHolder().then(setStart);
    void holderByServer(afterFirstScreen()).then((found) => {
      if (found && isOther(found, known.holder)) setStart(found);
    });
  }, []);
  if (!start) {
    return (
      <div className="phone">
        <main className="phone__main">
          <Skeleton label="正在打开" lines={5} />
        </main>
      </div>
    );
  }
  if (start.kind === "holder") {
    return <HeldApp key={start.holder.accountId} holder={start.holder} onChange={setStart} />;
  }
  return (
    <Suspense fallback={null}>
      <SignInPage start={start} onSignedIn={(session) => setStart(holderOfSession(session))} />
    </Suspense>
  );
}

interface HeldAppProps {
  readonly holder: Holder;
  readonly onChange: (start: Start) => void;
}

const QUIET: LoopStatus = { busy: false, signedOut: false, reached: true };

function HeldApp({ holder, onChange }: HeldAppProps) {
  const db = useMemo(() => openFieldDatabase(holder.accountId), [holder.accountId]);
  const isBack = useResume(db);
  const [status, setStatus] = useState<LoopStatus>(QUIET);
  const [loop, setLoop] = useState<OutboxLoop>();
  useEffect(() => {
    const started = startLoop(db, holder, setStatus);
    setLoop(started);
    return () => started.stop();
  }, [db, holder]);
  useEffect(() => {
    // Before the loop's first word there is nothing to go by.
    if (status === QUIET || status.busy || status.signedOut || !status.reached || !navigator.onLine) return;
    void import("../store/keep-directory.ts").then(({ keepDirectory }) => keepDirectory(holder));
  }, [holder, status]);
  if (!loop || !isBack) return null;
  const signOut = () => void leave(holder).then(onChange);
  const askToSignIn = () => onChange({ kind: "signIn", last: holder });
  return (
    <FieldContext value={{ db, holder, loop, status, signOut, askToSignIn }}>
      <Screens />
    </FieldContext>
  );
}

/** True once the app stands where the person left it; from then on the place is kept. */
function useResume(db: FieldDatabase): boolean {
  const [back, setBack] = useState<FieldDatabase>();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    void resume(db)
      .catch((error) => console.warn("the last place is unknown", error))
      .then(() => {
        if (isGone) return;
        stop = keepPlace(db);
        setBack(db);
      });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [db]);
  return back === db;
}
