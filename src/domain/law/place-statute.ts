// Where a text that was read belongs among the known versions of its instrument: known word for word, the words of a
// version of which only summaries were known, a new version anywhere in time, or something that must not be taken.
import type { LocalDate } from "../calendar/local-date.ts";
import { sha256Hex } from "../kernel/derived-id.ts";
import type { InstrumentVersions } from "../rows.generated.ts";
import type { Statute } from "./statute/statute.ts";

export type StatuteText = Pick<Statute, "title" | "articles" | "appendix" | "preamble">;

/** One digest of title, headings and words, whatever the layout of the file they came in. */
export function textSha256(statute: StatuteText): string {
  const { title, preamble, articles, appendix } = statute;
  const parts = articles.map(({ article, headings, lines }) => [article, headings, lines]);
  return sha256Hex(JSON.stringify([title, preamble, parts, appendix]));
}

type Known = Pick<
  InstrumentVersions,
  "version" | "state" | "passedOn" | "effectiveFrom" | "textSha256" | "docNumber" | "articleCount"
>;

export type Placement =
  | { readonly kind: "unchanged"; readonly version: number }
  /** The words of a known version. */
  | { readonly kind: "attach"; readonly version: number }
  | { readonly kind: "new"; readonly version: number; readonly state: "pending" | "released" }
  /** This very text was sent back before. */
  | { readonly kind: "rejected"; readonly version: number }
  /** The version is known with other words. */
  | { readonly kind: "otherText"; readonly version: number }
  /** No date by which to place it beside the versions known. */
  | { readonly kind: "undated" };

export interface Dates {
  readonly passedOn: LocalDate | null;
  readonly effectiveFrom: LocalDate | null;
}

/** Decides by words first, then by dates. `sha256` is that of `textSha256`. */
export function placeStatute(versions: readonly Known[], dates: Dates, sha256: string): Placement {
  const twin = versions.find((version) => version.textSha256 === sha256);
  if (twin) return { kind: twin.state === "rejected" ? "rejected" : "unchanged", version: twin.version };
  const live = versions.filter((version) => version.state !== "rejected");
  const number = Math.max(0, ...versions.map((version) => version.version)) + 1;
  if (live.length === 0) return { kind: "new", version: number, state: "released" };
  if (dates.passedOn === null && dates.effectiveFrom === null) return { kind: "undated" };
  const same = live.find((version) => version.textSha256 !== null && isSameVersion(version, dates));
  if (same) return { kind: "otherText", version: same.version };
  const bare = live.filter((version) => version.textSha256 === null && fits(version, dates));
  const [only] = bare;
  if (only && bare.length === 1) return { kind: "attach", version: only.version };
  return { kind: "new", version: number, state: "pending" };
}

function isSameVersion(version: Known, { passedOn, effectiveFrom }: Dates): boolean {
  if (version.passedOn !== null && passedOn !== null) return version.passedOn === passedOn;
  return effectiveFrom !== null && version.effectiveFrom === effectiveFrom;
}

/** By the first day in force, the day it was passed, or the year its document number gives (2021修正, 2021年修订). */
function fits(version: Known, { passedOn, effectiveFrom }: Dates): boolean {
  if (effectiveFrom !== null && version.effectiveFrom !== null) return version.effectiveFrom === effectiveFrom;
  if (passedOn === null) return false;
  if (version.effectiveFrom === passedOn) return true;
  const year = /(\d{4})年?修[正订]/.exec(version.docNumber)?.[1];
  return year === passedOn.slice(0, 4) && (version.effectiveFrom === null || version.effectiveFrom >= passedOn);
}
