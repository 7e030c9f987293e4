// The parts of the storage that the run reaches into come without types of their own; the package types them as the standard's.
declare module "fake-indexeddb/lib/FDBFactory" {
  interface OpenRequest {
    readonly result: object;
    addEventListener(event: string, listener: () => void): void;
  }
  export default class FDBFactory {
    open(name: string, version?: number): OpenRequest;
    cmp(one: unknown, other: unknown): number;
  }
}
declare module "fake-indexeddb/lib/FDBTransaction" {
  export default class FDBTransaction {
    readonly mode: string;
  }
}
declare module "fake-indexeddb/lib/FDBKeyRange" {
  const range: object;
  export default range;
}
