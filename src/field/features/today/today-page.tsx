// Today over all memberships, in the order of the route: what is done, what is next, what follows.
import { dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { Dotted } from "#ui/sep.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useField } from "../../app/field-context.ts";
import { useNewVersion } from "../../app/new-version.ts";
import { goTo } from "../../app/route.ts";
import { useLive } from "../../app/use-live.ts";
import { FieldNav } from "../../components/field-nav.tsx";
import { Page } from "../../components/page.tsx";
import { correctedNow } from "../../store/device.ts";
import { readScopes } from "./read-stops.ts";
import { ReadyNote } from "./ready-note.tsx";
import { routeKilometres } from "./route-order.ts";
import { StopCard } from "./stop-card.tsx";
import { type Stop, stopsOf } from "./stops.ts";

export function TodayPage() {
  const { db, holder, status } = useField();
  const today = dayOf(correctedNow());
  const stops = useLive(async () => stopsOf(await readScopes(db, holder.memberships), today), [db, holder, today]);
  const unsent = useLive(() => unsentByVisit(db), [db]);
  return (
    <Page title="今日走访" nav={<FieldNav here="today" />}>
      <VersionNote />
      {status.signedOut ? <SignedOutNote /> : null}
      <ReadyNote />
      {stops ? (
        <Route stops={stops} today={today} unsent={unsent ?? new Map()} />
      ) : (
        <Skeleton label="正在读今天的安排" />
      )}
    </Page>
  );
}

async function unsentByVisit(db: ReturnType<typeof useField>["db"]): Promise<ReadonlyMap<string, number>> {
  const waiting = await db.commands.where("state").equals("waiting").toArray();
  const groups = Map.groupBy(waiting, (command) => command.visitId ?? "");
  return new Map([...groups].map(([visitId, commands]) => [visitId, commands.length]));
}

interface RouteProps {
  readonly stops: readonly Stop[];
  readonly today: string;
  readonly unsent: ReadonlyMap<string, number>;
}

function Route({ stops, today, unsent }: RouteProps) {
  if (stops.length === 0) {
    return (
      <EmptyState
        icon="calendar"
        title="今天没有排走访"
        action={
          <button type="button" className="btn" onClick={() => goTo({ page: "week" })}>
            看近期安排
          </button>
        }
      >
        排好的走访会出现在这里。没排的也能去：近期安排下面有本机带着的企业，已交整改、等复查的排在最前。
      </EmptyState>
    );
  }
  const kilometres = routeKilometres(stops);
  const unplaced = stops.filter(({ site }) => site.lat === null || site.lng === null).length;
  const next = stops.findIndex((stop) => stop.status !== "done");
  return (
    <>
      <p className="soft">
        <Dotted
          parts={[
            spokenDay(today),
            kilometres === undefined
              ? `${stops.length}家`
              : `${stops.length}家，约${Math.max(1, Math.round(kilometres))}公里`,
          ]}
        />
      </p>
      {unplaced > 0 && stops.length > 1 ? (
        <p className="line__s">有{unplaced}家没登记坐标，排不进路线，放在最后；到场后按地址找。</p>
      ) : null}
      {stops.map((stop, index) => (
        <StopCard
          key={`${stop.scope} ${stop.site.id}`}
          stop={stop}
          no={index + 1}
          next={index === next}
          today={today}
          unsent={unsent.get(stop.visit?.id ?? "") ?? 0}
        />
      ))}
    </>
  );
}

function SignedOutNote() {
  const { askToSignIn } = useField();
  return (
    <Note tone="soon" icon="lock" title="登录已过期，可以接着查">
      内容先存在本机，登录后自动送达。
      <div className="chiprow" style={{ marginTop: 8 }}>
        <button type="button" className="pick" onClick={askToSignIn}>
          去登录
        </button>
      </div>
    </Note>
  );
}

function VersionNote() {
  const { waiting, letIn } = useNewVersion();
  if (!waiting) return null;
  return (
    <Note icon="refresh" title="有新版本">
      <button type="button" className="pick" onClick={letIn}>
        <Icon name="refresh" />
        现在更新
      </button>
    </Note>
  );
}
