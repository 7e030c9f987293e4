// What is being written in a form: values as typed, faults once asked for or left, focus on the first fault.
import { useId, useState } from "react";

export type Values<K extends string> = Readonly<Record<K, string>>;
export type Faults<K extends string> = Partial<Record<K, string>>;

export interface Draft<K extends string> {
  readonly id: string;
  readonly values: Values<K>;
  /** Only those of fields that were left or sent. */
  readonly faults: Faults<K>;
  set(name: K, value: string): void;
  leave(name: K): void;
  /** Shows every fault and moves to the first; true when there is none. */
  check(): boolean;
  reset(): void;
}

export function useDraft<K extends string>(initial: Values<K>, faultsOf: (values: Values<K>) => Faults<K>): Draft<K> {
  const id = useId();
  const [values, setValues] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [sent, setSent] = useState(false);
  const all = faultsOf(values);
  const names = Object.keys(all).filter((name): name is K => sent || left.has(name));
  const faults: Faults<K> = {};
  for (const name of names) faults[name] = all[name];
  return {
    id,
    values,
    faults,
    set: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    leave: (name) => setLeft((before) => new Set([...before, name])),
    check() {
      setSent(true);
      const [first] = Object.keys(all);
      if (first === undefined) return true;
      document.getElementById(fieldId(id, first))?.focus();
      return false;
    },
    reset() {
      setValues(initial);
      setLeft(new Set());
      setSent(false);
    },
  };
}

export function fieldId(draftId: string, name: string): string {
  return `${draftId}-${name}`;
}
