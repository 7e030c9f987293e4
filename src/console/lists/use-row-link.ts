import type { MouseEvent } from "react";
import { useNavigate } from "react-router";

/** A click anywhere in a row opens what its link opens; links, buttons and selected text in it keep their own meaning. */
export function useRowLink(to: string): (event: MouseEvent<HTMLElement>) => void {
  const navigate = useNavigate();
  return (event) => {
    const own = event.target instanceof HTMLElement && event.target.closest("a, button, input, select, label");
    if (own || event.defaultPrevented || getSelection()?.toString()) return;
    void navigate(to);
  };
}
