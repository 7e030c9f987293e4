// "Since … the third time": the same item was found here before. One tap makes it the open one's next round, or a new hazard
// linked to the earlier one.
import { spokenDay } from "#domain/calendar/local-date.ts";
import { commandsFor } from "#domain/hazard/transitions.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { Note } from "#ui/note.tsx";
import { earlierSame } from "../../app/capture-draft.ts";
import { goTo } from "../../app/route.ts";
import { ProblemNote } from "../../components/problem-note.tsx";
import type { CaptureStepProps } from "./capture-page.tsx";
import { useNextRound } from "./use-next-round.ts";

export function SameBefore(props: CaptureStepProps) {
  const { rows, draft, scope } = props;
  const before = earlierSame(rows.hazards, rows.visit.id, draft.value.itemCode);
  const { nextRound, problem, busy } = useNextRound(props);
  const [last] = before;
  const first = before.at(-1);
  if (!last || !first) return null;
  const today = rows.visit.inspectedOn;
  const again = last.siteId === rows.visit.siteId && commandsFor("expert", last.status).includes("reinspection.fail");
  const linked = draft.value.repeatOf === last.id;
  async function becomeNextRound(hazard: Row<"hazards">) {
    if (!(await nextRound(hazard))) return;
    await draft.drop();
    goTo({ page: "visit", scope, visitId: rows.visit.id });
  }
  return (
    <Note tone="soon" icon="repeat" title={`自${spokenDay(first.foundOn, today)}起第${before.length + 1}次`}>
      <ProblemNote text={problem} />
      <span className="line__s">
        {before
          .slice(0, 3)
          .map((one) => lineOf(one, today))
          .join("；")}
      </span>
      <div className="chiprow" style={{ marginTop: 8 }}>
        {again ? (
          <button type="button" className="pick" disabled={busy} onClick={() => void becomeNextRound(last)}>
            还是那一条，进第{last.round + 1}轮
          </button>
        ) : null}
        <button
          type="button"
          className={linked ? "pick pick--on" : "pick"}
          aria-pressed={linked}
          onClick={() => draft.change({ repeatOf: linked ? null : last.id })}
        >
          {linked ? "新的一条，已连上旧的" : "新的一条，连上旧的"}
        </button>
      </div>
    </Note>
  );
}

function lineOf({ foundOn, description, closedOn }: Row<"hazards">, today: string): string {
  const state = closedOn ? `${spokenDay(closedOn, today)}销号` : "还没销号";
  return `${spokenDay(foundOn, today)}${description}，${state}`;
}
