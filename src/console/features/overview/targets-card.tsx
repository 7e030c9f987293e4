// 年度目标: coverage and standardization with what is missing, and the hazards on the books.
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Overview, Target } from "#api/overview.ts";
import type { RowsLink } from "#api/rows-link.ts";
import { Dotted } from "#ui/sep.tsx";
import { StatTile } from "#ui/stat-tile.tsx";
import { useSay } from "../../appearance/language.ts";
import { Definition } from "../../figures/definition.tsx";
import { rowsAddress } from "../../figures/rows-address.ts";
import { shortDay } from "../../words/day-words.ts";
import { count, percent } from "../../words/number-words.ts";

export function TargetsCard({ overview }: { readonly overview: Overview }) {
  const say = useSay();
  const { targets, hazards, scheme, day, definitions } = overview;
  const names = {
    coverage: say("社会化服务覆盖率", "Service coverage"),
    standardization: say("安全生产标准化创建率", "Standardization"),
  };
  const lines = [
    ...targets.map((target) => ({ name: names[target.measure], text: target.definition })),
    { name: say("未销号", "Open"), text: definitions.open },
    { name: say("本年查出", "Found this year"), text: definitions.found },
  ];
  return (
    <section className="card" aria-labelledby="targets">
      <div className="card__head">
        <h2 id="targets">
          {targets.length > 0 ? say("年度目标", "Targets of the year") : say("在册隐患", "Hazards on the books")}
        </h2>
        {scheme && targets.length > 0 ? <span className="muted">到{shortDay(scheme.targetOn, day)}</span> : null}
      </div>
      <div className="tiles">
        {targets.map((target) => (
          <TargetTile key={target.measure} target={target} name={names[target.measure]} />
        ))}
        <StatTile
          label={say("在册隐患（未销号）", "Open hazards")}
          figure={count(hazards.open.count)}
          aside={
            <Dotted
              parts={[
                say("条", ""),
                `本年查出${count(hazards.found.count)}，已销号${count(hazards.closedOfFound.count)}`,
              ]}
            />
          }
          link={linkTo(hazards.open.rows)}
        />
      </div>
      <div className="card__foot">
        {targets.length > 0
          ? say("分母按当日应纳入名单，增减都有依据和经办人。", "Counted against the list in scope on the day. ")
          : null}
        <Definition lines={lines} />
      </div>
    </section>
  );
}

function TargetTile({ target, name }: { readonly target: Target; readonly name: string }) {
  const say = useSay();
  const { rate, done, of, missingCount } = target;
  return (
    <StatTile
      label={name}
      figure={percent(rate)}
      share={rate}
      aside={<Dotted parts={[`${count(done)} / ${count(of)}${say("家", "")}`, say("目标100%", "target 100%")]} />}
      foot={
        missingCount > 0 ? (
          <MissingLine target={target} />
        ) : (
          say(of === 0 ? "现在没有应算的企业" : "都已做到", of === 0 ? "None counted" : "All done")
        )
      }
      link={linkTo(missingCount > 0 ? target.missingRows : target.ofRows)}
    />
  );
}

/** 差2家：10月新纳入，排在12月10日. The same reason is said once, with how many it holds. */
function MissingLine({ target }: { readonly target: Target }) {
  const say = useSay();
  const reasons = [...Map.groupBy(target.missing, (one) => one.why)].map(([why, of]) =>
    of.length > 1 || target.missingCount > 1 ? `${why}${of.length}家` : why,
  );
  const rest = target.missingCount - target.missing.length;
  return (
    <>
      {say("差", "Missing ")}
      <b>
        {count(target.missingCount)}
        {say("家", "")}
      </b>
      ：{reasons.join("，")}
      {rest > 0 ? `，等` : ""}
    </>
  );
}

function linkTo(rows: RowsLink) {
  return (className: string, content: ReactNode) => (
    <Link className={className} to={rowsAddress(rows)}>
      {content}
    </Link>
  );
}
