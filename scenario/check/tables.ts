// The tables of an export as the checker reads them: its own few columns, its own types, nothing of the product.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";

const text = z.string();
const maybe = z.string().nullable();
const count = z.number();
const yes = z.boolean();
/** A column that holds JSON as text. */
const json = <T>(shape: z.ZodType<T>) =>
  z
    .string()
    .transform((value) => JSON.parse(value))
    .pipe(shape);
const ladder = z.object({
  ...{ before: count.nullable(), again: count.nullable() },
  ...{ community: count.nullable(), office: count.nullable(), leadingGroup: count.nullable() },
});

const shapes = {
  schemes: z.object({
    ...{ id: text, serviceYear: count, startsOn: text, endsOn: text, targetOn: text, rectificationDays: count },
    ...{
      onePersonRelease: yes,
      inScopeRevenueFen: count,
      aboveScaleRevenueFen: count,
      standardizationRevenueFen: count,
    },
  }),
  schemePeriods: z.object({
    ...{ schemeId: text, no: count, startsOn: text, endsOn: text },
    ...{ inspections: count, supervisions: count, reinspections: count },
  }),
  contracts: z.object({
    ...{ id: text, agencyId: text, number: text, partyA: text, partyB: text, startsOn: text, endsOn: text },
    ...{ visitsOwed: count, amountFen: count, visitPriceFen: count, acceptanceRules: text },
  }),
  contractEnterprises: z.object({ contractId: text, enterpriseId: text, servedUntil: text.nullish() }),
  serviceRecords: z.object({
    ...{ kind: text, audience: text, title: text, heldOn: text, place: text, attendees: count },
    ...{ summary: text, agencyId: maybe },
  }),
  enterprises: z.object({
    ...{ id: text, registerNo: count, name: text, aboveScale: yes.nullable(), industryKind: maybe },
    ...{ mainRevenueFen: count.nullable(), communityId: maybe },
  }),
  sites: z.object({ id: text, enterpriseId: text, tags: text }),
  scopeDecisions: z.object({
    ...{ id: text, enterpriseId: text, decision: text, ground: text, effectiveFrom: text },
    ...{ evidence: text, decidedAt: text, decidedByName: text },
  }),
  standardizations: z.object({
    enterpriseId: text,
    state: text,
    effectiveFrom: text,
    validTo: maybe,
    recordedAt: text,
  }),
  tasks: z.object({
    ...{ id: text, code: text, kind: text, periodNo: count, periodEndsOn: text, enterpriseId: text, state: text },
    ...{ plannedOn: maybe, firstPlannedOn: maybe, replannedCount: count, replanReason: maybe, windowTo: maybe },
    ...{ fulfilledOn: maybe, fulfilledBy: maybe, fulfilledRef: maybe },
  }),
  visits: z.object({
    ...{ id: text, kind: text, status: text, enterpriseId: text, agencyId: text, siteId: text, taskCode: text },
    ...{ inspectedOn: text, expertMembershipId: text, accompaniedBy: maybe, accompaniedName: maybe },
    accompanimentReason: maybe,
  }),
  visitTasks: z.object({ visitId: text, taskId: text }),
  findings: z.object({ visitId: text, itemCode: text, result: text }),
  hazards: z.object({
    ...{ id: text, number: text, visitId: text, enterpriseId: text, itemCode: text, family: text, place: text },
    ...{ description: text, advice: text, standard: text, noPhotoReason: maybe, status: text, round: count },
    ...{ foundOn: text, deadlineRule: text, deadlineDays: count, deadlineReason: maybe, clockStartedOn: maybe },
    ...{ servedAt: maybe, acknowledgedAt: maybe, rectificationDue: maybe, closedOn: maybe, closedHow: maybe },
    ...{ severity: text, listed: yes, holder: text, heldSince: text, contested: yes, voidProposed: yes },
    ...{ referralProposed: yes, extensionPending: yes, communityId: maybe, agencyId: maybe },
  }),
  /** What each event set of a hazard, out of the journal; a column that is not there was left as it was. */
  hazardChanges: z.object({
    ...{ hazardId: text, receivedAt: text, status: text.optional(), holder: text.optional() },
    ...{ heldSince: text.optional(), rectificationDue: text.nullish(), reinspectionDue: text.nullish() },
  }),
  treatmentPlans: z.object({
    ...{ hazardId: text, responsible: text, measures: text, fundsFen: count, finishOn: text },
    ...{ contingencyPlan: text, enteredAt: text },
  }),
  registerEntries: z.object({
    ...{ enterpriseId: text, kind: text, subject: text, state: text, headcount: count.nullable() },
    ...{ happenedOn: maybe, dueOn: maybe, dueTerm: maybe },
  }),
  keyEnterprises: z.object({
    ...{ id: text, enterpriseId: text, grounds: json(z.array(text)), reason: text, extraVisits: count },
    ...{ enteredOn: text, leftOn: maybe, leftReason: maybe, leftByName: maybe },
  }),
  enforcementChecks: z.object({
    ...{ keyEnterpriseId: text, checkedOn: text, outcome: text },
    officers: json(z.array(z.object({ certificateNo: text }))),
  }),
  climbingRules: z.object({
    ...{ validFrom: text, changedAt: text, ladders: json(z.object({ enterprise: ladder, agency: ladder })) },
  }),
  reminders: z.object({
    ...{ hazardId: text, holder: text, dueOn: text, told: text, afterDays: count, day: text },
  }),
  hazardCitations: z.object({
    ...{ hazardId: text, instrumentId: text, article: text, role: text, state: text, nature: text },
  }),
  hazardActs: z.object({
    ...{ hazardId: text, command: text, step: count.nullable(), statusAfter: text, visitId: maybe },
    ...{ occurredAt: text, receivedAt: text },
  }),
  photoSlots: z.object({
    ...{ id: text, hazardId: maybe, visitId: maybe, purpose: text, state: text, lostConfirmedByName: maybe },
  }),
  extensions: z.object({
    ...{ hazardId: text, state: text, stepsTaken: text, daysNeeded: count, reason: text, interimProtection: text },
    ...{ grantedUntil: maybe, decidedByName: maybe, decisionReason: maybe },
  }),
  referrals: z.object({ hazardId: text, state: text, ground: text, resultKind: maybe, resultDocumentNumber: maybe }),
  supervisions: z.object({ id: text, enterpriseId: text, taskId: maybe, occurredAt: text, hazardIds: text }),
  batches: z.object({ enterpriseId: text, state: text, decidedKind: maybe, decidedByName: maybe, advisedByName: text }),
  documents: z.object({
    ...{ id: text, kind: text, number: text, state: text, visitId: maybe, enterpriseId: text, data: text },
    ...{ dataDigest: text, dueOn: maybe, reviewedByMembershipId: maybe, releasedByMembershipId: maybe },
    ...{ releasedAt: maybe, onePersonRelease: yes },
  }),
  signatures: z.object({
    ...{ documentId: text, signer: text, name: text, refused: yes, refusalReason: maybe, digest: text },
  }),
} as const;

type Shapes = typeof shapes;
export type TableName = keyof Shapes;
export type Row<T extends TableName> = z.output<Shapes[T]>;
export type Tables = { readonly [T in TableName]: readonly Row<T>[] } & {
  /** Day of the last event: what the export can know. */
  readonly asOf: string;
};

const lineSchema = z.union([
  z.object({ table: text, row: z.record(z.string(), z.unknown()) }),
  z.object({ event: z.object({ envelope: text, payload: maybe }) }),
  z.object({ bihuanExport: z.literal(1), tenantId: text }),
  z.object({ head: z.unknown() }),
]);

/** Reads an export line by line. A row that lacks a column the rules need stops the check. */
export async function readExport(file: string): Promise<Tables> {
  const lines = createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
  const found = new Map<string, unknown[]>();
  let lastReceived = "";
  for await (const line of lines) {
    const parsed = lineSchema.parse(JSON.parse(line));
    if ("table" in parsed) rowsOf(found, parsed.table).push(parsed.row);
    else if ("event" in parsed) {
      const { envelope, payload } = parsed.event;
      const { receivedAt } = envelopeSchema.parse(JSON.parse(envelope));
      if (receivedAt > lastReceived) lastReceived = receivedAt;
      if (payload?.includes('"hazards"')) rowsOf(found, "hazardChanges").push(...hazardChangesIn(payload, receivedAt));
    }
  }
  return tablesOf(found, dayOf(lastReceived || "1970-01-01T00:00:00.000Z"));
}

function rowsOf(found: Map<string, unknown[]>, table: string): unknown[] {
  const rows = found.get(table) ?? [];
  found.set(table, rows);
  return rows;
}

const envelopeSchema = z.object({ receivedAt: text });
const columns = z.record(z.string(), z.unknown());
const payloadSchema = z.object({
  changes: z.array(
    z.object({ op: text, entity: text, row: columns.optional(), key: columns.optional(), set: columns.optional() }),
  ),
});

function hazardChangesIn(payload: string, receivedAt: string): readonly object[] {
  const { changes } = payloadSchema.parse(JSON.parse(payload));
  return changes.flatMap(({ entity, row, key, set }) =>
    entity === "hazards" ? [{ ...(set ?? row), hazardId: (key ?? row)?.id, receivedAt }] : [],
  );
}

/** Tables out of raw rows; a table that is not there is empty. */
export function tablesOf(found: ReadonlyMap<string, readonly unknown[]>, asOf: string): Tables {
  const entries = Object.entries(shapes).map(([name, shape]) => [name, z.array(shape).parse(found.get(name) ?? [])]);
  return { ...Object.fromEntries(entries), asOf };
}

/** The day in Shanghai on which an instant falls. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
