// What is planned in the coming weeks, day by day, so that nothing comes as a surprise.
import { useState } from "react";
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
import { TextField } from "../../components/text-field.tsx";
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
  const { db, holder } = useField();
  const today = dayOf(correctedNow());
  const scopes = useLive(() => readScopes(db, holder.memberships), [db, holder]);
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
  const [search, setSearch] = useState("");
  const all = scopes.flatMap(carriedIn).toSorted((a, b) => b.submitted - a.submitted || b.open - a.open);
  const sites = all.filter(({ name }) => name.includes(search.trim()));
  if (all.length === 0) return null;
  return (
    <section>
      <h2 className="h-sec">
        本机带着的企业<small>{all.length}家，没排也能去</small>
      </h2>
      {all.length > 5 ? <TextField label="找一家" type="search" value={search} onChange={setSearch} /> : null}
      <div className="panel" style={{ marginTop: 8 }}>
        {sites.map(({ scope, site, name, open, submitted }) => (
          <button
            key={`${scope} ${site.id}`}
            type="button"
            className="line"
            onClick={() => goTo({ page: "site", scope, siteId: site.id })}
          >
            <span className="grow">
              <span className="line__t">{name}</span>
              <br />
              <span className="line__s">
                <Dotted parts={[site.address, openWords(open, submitted)]} />
              </span>
            </span>
            <Icon name="right" />
          </button>
        ))}
        {sites.length === 0 ? <p className="line line__s">没有找到“{search.trim()}”。换几个字，或清空再看。</p> : null}
      </div>
    </section>
  );
}

interface Carried {
  readonly scope: string;
  readonly site: ScopeRows["sites"][number];
  readonly name: string;
  readonly open: number;
  readonly submitted: number;
}

function carriedIn(rows: ScopeRows): readonly Carried[] {
  return rows.sites.map((site) => {
    const open = rows.hazards.filter((hazard) => hazard.siteId === site.id && isOpen(hazard));
    const submitted = open.filter((hazard) => hazard.status === "submitted").length;
    const name = rows.enterprises.find((one) => one.id === site.enterpriseId)?.name ?? site.name;
    return { scope: rows.scope, site, name, open: open.length, submitted };
  });
}

function openWords(open: number, submitted: number): string {
  if (open === 0) return "都已销号";
  return submitted > 0 ? `没销号的隐患${open}条，${submitted}条已交、等复查` : `没销号的隐患${open}条`;
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
