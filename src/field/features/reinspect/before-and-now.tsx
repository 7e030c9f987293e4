// The first photo beside the camera button, and beside the new photo once it is taken.
import { useState } from "react";
import { clockOf, dayOf } from "#domain/calendar/local-date.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { Icon } from "#ui/icon.tsx";
import { Photo } from "#ui/photo-pair.tsx";
import { shortDay } from "../../components/day-picks.tsx";
import { firstPhoto } from "../../components/hazard-line.tsx";
import { PhotoInput } from "../../components/photo-input.tsx";
import { useBlobUrl, useSlotUrl } from "../../components/picture.tsx";
import { ProblemNote } from "../../components/problem-note.tsx";
import type { TakenPhoto } from "../../photo/take-photo.ts";

interface BeforeAndNowProps {
  readonly scope: string;
  readonly hazard: Row<"hazards">;
  readonly photos: readonly Row<"photoSlots">[];
  readonly taken: TakenPhoto | undefined;
  readonly person: string;
  readonly onTaken: (photo: TakenPhoto) => void;
}

export function BeforeAndNow({ scope, hazard, photos, taken, person, onTaken }: BeforeAndNowProps) {
  const slot = firstPhoto(photos, hazard.id);
  const before = useSlotUrl(scope, slot);
  const now = useBlobUrl(taken?.upright);
  const [problem, setProblem] = useState<string>();
  const [large, setLarge] = useState(false);
  const mark = slot ? [shortDay(dayOf(slot.takenAt))] : [];
  const waiting = hazard.noPhotoReason ? "当时没拍照" : "照片还没到本机";
  return (
    <>
      <ProblemNote text={problem} />
      <div className="pair">
        <Photo
          view={{
            alt: `整改前：${hazard.description}`,
            tag: "整改前",
            mark,
            waiting,
            ...(before ? { src: before } : {}),
          }}
        />
        {now && taken ? (
          <Photo
            view={{
              src: now,
              alt: "现在",
              tag: "现在",
              after: true,
              mark: [`今天${clockOf(taken.takenAt)} ${person}`],
            }}
          />
        ) : (
          <PhotoInput
            source="camera"
            className="camera camera--beside"
            label="拍现在的样子"
            onTaken={onTaken}
            onFailed={setProblem}
          >
            <Icon name="camera" />
            拍现在
            <small>站在同一个地方</small>
          </PhotoInput>
        )}
      </div>
      <div className="chiprow">
        {now ? (
          <PhotoInput source="camera" className="pick" label="重拍" onTaken={onTaken} onFailed={setProblem}>
            <Icon name="camera" />
            重拍
          </PhotoInput>
        ) : null}
        {before ? (
          <button type="button" className="pick" onClick={() => setLarge(true)}>
            <Icon name="eye" />
            {now ? "放大对照" : "放大看整改前"}
          </button>
        ) : null}
        {now ? null : (
          <PhotoInput source="library" className="pick" label="从相册选" onTaken={onTaken} onFailed={setProblem}>
            <Icon name="image" />
            从相册
          </PhotoInput>
        )}
      </div>
      {taken?.source === "library" ? <p className="line__s">这张来自相册，会标明。</p> : null}
      {large && before ? (
        <div className="enlarged" role="dialog" aria-modal="true" aria-label={now ? "放大对照" : "整改前"}>
          <img src={before} alt="整改前" />
          {now ? <img src={now} alt="现在" /> : <span />}
          <button type="button" className="btn" onClick={() => setLarge(false)}>
            看完了
          </button>
        </div>
      ) : null}
    </>
  );
}
