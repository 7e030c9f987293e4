// What goes along when another agency takes an enterprise over: the open hazards and the visits they stand in, with everything
// that hangs on them. `agencyId` says who holds a row from now on, `madeByAgencyId` stays with whoever made it, so the former
// agency goes on reading its own work. What is closed stays where it is.
import { isOpen } from "../hazard/statuses.ts";
import { type Change, update } from "../kernel/change.ts";
import { type Many, many } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";

/** Rows of a hazard or a visit that are found by their enterprise. */
const hanging = [
  "hazardCitations",
  "hazardActs",
  "photoSlots",
  "extensions",
  "treatmentPlans",
  "referrals",
  "documents",
  "signatures",
  "accessLinks",
  "accessLinkHolders",
] as const;
type Hanging = (typeof hanging)[number];

export type OpenNeeds = {
  [hazards: `hazards ${string}`]: Many<"hazards">;
  [visits: `visits ${string}`]: Many<"visits">;
};
export type HangingNeeds = { [T in Hanging as `${T} ${string}`]: Many<T> };

const hazardsKey = (id: string): `hazards ${string}` => `hazards ${id}`;
const visitsKey = (id: string): `visits ${string}` => `visits ${id}`;
const hangingKey = <T extends Hanging>(table: T, id: string): `${T} ${string}` => `${table} ${id}`;

interface OpenState {
  readonly [hazards: `hazards ${string}`]: readonly Row<"hazards">[];
  readonly [visits: `visits ${string}`]: readonly Row<"visits">[];
}
export type HangingState = { readonly [T in Hanging as `${T} ${string}`]: readonly Row<T>[] };

export function needsOfOpen(enterpriseIds: readonly string[]): OpenNeeds {
  const needs: OpenNeeds = {};
  for (const id of enterpriseIds) {
    needs[hazardsKey(id)] = many("hazards", { enterpriseId: id });
    needs[visitsKey(id)] = many("visits", { enterpriseId: id });
  }
  return needs;
}

/** Only where something is handed over is the rest asked for. */
export function needsOfHanging(state: OpenState, enterpriseIds: readonly string[], agencyId: string): HangingNeeds {
  const needs: Record<string, Many<Hanging>> = {};
  for (const id of enterpriseIds) {
    if (goingAlong(state, id, agencyId).visits.length === 0) continue;
    for (const table of hanging) needs[hangingKey(table, id)] = many(table, { enterpriseId: id });
  }
  return needs as HangingNeeds;
}

/** The changes of one enterprise; none where nothing is open or the agency holds it already. */
export function handOver(state: OpenState & HangingState, enterpriseId: string, agencyId: string): readonly Change[] {
  const { hazards, visits } = goingAlong(state, enterpriseId, agencyId);
  const hazardIds = new Set(hazards.map((row) => row.id));
  const visitIds = new Set(visits.map((row) => row.id));
  const hangs = (row: { readonly hazardId?: string | null; readonly visitId?: string | null }) =>
    row.hazardId ? hazardIds.has(row.hazardId) : visitIds.has(row.visitId ?? "");
  const set = { agencyId };
  const documents = (state[hangingKey("documents", enterpriseId)] ?? []).filter(hangs);
  const documentIds = new Set(documents.map((row) => row.id));
  const links = (state[hangingKey("accessLinks", enterpriseId)] ?? []).filter(hangs);
  const linkIds = new Set(links.map((row) => row.id));
  return [
    ...visits.map((row) => update("visits", row, set)),
    ...hazards.map((row) => update("hazards", row, set)),
    ...(state[hangingKey("hazardCitations", enterpriseId)] ?? [])
      .filter(hangs)
      .map((row) => update("hazardCitations", row, set)),
    ...(state[hangingKey("hazardActs", enterpriseId)] ?? []).filter(hangs).map((row) => update("hazardActs", row, set)),
    ...(state[hangingKey("photoSlots", enterpriseId)] ?? []).filter(hangs).map((row) => update("photoSlots", row, set)),
    ...(state[hangingKey("extensions", enterpriseId)] ?? []).filter(hangs).map((row) => update("extensions", row, set)),
    ...(state[hangingKey("treatmentPlans", enterpriseId)] ?? [])
      .filter(hangs)
      .map((row) => update("treatmentPlans", row, set)),
    ...(state[hangingKey("referrals", enterpriseId)] ?? []).filter(hangs).map((row) => update("referrals", row, set)),
    ...documents.map((row) => update("documents", row, set)),
    ...(state[hangingKey("signatures", enterpriseId)] ?? [])
      .filter((row) => documentIds.has(row.documentId))
      .map((row) => update("signatures", row, set)),
    ...links.map((row) => update("accessLinks", row, set)),
    ...(state[hangingKey("accessLinkHolders", enterpriseId)] ?? [])
      .filter((row) => linkIds.has(row.linkId))
      .map((row) => update("accessLinkHolders", row, set)),
  ];
}

/** Open hazards, and the visits they stand in or that are still going on. */
function goingAlong(state: OpenState, enterpriseId: string, agencyId: string) {
  const hazards = (state[hazardsKey(enterpriseId)] ?? []).filter((row) => isOpen(row));
  const inVisit = new Set(hazards.map((row) => row.visitId));
  const visits = (state[visitsKey(enterpriseId)] ?? []).filter(
    (row) => row.status === "started" || inVisit.has(row.id),
  );
  const others = <R extends { readonly agencyId: string | null }>(rows: readonly R[]) =>
    rows.filter((row) => row.agencyId !== agencyId);
  return { hazards: others(hazards), visits: others(visits) };
}
