// The head of a visit: how far the checklist is, who is along, what waits to be looked at again.
import { clockOf } from "#domain/calendar/local-date.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import { Bar } from "#ui/bar.tsx";
import { Icon } from "#ui/icon.tsx";
import { goTo } from "../../app/route.ts";
import type { VisitRows } from "../../store/visit-rows.ts";
import type { ChecklistState } from "./checklist-state.ts";

interface SummaryProps {
  readonly scope: string;
  readonly rows: VisitRows;
  readonly state: ChecklistState;
}

export function Summary({ scope, rows, state }: SummaryProps) {
  const { visit } = rows;
  const old = rows.hazards.filter((one) => one.siteId === visit.siteId && one.visitId !== visit.id && isOpen(one));
  const people = [visit.expertName, visit.accompaniedName].filter(Boolean).join("、");
  return (
    <section className="panel">
      <div className="panel__body panel__body--top">
        {visit.kind === "inspection" ? (
          <>
            <div className="row row--between">
              <b>
                清单 {state.answered} / {state.total}
              </b>
              <span className="muted">
                {state.answered < state.total ? `还有${state.total - state.answered}项` : "都勾完了"}
                {state.score === null ? null : `，符合率${state.score}%`}
              </span>
            </div>
            <div className="bar-room">
              <Bar share={state.total === 0 ? 0 : state.answered / state.total} />
            </div>
          </>
        ) : null}
        <div className="row row--wrap">
          <span className="tag">
            <Icon name="pin" />
            {clockOf(visit.arrivedAt)}到场
          </span>
          <span className="tag">
            <Icon name="users" />
            {people}
          </span>
        </div>
        <p className="line__s">
          {visit.arrivedLat === null
            ? "没取到位置（没允许或没信号），照常检查；到场时间已记下。"
            : "到场的时间和位置已记一次，证明机构到过场；中间不跟踪。"}
        </p>
      </div>
      {visit.accompaniedBy === null && visit.kind === "inspection" ? (
        <Line
          icon="users"
          look="dot--step-2"
          title="谁陪同还没记"
          under="街道的人，或没人陪同的原因"
          onOpen={() => goTo({ page: "accompany", scope, visitId: visit.id })}
        />
      ) : null}
      {old.length > 0 && visit.kind === "inspection" ? (
        <Line
          icon="again"
          look="dot--step-4"
          title={`旧隐患${old.length}条，今天复查`}
          under={old.map((one) => one.description).join("；")}
          onOpen={() => goTo({ page: "reinspect", scope, visitId: visit.id, hazardId: old[0]?.id ?? "" })}
        />
      ) : null}
    </section>
  );
}

interface LineProps {
  readonly icon: "users" | "again";
  readonly look: string;
  readonly title: string;
  readonly under: string;
  readonly onOpen: () => void;
}

function Line({ icon, look, title, under, onOpen }: LineProps) {
  return (
    <button type="button" className="line" onClick={onOpen}>
      <span className={`dot ${look}`}>
        <Icon name={icon} />
      </span>
      <span className="grow">
        <span className="line__t">{title}</span>
        <br />
        <span className="line__s">{under}</span>
      </span>
      <Icon name="right" />
    </button>
  );
}
