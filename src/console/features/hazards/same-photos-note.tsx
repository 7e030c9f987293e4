// A warning for whoever decides on the proof: it repeats a photo. Both pictures stand side by side; a person decides.
import type { HazardPage } from "#api/hazards.ts";
import { getPhoto } from "#api/photos.ts";
import { listSamePhotos, type SamePhoto } from "#api/same-photos.ts";
import { proofPurposes, sayAlike } from "#domain/hazard/same-photos.ts";
import { Note } from "#ui/note.tsx";
import { PhotoPair } from "#ui/photo-pair.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { addressOf } from "../../request/api-client.ts";
import { useRoute } from "../../request/use-route.ts";

export function SamePhotos({ page }: { readonly page: HazardPage }) {
  const hasProof = page.photos.some(({ purpose }) => proofPurposes.some((one) => one === purpose));
  return hasProof ? <Warnings hazardId={page.hazard.id} /> : null;
}

function Warnings({ hazardId }: { readonly hazardId: string }) {
  const { data } = useRoute(listSamePhotos, { params: { id: hazardId } });
  return data?.photos.map((photo) => <Warning key={`${photo.proof} ${photo.where}`} photo={photo} />);
}

function Warning({ photo }: { readonly photo: SamePhoto }) {
  const say = useSay();
  const word = useWord();
  const { other, where, exact, proof } = photo;
  const src = (slotId: string) => addressOf(getPhoto, { params: { slotId } });
  const title = word(sayAlike(where, exact));
  const whose = other && where !== "before" ? `${other.enterpriseName}，${other.number}，${other.place}` : "";
  return (
    <Note tone="soon" title={title}>
      {whose ? <p>{whose}</p> : null}
      <p>
        {other
          ? say(
              "两张都在下面，请您看了再定。系统只提醒，不退回。",
              "Both are below; you decide. Nothing is refused by itself.",
            )
          : say(
              "那一张不在您的范围里，看不到是谁的。请到场看，或请街道安监办对照。",
              "That one is outside your scope. Look on site, or ask the office to compare.",
            )}
      </p>
      {other ? (
        <PhotoPair
          before={{
            src: src(other.slotId),
            alt: say("以前的照片", "The earlier photo"),
            tag: where === "before" ? say("整改前", "Before") : say("另一条", "Another"),
          }}
          after={{
            src: src(proof),
            alt: say("这次交来的照片", "The proof"),
            tag: say("这次交来", "Proof"),
            after: true,
          }}
        />
      ) : null}
    </Note>
  );
}
