// What the hazard is, how to mend it, what counts as done, by when, and the law folded below.
import type { HazardPage } from "#api/hazards.ts";
import { deadlineRuleLabels, deadlineRules } from "#domain/calendar/rectification-deadline.ts";
import { CITATION_ROLE_LABELS, CLAUSE_STATE_LABELS } from "#domain/law/labels.ts";
import { Fold } from "#ui/fold.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { ReferralFacts } from "../../hazard-desk/matter-facts.tsx";
import { shortDay, shortInstant } from "../../words/day-words.ts";
import { MajorFacts } from "./major-facts.tsx";

export function HazardText({ page }: { readonly page: HazardPage }) {
  const say = useSay();
  const { hazard, visit, day } = page;
  return (
    <section className="card" aria-labelledby="text">
      <div className="card__head">
        <h2 id="text">{say("这条隐患", "This hazard")}</h2>
      </div>
      <div className="card__body stack">
        <dl className="dl">
          <dt>{say("怎么改", "Advice")}</dt>
          <dd>{hazard.advice}</dd>
          <dt>{say("改到什么样", "Standard")}</dt>
          <dd>{hazard.standard}</dd>
          <dt>{say("期限", "Deadline")}</dt>
          <dd>
            <Deadline page={page} />
          </dd>
          <dt>{say("查出", "Found")}</dt>
          <dd>
            <Dotted
              parts={[
                shortDay(visit.inspectedOn, day),
                visit.expertName,
                visit.accompaniedName && say(`${visit.accompaniedName}陪同`, `with ${visit.accompaniedName}`),
                hazard.siteName,
              ]}
            />
          </dd>
          {hazard.contested && hazard.contestReason ? (
            <>
              <dt>{say("异议", "Objection")}</dt>
              <dd>“{hazard.contestReason}”</dd>
            </>
          ) : null}
        </dl>
        <MajorFacts page={page} />
        <Law page={page} />
        <Requests page={page} />
        {page.referrals.length > 0 ? (
          <Fold icon="gavel" title={say("提请执法", "Referral")} open>
            <ReferralFacts page={page} />
          </Fold>
        ) : null}
      </div>
    </section>
  );
}

function Deadline({ page }: { readonly page: HazardPage }) {
  const say = useSay();
  const word = useWord();
  const { hazard, day } = page;
  const rule = deadlineRules.find((one) => one === hazard.deadlineRule);
  const until = hazard.rectificationDue
    ? shortDay(hazard.rectificationDue, day)
    : say(`送达后${hazard.deadlineDays}天`, `${hazard.deadlineDays} days from service`);
  return <Dotted parts={[until, rule && word(deadlineRuleLabels[rule]), hazard.deadlineReason]} />;
}

function Law({ page }: { readonly page: HazardPage }) {
  const say = useSay();
  const word = useWord();
  const { citations, hazard } = page;
  const [year, month, date] = hazard.foundOn.split("-").map(Number);
  const title = say(
    `法律依据${citations.length}条，按${year}年${month}月${date}日有效的文本`,
    `${citations.length} clauses, as in force on ${hazard.foundOn}`,
  );
  return (
    <Fold icon="book" title={title}>
      {citations.map((citation) => (
        <div key={citation.position} className="law">
          <div className="law__head">
            <span className="tag tag--brand">{word(CITATION_ROLE_LABELS[citation.role])}</span>《{citation.title}》
            {citation.article}
            {citation.state === "inForce" ? null : (
              <span className="tag tag--line">{word(CLAUSE_STATE_LABELS[citation.state])}</span>
            )}
            {citation.verified ? null : <span className="tag tag--line">{say("待核", "to be checked")}</span>}
          </div>
          <div>{citation.summary}</div>
        </div>
      ))}
    </Fold>
  );
}

function Requests({ page }: { readonly page: HazardPage }) {
  const say = useSay();
  if (page.extensions.length === 0) return null;
  const states = {
    asked: say("等街道答复", "Waiting"),
    granted: say("已同意", "Granted"),
    declined: say("没同意", "Declined"),
  };
  return (
    <Fold
      icon="clock"
      title={say(`延期申请${page.extensions.length}次`, `${page.extensions.length} requests for time`)}
    >
      {page.extensions.map((one) => (
        <div key={one.id} className="law">
          <div className="law__head">
            <span className="tag tag--brand">{states[one.state]}</span>
            {say(`申请延${one.daysNeeded}天`, `${one.daysNeeded} days`)}
            {one.grantedUntil
              ? say(`，同意到${shortDay(one.grantedUntil, page.day)}`, `, until ${one.grantedUntil}`)
              : ""}
          </div>
          <div>
            {one.reason}
            {say("；已做：", "; done: ")}
            {one.stepsTaken}
            {say("；期间：", "; meanwhile: ")}
            {one.interimProtection}
          </div>
          <div className="muted">
            {one.askedByName}，{shortInstant(one.askedAt, page.day)}
            {one.decisionReason ? `；${one.decidedByName ?? ""}：“${one.decisionReason}”` : ""}
          </div>
        </div>
      ))}
    </Fold>
  );
}
