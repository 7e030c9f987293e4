// One question: what is right, three answers, and the hazard it gave under it.
import type { Row } from "#domain/kernel/entities.ts";
import type { CatalogueItem } from "#domain/law/library.ts";
import { FINDING_RESULT_LABELS } from "#domain/visit/labels.ts";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon-names.ts";
import { Dotted } from "#ui/sep.tsx";
import { firstPhoto } from "../../components/hazard-line.tsx";
import { Thumb } from "../../components/picture.tsx";
import type { Result } from "./checklist-state.ts";

const answers: readonly { readonly result: Result; readonly icon: IconName; readonly look: string }[] = [
  { result: "conform", icon: "check", look: "opt--yes" },
  { result: "nonconform", icon: "x", look: "opt--no" },
  { result: "notApplicable", icon: "minus", look: "opt--na" },
];

interface ChecklistItemProps {
  readonly scope: string;
  readonly item: CatalogueItem;
  readonly finding: Row<"findings"> | undefined;
  readonly hazards: readonly Row<"hazards">[];
  readonly photos: readonly Row<"photoSlots">[];
  readonly onAnswer: (result: Result) => void;
  readonly onOpenHazard: (hazard: Row<"hazards">) => void;
  readonly onCapture: () => void;
}

export function ChecklistItem(props: ChecklistItemProps) {
  const { scope, item, finding, hazards, photos, onAnswer, onOpenHazard, onCapture } = props;
  const wrong = finding?.result === "nonconform";
  return (
    <section className={wrong ? "item item--wrong" : "item"} id={`item-${item.code}`}>
      <div className="item__q">{item.item}</div>
      <div className="item__hint">{item.standard}</div>
      <div className="tri" role="radiogroup" aria-label={item.item}>
        {answers.map(({ result, icon, look }) => {
          const on = finding?.result === result;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a radio group drawn as three wide buttons
            <button
              key={result}
              type="button"
              role="radio"
              aria-checked={on}
              className={on ? `opt ${look}` : "opt"}
              onClick={() => onAnswer(result)}
            >
              <Icon name={icon} />
              {FINDING_RESULT_LABELS[result].zh}
            </button>
          );
        })}
      </div>
      {hazards.map((hazard) => (
        <button key={hazard.id} type="button" className="line item__hazard" onClick={() => onOpenHazard(hazard)}>
          <Thumb scope={scope} slot={firstPhoto(photos, hazard.id)} alt={hazard.description} />
          <span className="grow">
            <span className="line__t">{hazard.description}</span>
            <br />
            <span className="line__s">
              <Dotted
                parts={[hazard.closedHow === "fixedOnSite" ? "当场改好" : `限${hazard.deadlineDays}日`, hazard.place]}
              />
            </span>
          </span>
          <Icon name="right" />
        </button>
      ))}
      {wrong && hazards.length === 0 ? (
        <button type="button" className="btn btn--wide item__capture" onClick={onCapture}>
          <Icon name="camera" />
          还没记隐患，去拍
        </button>
      ) : null}
    </section>
  );
}
