// 服务方案: the scheme of each service year with its periods and parameters; set anew or corrected by the office's lead.
import { useState } from "react";
import { listSchemes, type SchemeAnswer } from "#api/schemes.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { shortDay } from "../../words/day-words.ts";
import { ParametersCard } from "./parameters-card.tsx";
import { PeriodsCard } from "./periods-card.tsx";
import "./scheme.css";
import { SchemeDrawer } from "./scheme-drawer.tsx";

const setters: ReadonlySet<string> = new Set(["officeLead"]);

export function SchemePage() {
  const say = useSay();
  return (
    <Loaded query={useRoute(listSchemes)} failed={say("没能打开服务方案", "The scheme could not be opened")}>
      {({ schemes, day }) => <Schemes schemes={schemes} day={day} />}
    </Loaded>
  );
}

function Schemes({ schemes, day }: { readonly schemes: readonly SchemeAnswer[]; readonly day: string }) {
  const say = useSay();
  const maySet = setters.has(useMembership().role);
  const [year, setYear] = useState<number>();
  const [open, setOpen] = useState<"new" | "change" | null>(null);
  const running = schemes.find((one) => one.startsOn <= day) ?? schemes.at(-1);
  const shown = schemes.find((one) => one.serviceYear === year) ?? running;
  const nextYear = Math.max(...schemes.map((one) => one.serviceYear + 1), serviceYearOf(day));
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{shown?.name ?? say("服务方案", "Scheme")}</h1>
          <p className="page__lead">{shown ? leadOf(shown, day, say) : say("还没有方案。", "No scheme yet.")}</p>
        </div>
        {maySet ? <SchemeButtons isThere={shown !== undefined} nextYear={nextYear} onOpen={setOpen} /> : null}
      </div>
      {schemes.length > 1 ? (
        <ViewTabs
          label={say("年度", "Years")}
          views={schemes.map(({ id, serviceYear }) => ({
            ...{ key: id, name: say(`${serviceYear}年度`, String(serviceYear)), on: id === shown?.id },
            onOpen: () => setYear(serviceYear),
          }))}
        />
      ) : null}
      {shown ? (
        <div className="cols cols--detail">
          <PeriodsCard scheme={shown} day={day} />
          <ParametersCard scheme={shown} />
        </div>
      ) : (
        <div className="card">
          <EmptyState icon="calendar" title={say("还没有服务方案", "No scheme yet")}>
            {say("设好年度、周期和次数，才能排计划。", "A plan stands on a scheme.")}
          </EmptyState>
        </div>
      )}
      {open === "new" ? <SchemeDrawer year={nextYear} onClose={() => setOpen(null)} /> : null}
      {open === "change" && shown ? <SchemeDrawer scheme={shown} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

interface SchemeButtonsProps {
  /** A scheme is shown that can be changed. */
  readonly isThere: boolean;
  readonly nextYear: number;
  readonly onOpen: (what: "new" | "change") => void;
}

function SchemeButtons({ isThere, nextYear, onOpen }: SchemeButtonsProps) {
  const say = useSay();
  return (
    <div className="page__acts">
      {isThere ? (
        <button type="button" className="btn" onClick={() => onOpen("change")}>
          <Icon name="pen" />
          {say("改这个方案", "Change")}
        </button>
      ) : null}
      <button type="button" className="btn btn--primary" onClick={() => onOpen("new")}>
        <Icon name="plus" />
        {say(`设${nextYear}年度方案`, `Set ${nextYear}`)}
      </button>
    </div>
  );
}

/** Years begin in April. */
function serviceYearOf(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < "04-01" ? 1 : 0);
}

function leadOf(
  { startsOn, endsOn, targetOn, periods }: SchemeAnswer,
  day: string,
  say: (zh: string, en: string) => string,
) {
  const each = (of: "inspections" | "supervisions" | "reinspections") =>
    periods.reduce((sum, period) => sum + period[of], 0);
  const owed = [each("inspections"), each("supervisions"), each("reinspections")];
  return say(
    `每家一年检查${owed[0]}次、督促${owed[1]}次、复查${owed[2]}次。${shortDay(startsOn, day)}–${shortDay(endsOn, day)}，${shortDay(targetOn, day)}考核。`,
    `${owed.join(" + ")} acts each, ${startsOn} to ${endsOn}, measured on ${targetOn}.`,
  );
}
