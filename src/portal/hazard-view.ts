// What a page shows of one hazard: the rows that hang on it, and the few words drawn from them.
import { html } from "ghtml";
import { dayOf, type LocalDate, spokenDay } from "#domain/calendar/local-date.ts";
import { noPhotoReasonLabels } from "#domain/hazard/labels.ts";
import type { Hazard } from "#domain/hazard/statuses.ts";
import type { Row } from "#domain/kernel/entities.ts";

export type PhotoSlot = Pick<Row<"photoSlots">, "id" | "hazardId" | "purpose" | "state" | "takenAt">;

export interface HazardInList {
  readonly hazard: Hazard;
  /** The first photo of the finding, if any was named. */
  readonly photo: PhotoSlot | undefined;
}

export interface HazardView {
  readonly hazard: Hazard;
  readonly photos: readonly PhotoSlot[];
  readonly citations: readonly Row<"hazardCitations">[];
  /** Oldest first. */
  readonly acts: readonly Row<"hazardActs">[];
  readonly extensions: readonly Row<"extensions">[];
  readonly plans: readonly Row<"treatmentPlans">[];
}

/** Text cut to `max` whole characters, with an ellipsis. */
export function shortened(text: string, max: number): string {
  const flat = text.replaceAll(/\s+/g, " ");
  const letters = [...flat];
  return letters.length <= max ? flat : `${letters.slice(0, max - 1).join("")}…`;
}

const ENUMERATOR = /^\s*(?:[（(]?\d{1,2}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳])\s*/;

/** Advice as numbered steps: its own lines or numbers, else its semicolons. */
export function adviceSteps(advice: string): readonly string[] {
  const lines = advice.split(/\n+|(?<=[；;。])\s*(?=(?:[（(]?\d{1,2}[）)、．.](?!\d)|[①-⑳]))/);
  const parts = lines.length > 1 ? lines : advice.split(/[；;]/);
  const steps = parts.map((part) =>
    part
      .replace(ENUMERATOR, "")
      .replace(/[；;。\s]+$/, "")
      .trim(),
  );
  return steps.filter((step) => step !== "").map((step) => `${step}。`);
}

/** Severity beside the words; general needs none. */
export function severityTag(hazard: Hazard): string {
  if (hazard.severity === "major") return html`<span class="sev sev--major">重大隐患</span>`;
  if (hazard.severity === "suspectedMajor") return html`<span class="sev sev--suspect">疑似重大，待确认</span>`;
  return "";
}

/** A photo, or why there is none to see. */
export function photoFigure(
  base: string,
  hazard: Hazard,
  photo: PhotoSlot | undefined,
  options: { size: "thumb" | "working"; tag?: string; caption?: string; lazy?: boolean },
): string {
  const tag = options.tag ? html`<span class="photo__tag">${options.tag}</span>` : "";
  const caption = options.caption ? html`<figcaption class="photo__mark">${options.caption}</figcaption>` : "";
  if (photo?.state !== "stored")
    return html`<figure class="photo photo--none"><span>${whyNoPhoto(hazard, photo)}</span>!${tag}</figure>`;
  const alt = shortened(`${hazard.place}：${hazard.description}`, 60);
  const loading = options.lazy ? "lazy" : "eager";
  return html`<figure class="photo"><img src="${base}/photo/${photo.id}?size=${options.size}" alt="${alt}" loading="${loading}">!${tag}!${caption}</figure>`;
}

function whyNoPhoto(hazard: Hazard, photo: PhotoSlot | undefined): string {
  if (photo?.state === "expected") return "照片还在路上，传到就能看";
  if (photo?.state === "declaredLost") return "照片遗失，已登记";
  return hazard.noPhotoReason ? noPhotoReasonLabels[hazard.noPhotoReason].zh : "没有照片";
}

/** When and where the finding's photo was taken. */
export function photoCaption(hazard: Hazard, photo: PhotoSlot | undefined, today: LocalDate): string {
  const day = photo ? dayOf(photo.takenAt) : hazard.foundOn;
  return `${spokenDay(day, today).replace(/（.*$/, "")} ${hazard.place}`;
}

export function photosOf(view: HazardView, purpose: PhotoSlot["purpose"]): readonly PhotoSlot[] {
  return view.photos.filter((photo) => photo.purpose === purpose);
}
