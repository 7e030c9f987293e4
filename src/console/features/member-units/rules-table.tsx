// The rules: those that stand in the order in which they decide, then the ended ones with who ended them and why.
import type { RoutingRuleRow } from "#api/member-units.ts";
import { FAMILY_LABELS } from "#domain/law/labels.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortInstant } from "../../words/day-words.ts";

interface RulesTableProps {
  readonly rules: readonly RoutingRuleRow[];
  readonly day: string;
  readonly onChange?: (rule: RoutingRuleRow) => void;
  readonly onEnd?: (rule: RoutingRuleRow) => void;
}

export function RulesTable({ rules, ...rest }: RulesTableProps) {
  const say = useSay();
  return (
    <section className="card cards" aria-labelledby="rules">
      <div className="card__head">
        <h2 id="rules">{say("派单规则", "Rules")}</h2>
        <span className="muted">{say("从上往下，先对上的先派", "From the top; the first that fits decides")}</span>
      </div>
      {rules.length === 0 ? (
        <EmptyState icon="list" title={say("还没有规则", "No rules yet")}>
          {say("没有规则时，隐患由安监办一条条派。", "Without rules the office routes one by one.")}
        </EmptyState>
      ) : (
        <div className="table__scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say("什么隐患", "Which hazards")}</th>
                <th scope="col">{say("派给", "To")}</th>
                <th scope="col">{say("谁定的", "Set by")}</th>
                <th scope="col">
                  <span className="sr-only">{say("办理", "Acts")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <RuleRow key={rule.id} rule={rule} {...rest} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function RuleRow({ rule, day, onChange, onEnd }: Omit<RulesTableProps, "rules"> & { readonly rule: RoutingRuleRow }) {
  const say = useSay();
  return (
    <tr className={rule.ended ? "muted" : undefined}>
      <td className="cards__main">
        <Match rule={rule} />
        <span className="table__sub">{say(`第${rule.position}位`, `Position ${rule.position}`)}</span>
      </td>
      <td>{rule.unitName}</td>
      <td>
        {rule.reason}
        <span className="table__sub">
          <Dotted parts={[rule.setByName, shortInstant(rule.setAt, day)]} />
        </span>
        {rule.ended ? (
          <span className="table__sub">
            <Dotted
              parts={[say("已停用", "Ended"), rule.ended.byName, shortInstant(rule.ended.at, day), rule.ended.reason]}
            />
          </span>
        ) : null}
      </td>
      <td>
        {rule.ended ? null : (
          <span className="member-units__acts">
            {onChange ? (
              <button type="button" className="btn btn--sm" onClick={() => onChange(rule)}>
                {say("改规则", "Change")}
              </button>
            ) : null}
            {onEnd ? (
              <button type="button" className="btn btn--sm" onClick={() => onEnd(rule)}>
                {say("停用", "End")}
              </button>
            ) : null}
          </span>
        )}
      </td>
    </tr>
  );
}

function Match({ rule: { family, level2, itemCodes, tags } }: { readonly rule: RoutingRuleRow }) {
  const say = useSay();
  const word = useWord();
  return (
    <Dotted
      parts={[
        family && word(FAMILY_LABELS[family]),
        level2,
        itemCodes.length > 0 && say(`检查项${itemCodes.join("、")}`, `Items ${itemCodes.join(", ")}`),
        tags.length > 0 && say(`有标签${tags.join("、")}`, `Tags ${tags.join(", ")}`),
      ]}
    />
  );
}
