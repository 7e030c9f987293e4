// A warning at re-inspection: the enterprise's proof is the very file of an earlier photo that this phone knows. Offline only the
// same file is seen; what merely looks alike is said on the office's page of the hazard.
import { sameFiles, sayAlike } from "#domain/hazard/same-photos.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { Note } from "#ui/note.tsx";
import { PhotoPair } from "#ui/photo-pair.tsx";
import { useSlotUrl } from "../../components/picture.tsx";

interface SamePhotosProps {
  readonly scope: string;
  readonly hazard: Row<"hazards">;
  readonly photos: readonly Row<"photoSlots">[];
}

export function SamePhotos({ scope, hazard, photos }: SamePhotosProps) {
  return sameFiles(hazard.id, photos).map(({ proof, other }) => (
    <SamePhoto key={proof.id} scope={scope} hazard={hazard} proof={proof} other={other} />
  ));
}

interface SamePhotoProps extends Omit<SamePhotosProps, "photos"> {
  readonly proof: Row<"photoSlots">;
  readonly other: Row<"photoSlots">;
}

function SamePhoto({ scope, hazard, proof, other }: SamePhotoProps) {
  const before = useSlotUrl(scope, other);
  const now = useSlotUrl(scope, proof);
  const where =
    other.hazardId === hazard.id
      ? "before"
      : other.enterpriseId === hazard.enterpriseId
        ? "sameEnterprise"
        : "elsewhere";
  const waiting = "照片还没到本机";
  return (
    <Note tone="soon" title={sayAlike(where, true).zh}>
      <p>请到现场看了再定，系统只提醒。</p>
      <PhotoPair
        before={{
          alt: "以前的照片",
          tag: where === "before" ? "整改前" : "另一条",
          waiting,
          ...(before ? { src: before } : {}),
        }}
        after={{ alt: "这次交来的照片", tag: "这次交来", after: true, waiting, ...(now ? { src: now } : {}) }}
      />
    </Note>
  );
}
