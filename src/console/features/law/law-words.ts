// Words of the law library that more than one of its pages says.
import type { VersionLine } from "#api/law-library.ts";

type Say = (zh: string, en: string) => string;

const PLACES: Readonly<Record<string, string>> = { "000000": "全国", "330000": "浙江省", "330100": "杭州市" };

/** 全国, 浙江省; a division without a name here by its code. */
export function placeName(divisionCode: string): string {
  return PLACES[divisionCode] ?? divisionCode;
}

/** Whether a version holds on a day, as a person says it. */
export function forceWords(
  { effectiveFrom, effectiveTo }: Pick<VersionLine, "effectiveFrom" | "effectiveTo">,
  day: string,
  say: Say,
): string {
  if (effectiveTo && effectiveTo < day) return say(`${effectiveTo}失效`, `ended ${effectiveTo}`);
  if (!effectiveFrom) return say("施行日待补", "date unknown");
  return effectiveFrom > day
    ? say(`${effectiveFrom}起施行`, `from ${effectiveFrom}`)
    : say(`${effectiveFrom}施行`, `since ${effectiveFrom}`);
}

/** The address of an instrument's page; titles may hold anything. */
export function instrumentPath(id: string, ...rest: readonly (string | number)[]): string {
  return ["/law", ...[id, ...rest].map((part) => encodeURIComponent(part))].join("/");
}
