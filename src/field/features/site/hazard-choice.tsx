// Which of the open hazards the refusal is about; one that cannot be referred now says why.
import type { Row } from "#domain/kernel/entities.ts";

type Hazard = Row<"hazards">;

interface HazardChoiceProps {
  readonly hazards: readonly Hazard[];
  readonly offered: readonly Hazard[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

export function HazardChoice({ hazards, offered, chosen, onChoose }: HazardChoiceProps) {
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      <h2 className="h-sec">
        涉及哪几条隐患<small>点一下选或不选</small>
      </h2>
      <section className="panel">
        {hazards.map((hazard) => {
          const may = offered.includes(hazard);
          return (
            <label key={hazard.id} className="line">
              <input
                type="checkbox"
                className="tick"
                checked={chosen.includes(hazard.id)}
                disabled={!may}
                onChange={() => toggle(hazard.id)}
              />
              <span className="grow">
                <span className="line__t">{hazard.description}</span>
                <br />
                <span className="line__s">{may ? hazard.place : whyNot(hazard)}</span>
              </span>
            </label>
          );
        })}
      </section>
    </>
  );
}

function whyNot({ referralProposed, status }: Hazard): string {
  if (referralProposed) return "已提请执法，等街道决定";
  return status === "submitted" ? "企业已交整改，先复查" : "已在执法环节，不用再提请";
}
