import { clockOf, type LocalDate } from "#domain/calendar/local-date.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { StepTag } from "#ui/step-tag.tsx";
import { dueWords } from "../../app/due-words.ts";
import { goTo } from "../../app/route.ts";
import { splitName } from "../../app/short-name.ts";
import { tagLabel } from "../../app/site-tags.ts";
import { periodMonths, type Stop } from "./stops.ts";

interface StopCardProps {
  readonly stop: Stop;
  readonly no: number;
  readonly next: boolean;
  readonly today: LocalDate;
  readonly unsent: number;
}

export function StopCard({ stop, no, next, today, unsent }: StopCardProps) {
  const [name, note] = splitName(stop.enterprise.name);
  const look = next ? "stop stop--now" : stop.status === "done" ? "stop stop--done" : "stop";
  const open = () => goTo(placeOf(stop));
  return (
    <section className={look} aria-label={stop.enterprise.name}>
      <button type="button" className="stop__open" onClick={open}>
        <span className="stop__no">{stop.status === "done" ? <Icon name="check" label="已查" /> : no}</span>
        <span className="grow">
          <span className="stop__name">
            {name}
            <span className="demo">{note}</span>
          </span>
          <span className="line__s">
            <Dotted parts={[`${stop.community ?? ""} ${stop.site.address ?? ""}`.trim(), hours(stop)]} />
          </span>
          <span className="stop__facts">
            <Facts stop={stop} today={today} unsent={unsent} />
          </span>
        </span>
      </button>
      {next ? <NextActions stop={stop} onOpen={open} /> : null}
    </section>
  );
}

function placeOf(stop: Stop) {
  const { scope, visit } = stop;
  if (visit && stop.served) return { page: "served", scope, visitId: visit.id } as const;
  if (visit?.status === "finished") return { page: "finish", scope, visitId: visit.id } as const;
  if (visit) return { page: "visit", scope, visitId: visit.id } as const;
  return { page: "site", scope, siteId: stop.site.id } as const;
}

function hours({ visit }: Stop): string | null {
  if (!visit) return null;
  return visit.departedAt
    ? `${clockOf(visit.arrivedAt)}–${clockOf(visit.departedAt)}`
    : `${clockOf(visit.arrivedAt)}到场`;
}

function Facts({ stop, today, unsent }: { readonly stop: Stop; readonly today: LocalDate; readonly unsent: number }) {
  const again = stop.tasks.some((task) => task.kind === "reinspection") || stop.open.length > 0;
  const late = stop.open.map((hazard) => dueWords(hazard, today)).find((due) => due.tone === "late");
  const inspection = stop.tasks.some((task) => task.kind === "inspection");
  return (
    <>
      {stop.served ? (
        <span className="tag">
          <Icon name="done" />
          已签字
        </span>
      ) : null}
      {inspection ? <StepTag step={1} text={stop.period ? `${periodMonths(stop.period)}检查` : "检查"} /> : null}
      {again && stop.status !== "done" ? (
        <StepTag step={4} text={stop.open.length > 0 ? `复查${stop.open.length}条` : "复查"} />
      ) : null}
      {late ? <DueChip {...late} spokenBefore="整改期限：" /> : null}
      {stop.status === "to do"
        ? tagLabel(stop.site.tags).map((word) => (
            <span key={word} className="tag">
              {word}
            </span>
          ))
        : null}
      {unsent > 0 ? (
        <span className="tag tag--local">
          <Icon name="phone" />
          仅在本机{unsent}项
        </span>
      ) : null}
    </>
  );
}

function NextActions({ stop, onOpen }: { readonly stop: Stop; readonly onOpen: () => void }) {
  const { principalPhone } = stop.enterprise;
  return (
    <div className="row" style={{ marginTop: 12 }}>
      <button type="button" className="btn btn--primary btn--main" onClick={onOpen}>
        <Icon name={stop.visit ? "todo" : "pin"} />
        {stop.visit ? "接着查" : "到了，开始"}
      </button>
      {principalPhone ? (
        <a className="btn" href={`tel:${principalPhone}`} aria-label="给企业打电话">
          <Icon name="tel" />
        </a>
      ) : null}
    </div>
  );
}
