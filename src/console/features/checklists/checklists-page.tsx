// 检查表: built for a kind of place by tags, trade, risk and season, and tried as on a phone before anybody goes out with it.
import { useState } from "react";
import { checklistQuerySchema, getChecklist } from "#api/catalogue.ts";
import { useSay } from "../../appearance/language.ts";
import "../../lists/lists.css";
import { useListQuery } from "../../lists/use-list-query.ts";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { ChecklistGroundForm } from "./checklist-ground-form.tsx";
import "./checklists.css";
import { PhonePreview } from "./phone-preview.tsx";

const querySchema = checklistQuerySchema;

export function ChecklistsPage() {
  const say = useSay();
  const { query, change } = useListQuery(querySchema);
  const [start] = useState(() => new URLSearchParams(location.search).get("item") ?? undefined);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("检查表", "Checklists")}</h1>
          <p className="page__lead">
            {say(
              "按场所的情况从检查目录里组出来，预览就是专家手机上看到的。",
              "Built from the catalogue; beside it, what the phone shows.",
            )}
          </p>
        </div>
      </div>
      <div className="checklists">
        <ChecklistGroundForm query={query} onChange={change} />
        <Loaded query={useRoute(getChecklist, { query })} failed={say("没能组出检查表", "Could not be built")}>
          {(answer) => <PhonePreview key={JSON.stringify(query)} checklist={answer} start={start} />}
        </Loaded>
      </div>
    </div>
  );
}
