import { useEffect } from "react";
import type { Row } from "#domain/kernel/entities.ts";
import { Icon } from "#ui/icon.tsx";
import { goTo } from "../../app/route.ts";
import type { VisitRows } from "../../store/visit-rows.ts";
import { ChecklistItem } from "./checklist-item.tsx";
import { type ChecklistState, type Result, sectionName } from "./checklist-state.ts";
import type { Findings } from "./use-findings.ts";
import { keepItem, takeItem } from "./use-section.ts";

interface SectionItemsProps {
  readonly scope: string;
  readonly rows: VisitRows;
  readonly state: ChecklistState;
  readonly current: string;
  readonly findings: Findings;
  readonly onCapture: (item: string) => void;
}

/** The questions of one section; what does not conform goes straight to the camera. */
export function SectionItems({ scope, rows, state, current, findings, onCapture }: SectionItemsProps) {
  const shown = state.sections.find((one) => one.section.code === current);
  const { visit } = rows;
  useEffect(() => {
    const code = takeItem(visit.id);
    if (code) document.getElementById(`item-${code}`)?.scrollIntoView({ block: "center" });
  }, [visit.id]);
  if (!shown) return null;
  const capture = (code: string) => {
    keepItem(visit.id, code);
    onCapture(code);
  };
  const hazards = rows.hazards.filter((hazard) => hazard.visitId === visit.id && hazard.status !== "voided");
  async function answer(itemCode: string, result: Result) {
    const done = await findings.answer(itemCode, result);
    if (done && result === "nonconform" && !hazards.some((one) => one.itemCode === itemCode)) capture(itemCode);
  }
  const open = ({ id, itemCode }: Row<"hazards">) => {
    keepItem(visit.id, itemCode);
    goTo({ page: "hazard", scope, visitId: visit.id, hazardId: id });
  };
  return (
    <>
      <div className="row row--between section-head">
        <h2>{sectionName(shown.section.title)}</h2>
        {shown.left.length > 0 ? (
          <button type="button" className="btn" onClick={() => void findings.restConform(shown.left)}>
            <Icon name="check" />
            {shown.answered > 0 ? "其余都符合" : "都符合"}
          </button>
        ) : null}
      </div>
      {shown.section.items.map((item) => (
        <ChecklistItem
          key={item.code}
          scope={scope}
          item={item}
          finding={rows.findings.find((one) => one.itemCode === item.code)}
          hazards={hazards.filter((one) => one.itemCode === item.code)}
          photos={rows.photos}
          onAnswer={(result) => void answer(item.code, result)}
          onOpenHazard={open}
          onCapture={() => capture(item.code)}
        />
      ))}
    </>
  );
}
