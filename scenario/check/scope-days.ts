// Who is in scope on a day, out of the dated decisions: the later effective day wins, then the later taken one, then the greater id.
import type { Row, Tables } from "./tables.ts";

type Decision = Row<"scopeDecisions">;

/** The decision that holds for every enterprise in scope at the end of the day. */
export function inScopeOn({ scopeDecisions }: Tables, day: string): ReadonlyMap<string, Decision> {
  const holding = new Map<string, Decision>();
  for (const decision of scopeDecisions) {
    if (decision.effectiveFrom > day) continue;
    const other = holding.get(decision.enterpriseId);
    if (!other || orderOf(decision) > orderOf(other)) holding.set(decision.enterpriseId, decision);
  }
  return new Map([...holding].filter(([, decision]) => decision.decision === "in"));
}

function orderOf({ effectiveFrom, decidedAt, id }: Decision): string {
  return `${effectiveFrom} ${decidedAt} ${id}`;
}

/** The first day an enterprise is in scope. */
export function enteredOn({ scopeDecisions }: Tables, enterpriseId: string): string | undefined {
  let first: string | undefined;
  for (const { enterpriseId: of, decision, effectiveFrom } of scopeDecisions)
    if (of === enterpriseId && decision === "in" && (first === undefined || effectiveFrom < first))
      first = effectiveFrom;
  return first;
}

/** 'No. 12 青岚恒达…'. */
export function nameOf({ enterprises }: Tables, enterpriseId: string): string {
  const found = enterprises.find(({ id }) => id === enterpriseId);
  return found ? `No. ${found.registerNo} ${found.name}` : enterpriseId;
}
