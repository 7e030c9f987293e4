// The three batches: what was advised and what was decided, side by side and never mixed.
import { type SqlBool, sql } from "kysely";
import type { Batch, BatchFilter } from "#api/batches.ts";
import type { Transaction } from "../db/transaction.ts";
import { type Condition, visible } from "./visibility.ts";

interface FoundBatch {
  readonly id: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string | null;
  readonly communityName: string | null;
  readonly agencyName: string | null;
  readonly state: Batch["state"];
  readonly kind: Batch["advice"]["kind"];
  readonly adviceReason: string;
  readonly advisedByName: string;
  readonly advisedAt: string;
  readonly decidedKind: Batch["advice"]["kind"] | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
}

/** Those that await a decision first, then the newest. */
export async function readBatches(tx: Transaction, filter: BatchFilter): Promise<Batch[]> {
  const { rows } = await sql<FoundBatch>`
    select b.id, b.enterprise_id, e.name as enterprise_name, c.name as community_name, a.agency_name, b.state, b.kind, b.advice_reason,
      b.advised_by_name, b.advised_at, b.decided_kind, b.decided_by_name, b.decided_at, b.decision_reason
    from batches b
    left join enterprises e on e.tenant_id = b.tenant_id and e.id = b.enterprise_id and ${visible(tx, "enterprises", "e")}
    left join communities c on c.tenant_id = b.tenant_id and c.id = b.community_id and ${visible(tx, "communities", "c")}
    left join agency_engagements a on a.tenant_id = b.tenant_id and a.agency_id = b.made_by_agency_id and ${visible(tx, "agencyEngagements", "a")}
    where ${sql.join(conditions(tx, filter), sql` and `)}
    order by b.state <> 'advised', coalesce(b.decided_at, b.advised_at) desc, b.id`.execute(tx.db);
  return rows.map(batchOf);
}

export async function countBatches(tx: Transaction) {
  const { rows } = await sql<{ state: Batch["state"]; kind: Batch["advice"]["kind"]; count: number }>`
    select b.state, coalesce(b.decided_kind, b.kind) as kind, count(*) as count from batches b
    where ${visible(tx, "batches", "b")} group by 1, 2 order by 1, 2`.execute(tx.db);
  return rows;
}

function conditions(tx: Transaction, { state, kind }: BatchFilter): Condition[] {
  return [
    visible(tx, "batches", "b"),
    ...(state ? [sql<SqlBool>`b.state = ${state}`] : []),
    ...(kind ? [sql<SqlBool>`coalesce(b.decided_kind, b.kind) = ${kind}`] : []),
  ];
}

function batchOf(row: FoundBatch): Batch {
  const { id, enterpriseId, enterpriseName, communityName, state, decidedAt, agencyName } = row;
  return {
    ...{ id, enterpriseId, enterpriseName, communityName, state },
    advice: { kind: row.kind, reason: row.adviceReason, byName: row.advisedByName, agencyName, at: row.advisedAt },
    decision:
      decidedAt === null
        ? null
        : {
            kind: row.decidedKind,
            reason: row.decisionReason ?? "",
            byName: row.decidedByName ?? "",
            at: decidedAt,
          },
  };
}
