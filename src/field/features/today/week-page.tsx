// What is planned in the coming weeks, day by day, so that nothing comes as a surprise.
import { dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { isOpen } from "#domain/hazard/statuses.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { useLive } from "../../app/use-live.ts";
import { FieldNav } from "../../components/field-nav.tsx";
import { Page } from "../../components/page.tsx";
import { correctedNow } from "../../store/device.ts";
import { readScopes } from "./read-stops.ts";
import type { ScopeRows } from "./stops.ts";

interface Planned {
  readonly day: string;
  readonly scope: string;
  readonly siteId: string;
  readonly name: string;
  readonly what: string;
}

export function WeekPage() {
  const { db } = useField();
  const today = dayOf(correctedNow());
  const scopes = useLive(() => readScopes(db), [db]);
  const planned = scopes?.flatMap(plannedIn);
  const days = Map.groupBy(
    (planned ?? []).toSorted((a, b) => a.day.localeCompare(b.day)),
    (one) => one.day,
  );
  return (
    <Page title="近期安排" nav={<FieldNav here="week" />}>
      {planned?.length === 0 ? (
        <EmptyState icon="calendar" title="近30天没有安排">
          机构排好后会出现在这里。
        </EmptyState>
      ) : null}
      {[...days].map(([day, ones]) => (
        <section key={day}>
          <h2 className="h-sec">
            {spokenDay(day, today)}
            <small>{day === today ? "今天" : day < today ? "已过" : `${ones.length}家`}</small>
          </h2>
          <div className="panel" style={{ marginTop: 8 }}>
            {ones.map((one) => (
              <button
                key={`${one.scope} ${one.siteId} ${one.what}`}
                type="button"
                className="line"
                onClick={() => goTo({ page: "site", scope: one.scope, siteId: one.siteId })}
              >
                <span className="grow">
                  <span className="line__t">{one.name}</span>
                  <br />
                  <span className="line__s">
                    <Dotted parts={[one.what]} />
                  </span>
                </span>
                <Icon name="right" />
              </button>
            ))}
          </div>
        </section>
      ))}
      {scopes ? <CarriedSites scopes={scopes} /> : null}
    </Page>
  );
}

/** Every site this phone carries: an unplanned visit begins here too. */
function CarriedSites({ scopes }: { readonly scopes: readonly ScopeRows[] }) {
  const sites = scopes.flatMap((rows) => rows.sites.map((site) => ({ rows, site })));
  if (sites.length === 0) return null;
  return (
    <section>
      <h2 className="h-sec">
        本机带着的企业<small>{sites.length}家，没排也能去</small>
      </h2>
      <div className="panel" style={{ marginTop: 8 }}>
        {sites.map(({ rows, site }) => {
          const enterprise = rows.enterprises.find((one) => one.id === site.enterpriseId);
          const open = rows.hazards.filter((hazard) => hazard.siteId === site.id && isOpen(hazard)).length;
          return (
            <button
              key={`${rows.scope} ${site.id}`}
              type="button"
              className="line"
              onClick={() => goTo({ page: "site", scope: rows.scope, siteId: site.id })}
            >
              <span className="grow">
                <span className="line__t">{enterprise?.name ?? site.name}</span>
                <br />
                <span className="line__s">
                  <Dotted parts={[site.address, open > 0 ? `没销号的隐患${open}条` : "都已销号"]} />
                </span>
              </span>
              <Icon name="right" />
            </button>
          );
        })}
      </div>
    </section>
  );
}

function plannedIn(rows: ScopeRows): readonly Planned[] {
  const own = rows.tasks.filter((task) => task.state === "owed" && task.expertMembershipId === rows.scope);
  return own.flatMap((task) => {
    const day = task.plannedOn ?? task.windowFrom;
    const enterprise = rows.enterprises.find((one) => one.id === task.enterpriseId);
    if (!day || !enterprise) return [];
    const what = task.kind === "reinspection" ? `复查，${spokenDay(task.windowTo ?? day)}前` : "检查";
    return [{ day, scope: rows.scope, siteId: task.siteId, name: enterprise.name, what }];
  });
}
