// R9: five steps, closed and rolling. Every step happens, nothing is closed without its proof, what is open at a period's end is carried
// over and goes on.
import type { Row, Tables } from "../tables.ts";
import { number, type Verdict, verdictOf } from "../verdict.ts";

type Hazard = Row<"hazards">;
type Act = Row<"hazardActs">;

const STEPS = [1, 2, 3, 4, 5] as const;

interface Proofs {
  readonly acts: readonly Act[];
  readonly photos: readonly Row<"photoSlots">[];
  readonly referrals: readonly Row<"referrals">[];
}

export function checkFiveSteps(tables: Tables): Verdict {
  const acts = Map.groupBy(tables.hazardActs, ({ hazardId }) => hazardId);
  const photos = Map.groupBy(tables.photoSlots, ({ hazardId }) => hazardId);
  const referrals = Map.groupBy(tables.referrals, ({ hazardId }) => hazardId);
  const faults: string[] = [];
  const reached = new Map<number, number>();
  for (const hazard of tables.hazards) {
    const own = inOrder(acts.get(hazard.id) ?? []);
    for (const step of new Set(own.map((act) => act.step)))
      if (step !== null) reached.set(step, (reached.get(step) ?? 0) + 1);
    const proofs = { acts: own, photos: photos.get(hazard.id) ?? [], referrals: referrals.get(hazard.id) ?? [] };
    faults.push(...faultsOf(hazard, proofs));
  }
  for (const step of STEPS) if (!reached.has(step)) faults.push(`step ${step} never happens`);
  const carried = carriedOver(tables);
  if (carried.length === 0) faults.push("nothing was ever carried over");
  for (const { hazard, endsOn } of carried)
    if (!goesOn(hazard, inOrder(acts.get(hazard.id) ?? []), endsOn))
      faults.push(`${hazard.number}, carried over on ${endsOn}, was forgotten`);
  const closed = tables.hazards.filter(({ status }) => status === "closed").length;
  const steps = STEPS.map((step) => `${step}: ${number(reached.get(step) ?? 0)}`).join(" ");
  const text = `hazards by step reached ${steps}; ${number(closed)} of ${number(tables.hazards.length)} closed, each with its proof; ${number(carried.length)} carried over a period's end`;
  return verdictOf("R9", text, ["hazards", "hazardActs", "photoSlots", "referrals", "schemePeriods"], faults);
}

function inOrder(acts: readonly Act[]): readonly Act[] {
  const order = (act: Act) => `${act.receivedAt} ${act.occurredAt}`;
  return acts.toSorted((a, b) => order(a).localeCompare(order(b)));
}

function faultsOf(hazard: Hazard, proofs: Proofs): string[] {
  const { number: no, status } = hazard;
  const { acts } = proofs;
  if (!acts.some(({ command }) => command === "hazard.record")) return [`${no} was never recorded`];
  const faults: string[] = [];
  if (!acts.some(({ step }) => step === 2)) faults.push(`${no}: nobody was told`);
  if (!acts.some(({ statusAfter }) => statusAfter === status)) faults.push(`${no} is ${status} by no act`);
  if (status === "closed") faults.push(...unproven(hazard, proofs).map((fault) => `${no} is closed ${fault}`));
  return faults;
}

/** What a closing lacks: the act that closes, its picture arrived, and after enforcement the numbered result. */
function unproven({ closedHow, closedOn }: Hazard, { acts, photos, referrals }: Proofs): string[] {
  const isOnSite = closedHow === "fixedOnSite";
  const command = isOnSite ? "hazard.fixOnSite" : "reinspection.pass";
  const closing = acts.filter((act) => act.command === command && act.statusAfter === "closed").at(-1);
  if (!closing || closedOn === null) return [`without ${command}`];
  const purpose = isOnSite ? "fixedOnSite" : "reinspection";
  const pictures = photos.filter(
    (photo) => photo.purpose === purpose && (isOnSite || photo.visitId === closing.visitId),
  );
  const hasArrived = pictures.some(
    ({ state, lostConfirmedByName }) => state === "stored" || lostConfirmedByName !== null,
  );
  if (!hasArrived) return ["on a photo that never arrived"];
  const concluded = referrals.some(({ state, resultKind }) => state === "concluded" && resultKind !== null);
  return closedHow === "finalReinspection" && !concluded ? ["without enforcement's result"] : [];
}

interface Carried {
  readonly hazard: Hazard;
  readonly endsOn: string;
}

function carriedOver({ hazards, schemePeriods, asOf }: Tables): readonly Carried[] {
  const ended = schemePeriods.filter(({ endsOn }) => endsOn < asOf);
  return ended.flatMap(({ endsOn }) =>
    hazards
      .filter(
        ({ foundOn, closedOn, status }) =>
          foundOn <= endsOn && status !== "voided" && (closedOn === null || closedOn > endsOn),
      )
      .map((hazard) => ({ hazard, endsOn })),
  );
}

function goesOn({ status }: Hazard, acts: readonly Act[], endsOn: string): boolean {
  return status !== "closed" || acts.some(({ receivedAt }) => receivedAt > `${endsOn}T16:00:00.000Z`);
}
