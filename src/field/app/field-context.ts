// What every screen is handed: the account's database, who holds the phone, and the loop that sends.
import { createContext, useContext } from "react";
import type { LoopStatus, OutboxLoop } from "../outbox/loop.ts";
import type { Holder } from "../store/device.ts";
import type { FieldDatabase } from "../store/field-database.ts";

export interface FieldAppState {
  readonly db: FieldDatabase;
  readonly holder: Holder;
  readonly loop: OutboxLoop;
  readonly status: LoopStatus;
  readonly signOut: () => void;
  /** A person has to sign in again; what is unsent waits. */
  readonly askToSignIn: () => void;
}

export const FieldContext = createContext<FieldAppState | undefined>(undefined);

export function useField(): FieldAppState {
  const state = useContext(FieldContext);
  if (!state) throw new Error("a screen stands outside the app");
  return state;
}
