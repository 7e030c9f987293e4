// 升级督办: by which rules holders are reminded and overdue items climb, tried before they are changed; every number of days
// with what it stands on; every earlier version.
import { useState } from "react";
import type { z } from "zod";
import { getClimbingRules, previewClimbing } from "#api/climbing.ts";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import { useRoute } from "../../request/use-route.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { ChangeDrawer } from "./change-drawer.tsx";
import "./climbing.css";
import { DeadlinesCard } from "./deadlines-card.tsx";
import { LadderCard } from "./ladder-card.tsx";
import { VersionsCard } from "./versions-card.tsx";

const mayChange: ReadonlySet<string> = new Set(previewClimbing.by === "anyone" ? [] : previewClimbing.by);

export function ClimbingPage() {
  const say = useSay();
  return (
    <Loaded query={useRoute(getClimbingRules)} failed={say("没能打开升级规则", "The rules could not be opened")}>
      {(answer) => <Climbing {...answer} />}
    </Loaded>
  );
}

function Climbing({ ladders, versions, day }: z.output<typeof getClimbingRules.response>) {
  const say = useSay();
  const { role } = useMembership();
  const [changing, setChanging] = useState(false);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("催办与升级", "Reminders and climbing")}</h1>
          <p className="page__lead">
            {say(
              "谁手里的事快到期、过期了，系统每天夜里先提醒他本人，再按下面的天数一级一级往上告诉。",
              "Each night the holder is reminded first, then those above are told step by step.",
            )}
          </p>
        </div>
        {mayChange.has(role) ? (
          <div className="page__acts">
            <button type="button" className="btn btn--primary" onClick={() => setChanging(true)}>
              <Icon name="pen" />
              {say("改规则", "Change the rules")}
            </button>
          </div>
        ) : null}
      </div>
      <div className="climbing__pair">
        <LadderCard holder="enterprise" ladders={ladders} />
        <LadderCard holder="agency" ladders={ladders} />
      </div>
      <DeadlinesCard day={day} />
      <VersionsCard versions={versions} day={day} />
      {changing ? <ChangeDrawer ladders={ladders} day={day} onClose={() => setChanging(false)} /> : null}
    </div>
  );
}
