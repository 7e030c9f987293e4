// 成员单位与派单: who looks after which kind of hazard beside its holder, by which rules they are routed, tried before stored.
import { useState } from "react";
import type { z } from "zod";
import { listMemberUnits, type MemberUnit, type RoutingRuleRow } from "#api/member-units.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import "../../lists/lists.css";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { EndRuleDrawer } from "./end-rule-drawer.tsx";
import "./member-units.css";
import { RuleDrawer } from "./rule-drawer.tsx";
import { RulesTable } from "./rules-table.tsx";
import { UnitDrawer } from "./unit-drawer.tsx";
import { UnitsCard } from "./units-card.tsx";

const setters: ReadonlySet<string> = new Set(["officer", "officeLead"]);

export type Answer = z.output<typeof listMemberUnits.response>;
type Open =
  | { readonly kind: "unit"; readonly unit: MemberUnit | undefined }
  | { readonly kind: "rule"; readonly rule: RoutingRuleRow | undefined }
  | { readonly kind: "end"; readonly rule: RoutingRuleRow };

export function MemberUnitsPage() {
  const say = useSay();
  return (
    <Loaded query={useRoute(listMemberUnits)} failed={say("没能打开成员单位", "The units could not be opened")}>
      {(answer) => <MemberUnits answer={answer} />}
    </Loaded>
  );
}

function MemberUnits({ answer }: { readonly answer: Answer }) {
  const say = useSay();
  const maySet = setters.has(useMembership().role);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { units, rules, day } = answer;
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("成员单位与派单", "Member units and routing")}</h1>
          <p className="page__lead">
            {say(
              "按规则派给成员单位照看：该谁整改、谁复查、哪天到期都不变。",
              "A unit looks after what is routed to it; who has to act and by when stays as it is.",
            )}
          </p>
        </div>
        {maySet ? (
          <div className="page__acts">
            <button type="button" className="btn" onClick={() => setOpen({ kind: "unit", unit: undefined })}>
              <Icon name="plus" />
              {say("加成员单位", "Add a unit")}
            </button>
            {units.length > 0 ? (
              <button
                type="button"
                className="btn btn--primary"
                onClick={() => setOpen({ kind: "rule", rule: undefined })}
              >
                <Icon name="plus" />
                {say("加派单规则", "Add a rule")}
              </button>
            ) : null}
          </div>
        ) : null}
      </div>
      {units.length === 0 ? (
        <section className="card">
          <EmptyState icon="users" title={say("还没有成员单位", "No member units yet")}>
            {say("先加成员单位，再定什么隐患派给它。", "Add a unit first, then the rules.")}
          </EmptyState>
        </section>
      ) : (
        <UnitsCard
          answer={answer}
          {...(maySet ? { onChange: (unit: MemberUnit) => setOpen({ kind: "unit", unit }) } : {})}
        />
      )}
      {units.length > 0 ? (
        <RulesTable
          rules={rules}
          day={day}
          {...(maySet
            ? {
                onChange: (rule: RoutingRuleRow) => setOpen({ kind: "rule", rule }),
                onEnd: (rule: RoutingRuleRow) => setOpen({ kind: "end", rule }),
              }
            : {})}
        />
      ) : null}
      {open?.kind === "unit" ? <UnitDrawer unit={open.unit} answer={answer} onClose={close} /> : null}
      {open?.kind === "rule" ? <RuleDrawer rule={open.rule} answer={answer} onClose={close} /> : null}
      {open?.kind === "end" ? <EndRuleDrawer rule={open.rule} onClose={close} /> : null}
    </div>
  );
}
