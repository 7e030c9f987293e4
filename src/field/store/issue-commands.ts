// outbox.add: decides on the local copy with the server's own rules; what is accepted goes, as exact text, with its photos
// and its changes, into IndexedDB in one transaction. A refusal writes nothing and is shown in the server's words.
import { v7 as uuidv7 } from "uuid";
import type { Decision } from "#domain/kernel/change.ts";
import type { AnyCommand, Context } from "#domain/kernel/command.ts";
import { ok, type Problem, type Result, refuse } from "#domain/kernel/result.ts";
import type { Library } from "#domain/law/library.ts";
import { laneOf } from "../outbox/decide-next.ts";
import { clockOffset, deviceId } from "./device.ts";
import { findFieldCommand } from "./field-commands.ts";
import type { FieldDatabase, OutboxPhoto, StoredSnapshot } from "./field-database.ts";
import { localContext } from "./local-context.ts";
import { applyChanges } from "./local-state.ts";
import { loadNeeds } from "./read-rows.ts";
import { readLibraryOf } from "./tenant-library.ts";

/** The bytes of a photo that a command names. */
export interface PhotoToSend {
  readonly slotId: string;
  readonly sha256: string;
  readonly kind: OutboxPhoto["kind"];
  readonly blob: Blob;
  readonly takenAt: string;
}

export interface CommandToIssue {
  readonly name: string;
  readonly args: object;
  readonly visitId: string | null;
  /** Shown on the sync page: 隐患 堆放纸箱. */
  readonly about: string;
  readonly enterprise: string;
  readonly photos?: readonly PhotoToSend[];
  /** Held back this long, for an undo. */
  readonly holdMs?: number;
  /** The refused command this one repairs. */
  readonly replaces?: string;
}

class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** All or none; each is decided on what those before it did. Answers the commands' ids. */
export async function issueCommands(
  db: FieldDatabase,
  scope: string,
  commands: readonly CommandToIssue[],
): Promise<Result<readonly string[]>> {
  const library = await readLibraryOf(db, scope);
  try {
    return ok(
      await db.transaction("rw", db.tables, async () => {
        const snapshot = await db.snapshots.get(scope);
        if (!snapshot) throw new Refusal({ code: "not_found", params: {} });
        const ids: string[] = [];
        for (const command of commands) ids.push(await issueOne(db, snapshot, library, command));
        return ids;
      }),
    );
  } catch (error) {
    const refusal = refusalIn(error);
    if (!refusal) throw error;
    return refuse(refusal.problem.code, refusal.problem.params);
  }
}

async function issueOne(
  db: FieldDatabase,
  snapshot: StoredSnapshot,
  library: Library,
  command: CommandToIssue,
): Promise<string> {
  const id = uuidv7();
  const occurredAt = new Date().toISOString();
  const corrected = new Date(Date.parse(occurredAt) + clockOffset()).toISOString();
  const definition = findFieldCommand(command.name);
  if (!definition) throw new Error(`${command.name} is no command of the field`);
  const decision = await decideLocally(db, definition, command.args, localContext(snapshot, library, id, corrected));
  if (!decision.ok) throw new Refusal(decision.problem);
  const replaces = command.replaces ?? (await refusedBefore(db, snapshot.scope, command));
  const changes = decision.value.events.flatMap((event) => event.changes);
  await applyChanges(db, snapshot.scope, changes);
  await db.commands.add({
    id,
    scope: snapshot.scope,
    tenantId: snapshot.tenantId,
    visitId: command.visitId,
    lane: laneOf(snapshot.scope, command.visitId, id),
    name: command.name,
    text: textOf(id, snapshot, { ...command, replaces }, occurredAt),
    changes,
    occurredAt: corrected,
    about: command.about,
    enterprise: command.enterprise,
    photoCount: command.photos?.filter((photo) => photo.kind === "working").length ?? 0,
    state: "waiting",
    ...(command.holdMs ? { heldUntil: Date.now() + command.holdMs } : {}),
    replaces,
  });
  if (replaces) await retire(db, replaces, id);
  await addPhotos(db, snapshot, id, command);
  return id;
}

/** Of these a visit has one that holds: giving it again repairs the one that was refused. */
const onePerVisit: readonly string[] = ["visit.accompany", "visit.finish", "onSiteRecord.serve"];

async function refusedBefore(db: FieldDatabase, scope: string, command: CommandToIssue): Promise<string | undefined> {
  if (!onePerVisit.includes(command.name) || command.visitId === null) return undefined;
  const ofVisit = await db.commands.where("visitId").equals(command.visitId).toArray();
  const refused = ofVisit.filter((one) => one.name === command.name && one.scope === scope && one.state === "refused");
  return refused.at(-1)?.id;
}

/** The repaired command is settled; its pictures stay here unless the repair names them again. */
async function retire(db: FieldDatabase, id: string, replacedBy: string): Promise<void> {
  await db.commands.where("id").equals(id).modify({ state: "replaced", replacedBy });
  await db.photos.where("commandId").equals(id).modify({ state: "kept" });
}

/** The envelope as exact JSON text; these very bytes are sent, however often. */
function textOf(id: string, snapshot: StoredSnapshot, command: CommandToIssue, occurredAt: string): string {
  return JSON.stringify({
    v: 1,
    id,
    tenant: snapshot.tenantId,
    membership: snapshot.scope,
    visit: command.visitId,
    name: command.name,
    args: command.args,
    occurredAt,
    clockOffset: clockOffset(),
    deviceId: deviceId(),
    basedOn: snapshot.answer.version,
    ...(command.replaces ? { replaces: command.replaces } : {}),
  });
}

async function decideLocally(
  db: FieldDatabase,
  definition: AnyCommand,
  rawArgs: object,
  context: Context,
): Promise<Result<Decision>> {
  const parsed = definition.args.safeParse(rawArgs);
  if (!parsed.success) {
    return refuse("command.malformed", { field: parsed.error.issues[0]?.path.map(String).join(".") ?? "args" });
  }
  const { actor, tenantId } = context;
  const first = await loadNeeds(db, actor.id, tenantId, definition.needs(parsed.data, context));
  const more = definition.needsMore
    ? await loadNeeds(db, actor.id, tenantId, definition.needsMore(parsed.data, first))
    : {};
  return definition.decide({ ...first, ...more }, parsed.data, context);
}

async function addPhotos(
  db: FieldDatabase,
  snapshot: StoredSnapshot,
  commandId: string,
  { photos, enterprise }: CommandToIssue,
): Promise<void> {
  const { scope, tenantId } = snapshot;
  const common = { scope, tenantId, commandId, enterprise, state: "waiting", failures: 0, retryAt: 0 } as const;
  await db.photos.bulkPut((photos ?? []).map((photo) => ({ ...photo, ...common })));
}

/** Dexie hands an error thrown inside a transaction on as it is, or as the inner one of its own. */
function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const inner = error instanceof Error && "inner" in error ? error.inner : undefined;
  return inner instanceof Refusal ? inner : undefined;
}
