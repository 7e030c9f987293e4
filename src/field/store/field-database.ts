// The phone's database, one for each account: another login opens another one and so neither sees nor sends what is here.
// Entity tables hold the local state: the server's last snapshot with the changes of pending commands over it.
import Dexie, { type Table } from "dexie";
import type { ProblemAnswer } from "#api/problem.ts";
import type { SnapshotAnswer } from "#api/sync.ts";
import { type SyncedEntity, syncedEntities } from "#api/synced-entities.ts";
import type { Change } from "#domain/kernel/change.ts";
import type { CommandState } from "../outbox/command-state.ts";

/** A row under the membership it was pulled or made with. */
export interface StoredRow {
  readonly scope: string;
  readonly key: string;
  readonly row: object;
}

export interface OutboxCommand {
  /** Order of acting on this phone. */
  readonly n?: number;
  readonly id: string;
  /** The membership acted under. */
  readonly scope: string;
  readonly tenantId: string;
  readonly visitId: string | null;
  /** Commands of one lane go in order; lanes never wait for each other. */
  readonly lane: string;
  readonly name: string;
  /** The exact text that is sent and sent again. */
  readonly text: string;
  readonly changes: readonly Change[];
  readonly occurredAt: string;
  /** What it is about, for the sync page. */
  readonly about: string;
  readonly enterprise: string;
  readonly photoCount: number;
  readonly state: CommandState;
  /** Not sent before this moment, so that the person can take it back. */
  readonly heldUntil?: number;
  readonly problem?: ProblemAnswer;
  readonly settledAt?: string;
  readonly replaces?: string;
  readonly replacedBy?: string;
}

/** A photo on its way to the server. The working copy goes first, the camera's file on good signal. */
export interface OutboxPhoto {
  readonly sha256: string;
  readonly scope: string;
  readonly tenantId: string;
  readonly kind: "working" | "original";
  readonly blob: Blob;
  /** The command that names it; the slot is there once that is accepted. */
  readonly commandId: string;
  readonly slotId: string;
  readonly enterprise: string;
  readonly takenAt: string;
  /** kept: its command was let rest or repaired with another picture; it is not sent. */
  readonly state: "waiting" | "stored" | "refused" | "kept";
  readonly failures: number;
  readonly retryAt: number;
  readonly problem?: ProblemAnswer;
}

/** A picture of the server, kept to stand beside the camera without a signal. */
export interface KeptPicture {
  readonly scope: string;
  readonly slotId: string;
  readonly blob: Blob;
}

export interface LaneRecord {
  readonly lane: string;
  readonly failures: number;
  readonly retryAt: number;
  readonly stopped?: ProblemAnswer;
}

/** The server's last word for a membership. */
export interface StoredSnapshot {
  readonly scope: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly agencyId: string | null;
  readonly name: string;
  readonly takenAt: string;
  readonly answer: SnapshotAnswer;
}

/** A form that is not a fact yet: a half-made hazard, signatures before they are handed over. */
export interface Draft {
  readonly id: string;
  readonly value: object;
  readonly savedAt: string;
}

const outboxTables = {
  commands: "++n, &id, state, lane, scope, visitId",
  photos: "[scope+sha256], sha256, state, commandId, slotId",
  pictures: "[scope+slotId], slotId, scope",
  lanes: "lane",
  snapshots: "scope",
  drafts: "id",
  meta: "name",
} as const;

const entityIndexes = "[scope+key], scope, [scope+row.visitId], [scope+row.hazardId], [scope+row.enterpriseId]";

export class FieldDatabase extends Dexie {
  constructor(accountId: string) {
    // Strict: what the person sees as kept must outlive a battery that dies the next moment.
    super(`bihuan-field-${accountId}`, { chromeTransactionDurability: "strict" });
    this.version(1).stores({
      ...Object.fromEntries(syncedEntities.map((entity) => [entity, entityIndexes])),
      ...outboxTables,
    });
  }

  get commands(): Table<OutboxCommand, number> {
    return this.table("commands");
  }
  get photos(): Table<OutboxPhoto, [string, string]> {
    return this.table("photos");
  }
  get pictures(): Table<KeptPicture, [string, string]> {
    return this.table("pictures");
  }
  get lanes(): Table<LaneRecord, string> {
    return this.table("lanes");
  }
  get snapshots(): Table<StoredSnapshot, string> {
    return this.table("snapshots");
  }
  get drafts(): Table<Draft, string> {
    return this.table("drafts");
  }
  get meta(): Table<{ readonly name: string; readonly value: unknown }, string> {
    return this.table("meta");
  }

  entity(entity: SyncedEntity): Table<StoredRow, [string, string]> {
    return this.table(entity);
  }
}

const opened = new Map<string, FieldDatabase>();

export function openFieldDatabase(accountId: string): FieldDatabase {
  const known = opened.get(accountId);
  if (known) return known;
  const made = new FieldDatabase(accountId);
  opened.set(accountId, made);
  return made;
}

export function isSynced(entity: string): entity is SyncedEntity {
  return syncedEntities.some((one) => one === entity);
}
