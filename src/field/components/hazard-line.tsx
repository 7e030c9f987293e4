import type { LocalDate } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { dueWords } from "../app/due-words.ts";
import { Thumb } from "./picture.tsx";

interface HazardLineProps {
  readonly scope: string;
  readonly hazard: Row<"hazards">;
  readonly photos: readonly Row<"photoSlots">[];
  readonly today: LocalDate;
  /** In how many periods' ends it was open. */
  readonly carried?: number;
  readonly onOpen?: () => void;
}

/** One hazard as a line: picture, words, where, how long. */
export function HazardLine({ scope, hazard, photos, today, carried = 0, onOpen }: HazardLineProps) {
  const slot = firstPhoto(photos, hazard.id);
  const content = (
    <>
      <Thumb scope={scope} slot={slot} alt={hazard.description} />
      <span className="grow">
        <span className="line__t">{hazard.description}</span>
        <br />
        <span className="line__s">
          <Dotted
            parts={[
              hazard.place,
              carried > 0 ? `上轮遗留第${carried}次` : null,
              hazard.round > 1 ? `第${hazard.round}轮` : null,
              hazard.referralProposed ? "已提请执法" : null,
            ]}
          />
        </span>
        <br />
        <DueChip {...dueWords(hazard, today)} spokenBefore="整改期限：" />
      </span>
    </>
  );
  if (!onOpen) return <div className="line">{content}</div>;
  return (
    <button type="button" className="line" onClick={onOpen}>
      {content}
      <Icon name="right" />
    </button>
  );
}

/** The photo of the finding; the earliest. */
export function firstPhoto(photos: readonly Row<"photoSlots">[], hazardId: string): Row<"photoSlots"> | undefined {
  return photos
    .filter((photo) => photo.hazardId === hazardId && photo.purpose === "hazard")
    .toSorted((a, b) => a.takenAt.localeCompare(b.takenAt))[0];
}
