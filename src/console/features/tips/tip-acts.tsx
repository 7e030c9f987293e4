// What this person may do with a tip now; the act that comes next is the filled button. The rest is done where it always is: an
// inspection on the plan, the key-hazard list.
import { useState } from "react";
import { Link } from "react-router";
import type { Tip } from "#api/tips.ts";
import { isComplaint } from "#domain/tip/labels.ts";
import { useSay } from "../../appearance/language.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { useMembership } from "../../session/session-context.ts";
import { AnswerDrawer } from "./answer-drawer.tsx";
import { CloseDrawer } from "./close-drawer.tsx";
import { TriageDrawer } from "./triage-drawer.tsx";

type Open = "triage" | "answer" | "close";

export function TipActs({ tip }: { readonly tip: Tip }) {
  const say = useSay();
  const { id, role } = useMembership();
  const [open, setOpen] = useState<Open>();
  const { send, sending } = useSendCommand();
  if (tip.state === "closed" || (role !== "officer" && role !== "officeLead")) return null;
  const isMine = tip.handlerMembershipId === id;
  const mayAnswer = isMine || role === "officeLead";
  const complaint = isComplaint(tip.about);
  const next: Open = complaint || tip.enterpriseId ? "answer" : "triage";
  const look = (one: Open) => (one === next ? "btn btn--primary" : "btn");
  const close = () => setOpen(undefined);
  const take = () => void send({ name: "tip.take", args: { tipId: tip.id } }, say("已经在您手上", "Yours now"));
  return (
    <section className="card" aria-labelledby="acts">
      <div className="card__head">
        <h2 id="acts">{say("办理", "What to do")}</h2>
        <span className="muted">
          {tip.handlerName ? say(`${tip.handlerName}在办`, `with ${tip.handlerName}`) : say("还没人接", "Nobody yet")}
        </span>
      </div>
      <div className="card__body tips__acts">
        {complaint ? null : (
          <button type="button" className={look("triage")} onClick={() => setOpen("triage")}>
            {tip.enterpriseId ? say("改分到别的企业", "Assign to another") : say("分到企业", "Assign to an enterprise")}
          </button>
        )}
        {isMine ? null : (
          <button type="button" className="btn" disabled={sending} onClick={take}>
            {say("接手", "Take it")}
          </button>
        )}
        {mayAnswer ? (
          <>
            <button type="button" className={look("answer")} onClick={() => setOpen("answer")}>
              {say("答复反映人", "Answer")}
            </button>
            <button type="button" className="btn" onClick={() => setOpen("close")}>
              {say("办结并答复", "Close with an answer")}
            </button>
          </>
        ) : null}
        {tip.enterpriseId ? <WayOn enterpriseId={tip.enterpriseId} /> : null}
      </div>
      {open === "triage" ? <TriageDrawer tip={tip} onClose={close} /> : null}
      {open === "answer" ? <AnswerDrawer tip={tip} onClose={close} /> : null}
      {open === "close" ? <CloseDrawer tip={tip} onClose={close} /> : null}
    </section>
  );
}

function WayOn({ enterpriseId }: { readonly enterpriseId: string }) {
  const say = useSay();
  return (
    <p className="soft">
      {say("要上门：", "To go there: ")}
      <Link to="/plan">{say("在计划板提前安排检查", "move its inspection forward")}</Link>
      {say("，或", ", or ")}
      <Link to="/key-enterprises">{say("列入重点加查", "put it on the key-hazard list")}</Link>
      {say("；催整改：", "; to press: ")}
      <Link to={`/enterprises/${enterpriseId}`}>{say("打开这家企业", "open the enterprise")}</Link>
      {say("。", ".")}
    </p>
  );
}
