import type { ReactNode } from "react";
import type { SchemeAnswer } from "#api/schemes.ts";
import { useSay } from "../../appearance/language.ts";
import { tenThousands } from "../../words/number-words.ts";

/** 参数: days and money lines of the year. Parameters, not law. */
export function ParametersCard({ scheme }: { readonly scheme: SchemeAnswer }) {
  const say = useSay();
  const lines: readonly (readonly [string, ReactNode])[] = [
    [say("整改期限", "Rectification"), say(`${scheme.rectificationDays}天`, `${scheme.rectificationDays} days`)],
    [
      say("复查期限", "Re-inspection"),
      say(`${scheme.reinspectionWorkingDays}个工作日`, `${scheme.reinspectionWorkingDays} working days`),
    ],
    [say("出报告", "Report"), say(`${scheme.reportWorkingDays}个工作日`, `${scheme.reportWorkingDays} working days`)],
    [
      say("疑似重大处理", "Suspected major"),
      say(`${scheme.majorNoticeHours ?? 2}小时内`, `within ${scheme.majorNoticeHours ?? 2} hours`),
    ],
    [
      say("签发报告", "Release"),
      scheme.onePersonRelease ? say("一个人就可以，文书上写明", "One person, shown") : say("两个人", "Two persons"),
    ],
    [
      say("规上", "Above scale"),
      say(`从${tenThousands(scheme.aboveScaleRevenueFen)}起`, `from ${scheme.aboveScaleRevenueFen / 100}`),
    ],
    [
      say("纳入", "In scope"),
      say(`从${tenThousands(scheme.inScopeRevenueFen)}起`, `from ${scheme.inScopeRevenueFen / 100}`),
    ],
    [
      say("标准化", "Standardization"),
      say(`从${tenThousands(scheme.standardizationRevenueFen)}起`, `from ${scheme.standardizationRevenueFen / 100}`),
    ],
  ];
  return (
    <section className="card" aria-labelledby="parameters">
      <div className="card__head">
        <h2 id="parameters">{say("参数", "Parameters")}</h2>
      </div>
      <div className="card__body">
        <dl className="dl">
          {lines.map(([name, value]) => (
            <div key={name} className="scheme__line">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p className="card__foot">{say("收入线看主营业务收入，达到就算。", "Lines are of the main-business revenue.")}</p>
    </section>
  );
}
