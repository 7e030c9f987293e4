// The enterprise at one of its sites: who, where, what is owed, what is still open, and the start of a visit.
import { useState } from "react";
import { dayOf } from "#domain/calendar/local-date.ts";
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
  const { start, problem, busy } = useStartVisit(scope, rows);
  const goOn = () => started && goTo({ page: "visit", scope, visitId: started.id });
  return (
    <Page
      title={shortName(rows.enterprise.name)}
      onBack={() => goTo({ page: "today" })}
      actions={
        <button
          type="button"
          className="btn btn--primary btn--main"
          disabled={busy}
          onClick={() => (started ? goOn() : void start(rows.owed.filter((task) => taskIds.includes(task.id))))}
        >
          <Icon name={started ? "todo" : "pin"} />
          {started ? "接着查" : busy ? "正在记到场" : "到了，开始"}
        </button>
      }
    >
      <ProblemNote text={problem} />
      <p className="lead">{rows.enterprise.name}</p>
      <Facts rows={rows} />
      {started ? null : <TaskChoice owed={rows.owed} chosen={taskIds} onChoose={setChosen} />}
      <OpenHazards scope={scope} open={open} photos={rows.photos} today={today} />
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

interface OpenHazardsProps {
  readonly scope: string;
  readonly open: readonly Row<"hazards">[];
  readonly photos: readonly Row<"photoSlots">[];
  readonly today: string;
}

function OpenHazards({ scope, open, photos, today }: OpenHazardsProps) {
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
            <HazardLine key={hazard.id} scope={scope} hazard={hazard} photos={photos} today={today} />
          ))}
        </section>
      ) : (
        <p className="line__s">上次查出的都已销号。</p>
      )}
    </>
  );
}
