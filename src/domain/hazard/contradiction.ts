// Two experts re-inspect the same hazard without knowing of each other: the second answer is refused, and where it
// contradicts the first the system raises a contest, so that a person decides and not the order of the signals.
import { dayOf, spokenDay } from "../calendar/local-date.ts";
import type { Context } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import { type Refused, refuse } from "../kernel/result.ts";
import type { Hazard } from "./statuses.ts";

export type ReinspectionCommand = "reinspection.pass" | "reinspection.fail";
type Line = Row<"hazardActs">;

const verdicts: Readonly<Record<ReinspectionCommand, string>> = {
  "reinspection.pass": "复查合格",
  "reinspection.fail": "复查不合格",
};

/**
 * The refusal where another re-inspection stands against this one: one received after this expert acted, so that he
 * could not know of it; or, for a failure, the one that closed the hazard. Undefined where nothing stands against it.
 */
export function refusedByOther(
  command: ReinspectionCommand,
  hazard: Hazard,
  acts: readonly Line[],
  reason: string | null,
  context: Context,
): Refused | undefined {
  const other = parallelTo(acts, context) ?? (command === "reinspection.fail" ? closedBy(hazard, acts) : undefined);
  if (!other) return undefined;
  const day = spokenDay(dayOf(other.occurredAt));
  const params = { number: hazard.number, other: other.actorName, day };
  if (other.command === command) return refuse("reinspection.already_recorded", params);
  if (hazard.contested || hazard.status === "voided") return refuse("reinspection.contradicts", params);
  const args = { hazardId: hazard.id, reason: contestReason(command, other, reason, context) };
  return refuse("reinspection.contradicts", params, { name: "contest.raise", args });
}

function isReinspection(line: Line): boolean {
  return line.command === "reinspection.pass" || line.command === "reinspection.fail";
}

/** The latest re-inspection by somebody else that reached the server after this expert acted. */
function parallelTo(acts: readonly Line[], context: Context): Line | undefined {
  const mine = JSON.stringify(context.actor.id);
  return acts
    .filter((line) => isReinspection(line) && !(line.data ?? "").includes(`"by":${mine}`))
    .filter((line) => line.receivedAt > context.occurredAt)
    .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))[0];
}

function closedBy(hazard: Hazard, acts: readonly Line[]): Line | undefined {
  if (hazard.status !== "closed" || hazard.closedHow === "fixedOnSite") return undefined;
  return acts
    .filter((line) => line.command === "reinspection.pass")
    .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))[0];
}

function contestReason(command: ReinspectionCommand, other: Line, reason: string | null, context: Context): string {
  const otherVerdict =
    other.command === "reinspection.pass" ? verdicts["reinspection.pass"] : verdicts["reinspection.fail"];
  const otherLine = `${spokenDay(dayOf(other.occurredAt))}${other.actorName}${otherVerdict}${quoted(other.note)}`;
  const mine = `${spokenDay(dayOf(context.occurredAt))}${context.actor.name}${verdicts[command]}${quoted(reason)}`;
  return `两次复查结论相反：${otherLine}；${mine}。由机构负责人定。`;
}

function quoted(words: string | null): string {
  return words ? `（${words.slice(0, 300)}）` : "";
}
