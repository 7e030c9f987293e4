// Before and after at the same height; every other picture below, opened one by one.
import { Modal } from "antd";
import { useState } from "react";
import type { HazardPage, HazardPhoto } from "#api/hazards.ts";
import { getPhoto } from "#api/photos.ts";
import { noPhotoReasonLabels } from "#domain/hazard/labels.ts";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { Photo, PhotoPair } from "#ui/photo-pair.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { pairOf, photoView, purposeWord } from "../../hazard-desk/hazard-photos.ts";
import { addressOf } from "../../request/api-client.ts";
import { SamePhotos } from "./same-photos-note.tsx";

export function HazardPhotos({ page }: { readonly page: HazardPage }) {
  const say = useSay();
  const word = useWord();
  const [large, setLarge] = useState(false);
  const { before, after, others } = pairOf(page, say);
  const reason = page.hazard.noPhotoReason;
  const waiting = page.photos.filter((photo) => photo.state === "expected").length;
  const pair = before ? <PhotoPair before={before} after={after ?? emptyAfter(say)} /> : null;
  return (
    <section className="card" aria-labelledby="photos">
      <div className="card__head">
        <h2 id="photos">{say("整改前后", "Before and after")}</h2>
        {waiting > 0 ? (
          <span className="muted">{say(`还有${waiting}张在手机上，没送到`, `${waiting} still on a phone`)}</span>
        ) : null}
        {before ? (
          <button type="button" className="linklike link" onClick={() => setLarge(true)}>
            <Icon name="eye" /> {say("放大对照", "Enlarge")}
          </button>
        ) : null}
      </div>
      <div className="card__body">
        {pair}
        <SamePhotos page={page} />
        {!before && reason ? (
          <Note title={say("没有照片", "No photo")}>{word(noPhotoReasonLabels[reason])}</Note>
        ) : null}
        {others.length > 0 ? (
          <ul className="thumbs">
            {others.map((photo) => (
              <li key={photo.id}>
                <Thumb photo={photo} page={page} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <Modal
        open={large}
        onCancel={() => setLarge(false)}
        footer={null}
        width="min(1280px, 96vw)"
        title={page.hazard.description}
      >
        {pair}
      </Modal>
    </section>
  );
}

function emptyAfter(say: (zh: string, en: string) => string) {
  return { alt: "", tag: say("整改后", "After"), waiting: say("还没有整改后的照片", "No photo of it rectified yet") };
}

function Thumb({ photo, page }: { readonly photo: HazardPhoto; readonly page: HazardPage }) {
  const say = useSay();
  const view = photoView(photo, page, say);
  if (!view.src) return <Photo view={{ ...view, mark: [] }} />;
  return (
    <a
      href={view.src}
      target="_blank"
      rel="noreferrer"
      aria-label={say(`打开${purposeWord(photo, say)}的照片`, "Open photo")}
    >
      <Photo
        view={{
          ...view,
          src: addressOf(getPhoto, { params: { slotId: photo.id }, query: { size: "thumb" } }),
          mark: [],
        }}
      />
    </a>
  );
}
