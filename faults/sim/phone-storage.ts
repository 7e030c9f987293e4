// A phone's storage: IndexedDB of `fake-indexeddb`, an implementation of the standard that passes most of the web platform's
// tests. It belongs to the phone and outlives its tabs. A killed tab's open transactions are undone as a browser undoes them; a
// power cut also undoes what was written without asking for the disk (durability other than strict).
import FDBFactory from "fake-indexeddb/lib/FDBFactory";
import FDBTransaction from "fake-indexeddb/lib/FDBTransaction";
import { cloneRecord } from "./clone-record.ts";

// Every record read or written is cloned by the global of this name.
globalThis.structuredClone = cloneRecord;

/** What of the implementation's own objects is reached into. */
interface RawDatabase {
  transactions: RawTransaction[];
  connections: object[];
  processTransactions(): void;
}
interface Connection {
  readonly _rawDatabase: RawDatabase;
  _closePending: boolean;
  _closed: boolean;
}
interface RawTransaction {
  readonly db: Connection;
  readonly mode: string;
  readonly durability: string;
  readonly error: unknown;
  _state: string;
  _requests: { readonly request: { readonly readyState: string } }[];
  _rollbackLog: (() => void)[];
  _prioritizedListeners: Map<string, () => void>;
}
interface Request {
  readonly operation: () => unknown;
}

/** Who opened a connection: told of every step, and asked whether a write has room. */
export interface StorageUser {
  readonly alive: boolean;
  step(): void;
  hasRoom(): boolean;
}

const userOf = new WeakMap<object, StorageUser>();
const storageOf = new WeakMap<object, PhoneStorage>();

export class PhoneStorage {
  readonly factory = new FDBFactory();
  readonly local = new Map<string, string>();
  #opening = 0;
  /** Committed, but not on the disk yet. */
  #unflushed: (() => void)[][] = [];

  get busy(): boolean {
    if (this.#opening > 0) return true;
    return [...this.#databases()].some((one) => one.transactions.some((tx) => tx._state !== "finished"));
  }

  open(user: StorageUser, name: string, version: number | undefined): unknown {
    const request = this.factory.open(name, version);
    this.#opening += 1;
    const done = () => {
      this.#opening -= 1;
    };
    request.addEventListener("upgradeneeded", () => this.#own(request.result, user));
    request.addEventListener("success", () => {
      done();
      this.#own(request.result, user);
      if (!user.alive) this.forget(user);
    });
    request.addEventListener("error", done);
    return request;
  }

  #own(connection: object, user: StorageUser): void {
    userOf.set(connection, user);
    storageOf.set(connection, this);
  }

  /** The tab is gone: its transactions are undone, its connections closed, those that waited for them go on. */
  forget(user: StorageUser): void {
    for (const database of this.#databases()) {
      const mine = database.transactions.filter((tx) => userOf.get(tx.db) === user && tx._state !== "finished");
      for (const tx of mine) discard(tx);
      for (const connection of database.connections.filter((one) => userOf.get(one) === user)) {
        Object.assign(connection, { _closePending: true, _closed: true });
        database.connections = database.connections.filter((one) => one !== connection);
      }
      database.processTransactions();
    }
  }

  /** What was not on the disk is gone. */
  cutPower(): void {
    for (const log of this.#unflushed.reverse()) for (const undo of log.reverse()) undo();
    this.#unflushed = [];
  }

  committed(tx: RawTransaction): void {
    if (tx.durability === "strict") this.#unflushed = [];
    else this.#unflushed.push([...tx._rollbackLog]);
  }

  *#databases(): Iterable<RawDatabase> {
    // The factory's own map, by the database's name.
    const databases: unknown = Reflect.get(this.factory, "_databases");
    if (databases instanceof Map) yield* databases.values();
  }
}

function discard(tx: RawTransaction): void {
  for (const undo of tx._rollbackLog.reverse()) undo();
  tx._requests = [];
  tx._state = "finished";
  const { _rawDatabase } = tx.db;
  _rawDatabase.transactions = _rawDatabase.transactions.filter((one) => one !== tx);
  // An upgrade that was cut off must let the next one in.
  if (tx.mode === "versionchange") tx._prioritizedListeners.get("abort")?.();
}

const prototype = FDBTransaction.prototype as unknown as {
  _start(this: RawTransaction): void;
  _execRequestAsync(this: RawTransaction, request: Request): unknown;
};
const { _start: start, _execRequestAsync: execute } = prototype;

prototype._start = function startWatched() {
  const user = userOf.get(this.db);
  if (user?.alive && this._requests.some((one) => one.request.readyState !== "done")) user.step();
  if (user && !user.alive) {
    if (this._state !== "finished") discard(this);
    return;
  }
  const wasOpen = this._state !== "finished";
  start.call(this);
  if (wasOpen && this._state === "finished" && !this.error && this.mode === "readwrite")
    storageOf.get(this.db)?.committed(this);
};

prototype._execRequestAsync = function executeWatched(request) {
  const user = userOf.get(this.db);
  // Both add and put come down to this one.
  const writes = request.operation.name === "bound storeRecord" || request.operation.name === "storeRecord";
  if (!user || !writes || user.hasRoom()) return execute.call(this, request);
  const full = () => {
    throw new DOMException("the phone's storage is full", "QuotaExceededError");
  };
  return execute.call(this, { ...request, operation: full });
};

/** The records of a store as they lie there, without the script of any tab: for the run's own counting. */
export function recordsIn(storage: PhoneStorage, database: string, store: string): readonly Record<string, unknown>[] {
  const databases: unknown = Reflect.get(storage.factory, "_databases");
  const raw: unknown = databases instanceof Map ? databases.get(database) : undefined;
  const stores: unknown = Reflect.get(Object(raw), "rawObjectStores");
  const found: unknown = stores instanceof Map ? stores.get(store) : undefined;
  const records: unknown = Reflect.get(Object(found), "records");
  const values: unknown = records && Reflect.get(Object(records), "values");
  if (typeof values !== "function") return [];
  return Array.from(
    values.call(records) as Iterable<{ readonly value: Record<string, unknown> }>,
    ({ value }) => value,
  );
}
