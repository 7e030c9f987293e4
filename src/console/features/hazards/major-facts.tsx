// What stands beside a major hazard, suspected or confirmed: the case, the hour it is due, advice to stop use, the five fixes.
import type { HazardTreatmentPlan } from "#api/hazard-hangings.ts";
import type { HazardPage } from "#api/hazards.ts";
import { standingPlan } from "#domain/hazard/treatment-plan.ts";
import { Fold } from "#ui/fold.tsx";
import { useSay } from "../../appearance/language.ts";
import { shortDay, shortInstant } from "../../words/day-words.ts";

export function MajorFacts({ page }: { readonly page: HazardPage }) {
  const say = useSay();
  const { hazard, day } = page;
  const plan = standingPlan(page.plans);
  if (hazard.severity === "general" && !plan) return null;
  const rows: readonly (readonly [string, string | null])[] = [
    [say("重大情形", "Major case"), hazard.severityCase],
    [say("提出疑似", "Suspected"), hazard.suspectedAt && shortInstant(hazard.suspectedAt, day)],
    [say("要在几点前处理", "To be dealt with by"), hazard.severityDueAt && shortInstant(hazard.severityDueAt, day)],
    [say("停用建议（不是命令）", "Advice to stop use (no order)"), hazard.stopUseAdvice],
  ];
  return (
    <>
      <dl className="dl">
        {rows.map(([name, text]) =>
          text ? (
            <div className="dl__pair" key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {plan ? <FiveFixes plan={plan} day={day} /> : null}
      {!plan && hazard.severity === "major" ? (
        <p className="soft">
          {say(
            "还没有五落实治理方案。企业在办事链接里填，机构也可以先填一份建议；有了才能挂牌督办。",
            "No treatment plan yet. It is needed before listing.",
          )}
        </p>
      ) : null}
    </>
  );
}

function FiveFixes({ plan, day }: { readonly plan: HazardTreatmentPlan; readonly day: string }) {
  const say = useSay();
  const rows: readonly (readonly [string, string])[] = [
    [say("责任", "Responsible"), plan.responsible],
    [say("措施", "Measures"), plan.measures],
    [say("资金", "Funds"), say(`${plan.fundsFen / 100}元`, `${plan.fundsFen / 100} yuan`)],
    [say("时限", "Time"), shortDay(plan.finishOn, day)],
    [say("预案", "Contingency plan"), plan.contingencyPlan],
  ];
  const who = plan.origin === "enterprise" ? say("企业填的", "by the enterprise") : say("机构建议", "agency's advice");
  return (
    <Fold icon="text" title={say(`治理方案（五落实），${who}`, `Treatment plan, ${who}`)} open>
      <dl className="dl">
        {rows.map(([name, text]) => (
          <div className="dl__pair" key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        {plan.enteredByName}，{shortInstant(plan.enteredAt, day)}
      </p>
    </Fold>
  );
}
