// Proposes a referral on the enterprise's refusal for each chosen hazard, with the same words and the same photo.
import { v7 as uuidv7 } from "uuid";
import { refusableLabels } from "#domain/enforcement/labels.ts";
import type { Refusable } from "#domain/enforcement/statuses.ts";
import type { Row } from "#domain/kernel/entities.ts";
import { shortName } from "../../app/short-name.ts";
import { useIssue } from "../../app/use-issue.ts";
import { type ReadyPhoto, readyPhoto, type TakenPhoto, watermarkOf } from "../../photo/take-photo.ts";
import type { SiteRows } from "./site-rows.ts";

export interface RefusalToRecord {
  /** Made once, so that giving it again after a failure proposes nothing twice. */
  readonly referralIds: Readonly<Record<string, string>>;
  readonly what: Refusable;
  readonly by: string;
  readonly words: string;
  readonly photo: TakenPhoto | undefined;
  readonly hazardIds: readonly string[];
}

export function useRefusal(scope: string, rows: SiteRows) {
  const { issue, problem, busy } = useIssue(scope);
  async function record(refusal: RefusalToRecord, offered: readonly Row<"hazards">[]): Promise<boolean> {
    const enterprise = shortName(rows.enterprise.name);
    const what = refusableLabels[refusal.what].zh;
    const chosen = offered.filter((hazard) => refusal.hazardIds.includes(hazard.id));
    const photos = await photosFor(chosen, refusal.photo, [enterprise, rows.snapshot.name]);
    return issue(
      chosen.map((hazard, index) => ({
        name: "referral.propose",
        args: {
          hazardId: hazard.id,
          referralId: refusal.referralIds[hazard.id] ?? uuidv7(),
          ground: "refusal",
          reason: `企业${what}，${refusal.by.trim()}当面说的。`,
          refusal: {
            what: refusal.what,
            by: refusal.by.trim(),
            words: quoted(refusal.words),
            photos: photos[index] ? [photos[index].args] : [],
          },
        },
        visitId: null,
        about: `企业${what}`,
        enterprise,
        photos: photos[index]?.sends ?? [],
      })),
    );
  }
  return { record, problem, busy };
}

/** The words are the enterprise's own, not the agency's, and stand as a quotation. */
function quoted(words: string): string {
  const bare = words.trim().replace(/^[“"]|[”"]$/g, "");
  return `“${bare}”`;
}

/**
 * A copy of the picture for each hazard, with its number in the watermark, so that each is a file of its own and none waits
 * for another's command. The camera's file goes with the first.
 */
async function photosFor(
  hazards: readonly Row<"hazards">[],
  photo: TakenPhoto | undefined,
  [enterprise, person]: readonly [string, string],
): Promise<readonly ReadyPhoto[]> {
  if (!photo) return [];
  const made = hazards.map((hazard) => {
    const lines = [...watermarkOf(photo, enterprise, person), hazard.number];
    return readyPhoto({ ...photo, slotId: uuidv7() }, lines);
  });
  const [first, ...others] = await Promise.all(made);
  const withoutOriginal = others.map(({ args, sends }) => ({
    args: { ...args, originalSha256: null },
    sends: sends.filter((one) => one.kind === "working"),
  }));
  return first ? [first, ...withoutOriginal] : [];
}
