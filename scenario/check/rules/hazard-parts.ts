// R7: place, text, photo or a counted reason, advice, standard, and a clause in force on the day the hazard was found; a fallback alone
// only where no direct clause is in force.
import { isInForce, type Reference } from "../reference-data.ts";
import type { Row, Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

type Hazard = Row<"hazards">;
type Citation = Row<"hazardCitations">;
type Basis = "direct" | "standard" | "conditional" | "fallback only" | "none";

const REASONS: ReadonlySet<string> = new Set(["documentsAbsent", "photographyForbidden", "danger"]);
const WHOLE_TEXT = "全文";

export function checkHazardParts(tables: Tables, reference: Reference): Verdict {
  const citations = Map.groupBy(tables.hazardCitations, ({ hazardId }) => hazardId);
  const photos = Map.groupBy(tables.photoSlots, ({ hazardId }) => hazardId);
  const hazards = tables.hazards.filter(({ status }) => status !== "voided");
  const faults: string[] = [];
  const bases = new Map<Basis, number>();
  const reasons = new Map<string, number>();
  for (const hazard of hazards) {
    const basis = basisOf(hazard, citations.get(hazard.id) ?? [], reference);
    bases.set(basis, (bases.get(basis) ?? 0) + 1);
    if (hazard.noPhotoReason) reasons.set(hazard.noPhotoReason, (reasons.get(hazard.noPhotoReason) ?? 0) + 1);
    faults.push(...missingParts(hazard, photos.get(hazard.id) ?? []));
    if (basis === "none") faults.push(`${hazard.number} cites no clause in force on ${hazard.foundOn}`);
    if (basis === "fallback only" && !mayStandAlone(hazard, reference))
      faults.push(`${hazard.number} cites a fallback alone where a direct clause is in force`);
  }
  const count = (basis: Basis) => number(bases.get(basis) ?? 0);
  const without = [...reasons].map(([reason, times]) => `${reason} ${number(times)}`).join(", ");
  const text = `${number(hazards.length)} hazards: ${count("direct")} direct, ${count("standard")} standard, ${count("conditional")} conditional, ${count("fallback only")} fallback only; without photo by reason: ${without || "none"}`;
  return verdictOf("R7", text, ["hazards", "hazardCitations", "photoSlots"], faults);
}

function missingParts(hazard: Hazard, photos: readonly Row<"photoSlots">[]): string[] {
  const { number: no, place, description, advice, standard, noPhotoReason } = hazard;
  const faults = Object.entries({ place, description, advice, standard })
    .filter(([, words]) => words.trim() === "")
    .map(([part]) => `${no} lacks ${part}`);
  if (noPhotoReason !== null)
    return REASONS.has(noPhotoReason) ? faults : [...faults, `${no}: “${noPhotoReason}” is no reason of the list`];
  const own = photos.filter(({ purpose }) => purpose === "hazard");
  const arrived = own.some(
    ({ state, lostConfirmedByName }) => state === "stored" || (state === "declaredLost" && lostConfirmedByName),
  );
  if (own.length === 0) faults.push(`${no} has neither photo nor reason`);
  else if (!arrived) faults.push(`${no}: the photo never arrived`);
  return faults;
}

/** The strongest clause that counts: stored as in force, in force by the published days, a clause and no penalty. */
function basisOf(hazard: Hazard, citations: readonly Citation[], reference: Reference): Basis {
  const counting = citations.filter(
    ({ state, nature, article, instrumentId }) =>
      state === "inForce" &&
      nature !== "penalty" &&
      article !== WHOLE_TEXT &&
      isInForce(reference, instrumentId, hazard.foundOn),
  );
  const roles = new Set(counting.map(({ role }) => role));
  if (roles.has("direct")) return "direct";
  if (roles.has("standard")) return "standard";
  if (roles.has("conditional")) return "conditional";
  return roles.has("fallback") ? "fallback only" : "none";
}

function mayStandAlone({ itemCode, foundOn }: Hazard, { fallbackOnly }: Reference): boolean {
  return fallbackOnly.some(({ code, from, to }) => code === itemCode && from <= foundOn && foundOn <= to);
}
