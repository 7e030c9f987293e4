// One act of a period: done with people and result, planned, near, or a gap.
import type { ReactNode } from "react";
import type { Act } from "#api/enterprises.ts";
import { supervisionMeansLabels } from "#domain/supervision/labels.ts";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon-names.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortDay } from "../../words/day-words.ts";
import { planWords } from "../../words/due-words.ts";

interface ActBoxProps {
  readonly act: Act;
  readonly day: string;
}

export function ActBox({ act, day }: ActBoxProps) {
  const say = useSay();
  switch (act.state) {
    case "done":
      return (
        <Box look="done" icon="done" top={doneText(act, day, say)}>
          <DoneLines act={act} day={day} />
        </Box>
      );
    case "nothingOpen":
      return (
        <Box look="done" icon="done" top={say("不需要办", "Not needed")}>
          <div>{say("当时没有未销号隐患", "Nothing was open")}</div>
        </Box>
      );
    case "gap":
      return (
        <Box look="late" icon="alert" top={say("缺", "Gap")}>
          <PlanLines act={act} day={day} />
        </Box>
      );
    case "owed":
      return <OwedBox act={act} day={day} />;
    case "none":
      return <div className="visit visit--none">{say("不要求", "Not owed")}</div>;
  }
}

/** After its period it was made up for. */
function doneText({ doneOn, madeUp, kind }: Act, day: string, say: (zh: string, en: string) => string): string {
  if (!doneOn) return say("已办", "Done");
  const made = { inspection: "补查", supervision: "补督促", reinspection: "补复查" } as const;
  return madeUp ? say(`${made[kind]}${shortDay(doneOn, day)}`, `made up ${doneOn}`) : shortDay(doneOn, day);
}

interface BoxProps {
  readonly look: "done" | "plan" | "soon" | "late";
  readonly icon: IconName;
  readonly top: string;
  readonly children: ReactNode;
}

function Box({ look, icon, top, children }: BoxProps) {
  return (
    <div className={`visit visit--${look}`}>
      <div className="visit__top">
        <Icon name={icon} />
        {top}
      </div>
      {children}
    </div>
  );
}

function OwedBox({ act, day }: ActBoxProps) {
  const say = useSay();
  const next = act.plannedOn ?? act.windowTo;
  if (!next) {
    return (
      <Box look="plan" icon="calendar" top={say("未做", "To do")}>
        <div>{say("还没排", "Not planned yet")}</div>
      </Box>
    );
  }
  const words = planWords(next, day, say);
  const look = words.tone === "ok" ? "plan" : words.tone === "late" ? "late" : "soon";
  const icon = { plan: "calendar", soon: "glass", late: "alert" } as const;
  const until = act.plannedOn ? "" : say("前", " at the latest");
  return (
    <Box look={look} icon={icon[look]} top={`${shortDay(next, day)}${until}`}>
      <div>{words.text}</div>
      {act.provisional ? (
        <div>{say("暂定，放假安排公布后再排", "Provisional until the holidays are published")}</div>
      ) : null}
      <PlanLines act={act} day={day} />
    </Box>
  );
}

function PlanLines({ act, day }: ActBoxProps) {
  const say = useSay();
  const gap = act.state === "gap";
  return (
    <>
      {act.people.length > 0 ? <div>{act.people.join("、")}</div> : null}
      {act.movedFrom ? (
        <div>
          {say(`原排${shortDay(act.movedFrom, day)}，${act.replanReason ?? "改期"}`, `moved from ${act.movedFrom}`)}
        </div>
      ) : null}
      {gap && act.plannedOn ? (
        <div>
          {say(
            act.plannedOn < day ? `原排${shortDay(act.plannedOn, day)}` : `补排${shortDay(act.plannedOn, day)}`,
            act.plannedOn,
          )}
        </div>
      ) : null}
      {gap && !act.plannedOn ? <div>{say("还没补排", "Not re-planned")}</div> : null}
    </>
  );
}

function DoneLines({ act, day }: ActBoxProps) {
  const say = useSay();
  const word = useWord();
  const means = act.means ? word(supervisionMeansLabels[act.means]) : "";
  return (
    <>
      <div>{[act.people.join("、"), means].filter(Boolean).join("，")}</div>
      {act.found === null ? null : <div>{foundWords(act.found, act.fixedOnSite ?? 0, say)}</div>}
      {act.passed === null ? null : (
        <div>
          {say(`合格${act.passed}条，不合格${act.failed ?? 0}条`, `${act.passed} passed, ${act.failed ?? 0} failed`)}
        </div>
      )}
      {act.movedFrom ? <div>{say(`原排${shortDay(act.movedFrom, day)}`, `moved from ${act.movedFrom}`)}</div> : null}
    </>
  );
}

function foundWords(found: number, fixed: number, say: (zh: string, en: string) => string): string {
  if (found === 0) return say("没有查出隐患", "Nothing found");
  if (fixed === 0) return say(`查出${found}条`, `${found} found`);
  return say(`查出${found}条，当场改${fixed}条`, `${found} found, ${fixed} fixed on site`);
}
