// The structured clone of what a phone keeps: as the platform's, but without its way over bytes for plain records.
// A ninth of a run went there; anything but plain data, arrays and pictures still goes to the platform.
// What was copied on its way into the storage is handed out by it as it lies there, frozen: a script that changed it would throw.

const platform = globalThis.structuredClone;
/** Copies that lie in a storage; nobody else holds them. */
const copies = new WeakSet<object>();
const frozen = new WeakSet<object>();

/** A copy as `structuredClone` makes it; a picture's bytes never change, so its copy may be itself. */
export function cloneRecord<T>(value: T, options?: Parameters<typeof structuredClone>[1]): T {
  if (options === undefined && typeof value === "object" && value !== null && copies.has(value)) return freeze(value);
  // A cycle or a shared part is the platform's affair as well.
  const copy = options === undefined ? plainCopy(value, new Set()) : UNKNOWN;
  if (copy === UNKNOWN) return platform(value, options);
  if (typeof copy === "object" && copy !== null && !(copy instanceof Blob)) copies.add(copy);
  return copy as T;
}

function freeze<T extends object>(value: T): T {
  if (frozen.has(value) || value instanceof Blob) return value;
  frozen.add(value);
  for (const part of Object.values(value)) if (typeof part === "object" && part !== null) freeze(part);
  return Object.freeze(value);
}

const UNKNOWN = Symbol("not plain");

function plainCopy(value: unknown, seen: Set<object>): unknown {
  if (typeof value === "function" || typeof value === "symbol") return UNKNOWN;
  if (typeof value !== "object" || value === null || frozen.has(value) || value instanceof Blob) return value;
  if (seen.has(value)) return UNKNOWN;
  seen.add(value);
  if (Array.isArray(value)) return arrayCopy(value, seen);
  return isPlain(value) ? objectCopy(value, seen) : UNKNOWN;
}

function arrayCopy(list: readonly unknown[], seen: Set<object>): unknown {
  const copy: unknown[] = [];
  for (const one of list) {
    const part = plainCopy(one, seen);
    if (part === UNKNOWN) return UNKNOWN;
    copy.push(part);
  }
  return copy;
}

function objectCopy(record: object, seen: Set<object>): unknown {
  const copy: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(record)) {
    const part = plainCopy(one, seen);
    if (part === UNKNOWN) return UNKNOWN;
    copy[key] = part;
  }
  return copy;
}

/** Of any realm: the prototype of a plain object has none itself. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, "hasOwnProperty"))
  );
}
