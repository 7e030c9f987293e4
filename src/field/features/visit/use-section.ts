import { useState } from "react";
import { keepSection, keptSection } from "../../app/resume.ts";
import type { ChecklistState } from "./checklist-state.ts";

const ITEM_KEY = "bihuan.field.item";

/** The question to come back to, once. */
export function takeItem(visitId: string): string | null {
  const code = sessionStorage.getItem(`${ITEM_KEY}.${visitId}`);
  sessionStorage.removeItem(`${ITEM_KEY}.${visitId}`);
  return code;
}

export function keepItem(visitId: string, code: string): void {
  sessionStorage.setItem(`${ITEM_KEY}.${visitId}`, code);
}

/** The section on the screen, found again; at first the first one that is not complete. */
export function useSection(visitId: string, state: ChecklistState): readonly [string, (code: string) => void] {
  const [chosen, setChosen] = useState(() => keptSection(visitId));
  const known = state.sections.find((one) => one.section.code === chosen);
  const first = state.sections.find((one) => one.left.length > 0) ?? state.sections[0];
  function choose(code: string): void {
    keepSection(visitId, code);
    setChosen(code);
  }
  return [(known ?? first)?.section.code ?? "", choose];
}
