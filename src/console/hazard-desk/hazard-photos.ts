// Which photos of a hazard stand side by side: how it was found, and the newest word of how it is.

import type { HazardPage, HazardPhoto } from "#api/hazards.ts";
import { getPhoto } from "#api/photos.ts";
import type { PhotoView } from "#ui/photo-pair.tsx";
import { addressOf } from "../request/api-client.ts";
import { shortInstant } from "../words/day-words.ts";

type Say = (zh: string, en: string) => string;

const AFTER: readonly HazardPhoto["purpose"][] = ["reinspection", "rectification", "fixedOnSite"];

export interface PairViews {
  readonly before: PhotoView | undefined;
  readonly after: PhotoView | undefined;
  /** Every other picture, to be opened one by one. */
  readonly others: readonly HazardPhoto[];
}

export function pairOf(page: HazardPage, say: Say): PairViews {
  const found = page.photos.filter((photo) => photo.purpose === "hazard");
  const [before] = found;
  const after = page.photos.filter((photo) => AFTER.includes(photo.purpose)).at(-1);
  return {
    before: before && photoView(before, page, say),
    after: after && { ...photoView(after, page, say), after: true },
    others: page.photos.filter((photo) => photo !== before && photo !== after && photo.purpose !== "signature"),
  };
}

export function photoView(photo: HazardPhoto, page: HazardPage, say: Say): PhotoView {
  const stored = photo.state === "stored";
  return {
    ...(stored ? { src: addressOf(getPhoto, { params: { slotId: photo.id } }) } : {}),
    alt: `${purposeWord(photo, say)}：${page.hazard.description}`,
    tag: purposeWord(photo, say),
    mark: [whenTaken(photo, page.day, say), page.hazard.place],
    ...(stored ? {} : { waiting: waitingText(photo, say) }),
  };
}

/** A web form's photo has only the moment it was sent; an album's is said to be one. */
function whenTaken({ source, takenAt }: HazardPhoto, day: string, say: Say): string {
  const at = shortInstant(takenAt, day);
  if (source === "form") return say(`${at}网页交来，拍摄时间不详`, `sent ${at}, taken when unknown`);
  return source === "library" ? say(`${at}，从相册选`, `${at}, from the album`) : at;
}

function waitingText({ state, lostReason }: HazardPhoto, say: Say): string {
  if (state === "declaredLost") return say(`照片已报遗失：${lostReason ?? ""}`, `Declared lost: ${lostReason ?? ""}`);
  return say("照片还在手机上，连上网就会送到", "Still on a phone; it will arrive");
}

export function purposeWord({ purpose }: HazardPhoto, say: Say): string {
  switch (purpose) {
    case "hazard":
      return say("整改前", "Before");
    case "fixedOnSite":
      return say("当场整改", "Fixed on site");
    case "rectification":
      return say("企业提交", "Submitted");
    case "reinspection":
      return say("复查时", "At re-inspection");
    case "supervision":
      return say("督促时", "At supervision");
    case "extension":
      return say("延期附件", "With the request");
    case "refusal":
      return say("拒签", "Refusal");
    case "signature":
      return say("签名", "Signature");
    case "register":
      return say("台账原件", "From a register");
    case "selfInspection":
      return say("企业自查", "Self-inspection");
    default:
      return purpose satisfies never;
  }
}
