// The enterprise at one of its sites: who, where, what is owed, what is still open, and the start of a visit.
import { useState } from "react";
import { dayOf } from "#domain/calendar/local-date.ts";
import { timesCarried } from "#domain/hazard/due.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { shortName } from "../../app/short-name.ts";
import { tagLabel } from "../../app/site-tags.ts";
import { useLive } from "../../app/use-live.ts";
import { HazardLine } from "../../components/hazard-line.tsx";
import { Page } from "../../components/page.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import { VisitFrame } from "../../components/visit-frame.tsx";
import { correctedNow } from "../../store/device.ts";
import { owedNow, readSite, type SiteRows } from "./site-rows.ts";
import { TaskChoice } from "./task-choice.tsx";
import { useStartVisit } from "./use-start-visit.ts";

interface SitePageProps {
  readonly scope: string;
  readonly siteId: string;
}

export function SitePage({ scope, siteId }: SitePageProps) {
  const { db } = useField();
  const rows = useLive(() => readSite(db, scope, siteId), [db, scope, siteId]);
  return (
    <VisitFrame title="企业" rows={rows}>
      {(found) => <Site scope={scope} rows={found} />}
    </VisitFrame>
  );
}

function Site({ scope, rows }: { readonly scope: string; readonly rows: SiteRows }) {
  const today = dayOf(correctedNow());
  const open = rows.hazards.filter((hazard) => hazard.siteId === rows.site.id && isOpen(hazard));
  const started = rows.visits.find((visit) => visit.status === "started" && visit.expertMembershipId === scope);
  const [chosen, setChosen] = useState<readonly string[]>();
  const taskIds = chosen ?? owedNow(rows, scope, today).map((task) => task.id);
  const chosenTasks = rows.owed.filter((task) => taskIds.includes(task.id));
  const { start, problem, busy } = useStartVisit(scope, rows);
  return (
    <Page
      title={shortName(rows.enterprise.name)}
      onBack={() => goTo({ page: "today" })}
      actions={
        started ? (
          <button
            type="button"
            className="btn btn--primary btn--main"
            onClick={() => goTo({ page: "visit", scope, visitId: started.id })}
          >
            <Icon name="todo" />
            接着查
          </button>
        ) : (
          <Starts chosen={chosenTasks} hasOpen={open.length > 0} busy={busy} onStart={start} />
        )
      }
    >
      <ProblemNote text={problem} />
      <p className="lead">{rows.enterprise.name}</p>
      <Facts rows={rows} />
      {started ? null : <TaskChoice owed={rows.owed} chosen={taskIds} onChoose={setChosen} />}
      <OpenHazards scope={scope} open={open} rows={rows} today={today} visitId={started?.id} />
      {open.length > 0 ? (
        <button
          type="button"
          className="btn btn--wide"
          onClick={() => goTo({ page: "refuse", scope, siteId: rows.site.id })}
        >
          <Icon name="flag" />
          企业不让查、不肯改：记下来
        </button>
      ) : null}
    </Page>
  );
}

function Facts({ rows }: { readonly rows: SiteRows }) {
  const { enterprise, site, community } = rows;
  const phone = enterprise.principalPhone;
  return (
    <section className="panel">
      <div className="line">
        <Icon name="pin" />
        <span className="grow">
          <span className="line__t">{site.address ?? "地址未登记"}</span>
          <br />
          <span className="line__s">
            <Dotted parts={[community?.name, site.name]} />
          </span>
        </span>
      </div>
      <div className="line">
        <Icon name="user" />
        <span className="grow">
          <span className="line__t">{enterprise.principalName ?? "负责人未登记"}</span>
          <br />
          <span className="line__s">
            <Dotted
              parts={["主要负责人", enterprise.industry, enterprise.employees ? `${enterprise.employees}人` : null]}
            />
          </span>
        </span>
        {phone ? (
          <a className="btn" href={`tel:${phone}`} aria-label="给企业打电话">
            <Icon name="tel" />
          </a>
        ) : null}
      </div>
      {tagLabel(site.tags).length > 0 ? (
        <div className="line row--wrap">
          {tagLabel(site.tags).map((word) => (
            <span key={word} className="tag">
              {word}
            </span>
          ))}
        </div>
      ) : null}
    </section>
  );
}

interface StartsProps {
  readonly chosen: readonly Row<"tasks">[];
  readonly hasOpen: boolean;
  readonly busy: boolean;
  readonly onStart: (tasks: readonly Row<"tasks">[], kind: Row<"visits">["kind"]) => Promise<void>;
}

/** Inspect, or only look again at what is open: then nobody need come along and there is no checklist. */
function Starts({ chosen, hasOpen, busy, onStart }: StartsProps) {
  const inspects = chosen.some((task) => task.kind === "inspection") || !hasOpen;
  const again = chosen.filter((task) => task.kind === "reinspection");
  const inspect = () => void onStart(chosen, "inspection");
  const reinspect = () => void onStart(again, "reinspection");
  return (
    <>
      <button
        type="button"
        className="btn btn--primary btn--main"
        disabled={busy}
        onClick={inspects ? inspect : reinspect}
      >
        <Icon name={inspects ? "pin" : "again"} />
        {busy ? "正在记到场" : inspects ? "到了，开始" : "到了，复查"}
      </button>
      {hasOpen ? (
        <button
          type="button"
          className="btn btn--main btn--side"
          disabled={busy}
          onClick={inspects ? reinspect : inspect}
        >
          {inspects ? "只复查" : "再检查"}
        </button>
      ) : null}
    </>
  );
}

interface OpenHazardsProps {
  readonly scope: string;
  readonly open: readonly Row<"hazards">[];
  readonly rows: Pick<SiteRows, "photos" | "periods">;
  readonly today: string;
  /** The visit under way here, in which a hazard is opened with a tap. */
  readonly visitId: string | undefined;
}

function OpenHazards({ scope, open, rows, today, visitId }: OpenHazardsProps) {
  const sorted = open.toSorted((a, b) => (a.rectificationDue ?? "9").localeCompare(b.rectificationDue ?? "9"));
  return (
    <>
      <h2 className="h-sec">
        没销号的隐患
        <small>{open.length > 0 ? `${open.length}条，到场后复查` : "没有"}</small>
      </h2>
      {open.length > 0 ? (
        <section className="panel">
          {sorted.map((hazard) => (
            <HazardLine
              key={hazard.id}
              scope={scope}
              hazard={hazard}
              photos={rows.photos}
              carried={timesCarried(hazard.foundOn, rows.periods, today)}
              today={today}
              {...(visitId ? { onOpen: () => goTo({ page: "reinspect", scope, visitId, hazardId: hazard.id }) } : {})}
            />
          ))}
        </section>
      ) : (
        <p className="line__s">上次查出的都已销号。</p>
      )}
    </>
  );
}
