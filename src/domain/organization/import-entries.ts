// What an import did to one enterprise, kept with the import so that it can be taken back: the columns it set, as they were
// before and as it left them. Whoever changed one of them since has built on it.
import { z } from "zod";
import { type Change, insert } from "../kernel/change.ts";
import type { Row } from "../kernel/entities.ts";

const columnsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const traceSchema = z.object({ enterprise: columnsSchema, site: columnsSchema });
type Columns = z.output<typeof columnsSchema>;
export type Trace = z.output<typeof traceSchema>;

interface Touched {
  readonly enterprise: Row<"enterprises"> | undefined;
  readonly site: Row<"sites"> | undefined;
}

/** The entry of one line of the list; undefined where the line said nothing new. */
export function entryOf(
  operation: Pick<Row<"operations">, "tenantId" | "id">,
  enterpriseId: string,
  changes: readonly Change[],
  { enterprise, site }: Touched,
): Change | undefined {
  if (changes.length === 0) return undefined;
  const after: Trace = { enterprise: setOf(changes, "enterprises"), site: setOf(changes, "sites") };
  const before: Trace = {
    enterprise: enterprise ? valuesOf(enterprise, after.enterprise) : {},
    site: enterprise && site ? valuesOf(site, after.site) : {},
  };
  return insert("importEntries", {
    ...{ tenantId: operation.tenantId, operationId: operation.id, enterpriseId },
    kind: enterprise ? "updated" : "registered",
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  });
}

function setOf(changes: readonly Change[], entity: "enterprises" | "sites"): Columns {
  const change = changes.find((one) => one.entity === entity);
  if (!change || change.op === "delete") return {};
  return columnsSchema.parse(change.op === "insert" ? change.row : change.set);
}

function valuesOf(row: object, named: Columns): Columns {
  const values = new Map(Object.entries(row));
  return Object.fromEntries(Object.keys(named).map((column) => [column, values.get(column)]));
}

export function readTrace(text: string): Trace {
  return traceSchema.parse(JSON.parse(text));
}

/** Whether a row still says what the import left in it. */
export function stillAs(row: object | undefined, left: Columns): boolean {
  const values = new Map(Object.entries(row ?? {}));
  return Object.entries(left).every(([column, value]) => values.get(column) === value);
}
