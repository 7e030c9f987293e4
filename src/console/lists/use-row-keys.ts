// Going through a list by keyboard with a drawer open: J next, K previous, Esc closes and focus goes back to the row.
import { useEffect, useRef } from "react";

export interface RowKeys {
  readonly rowRef: (key: string) => (element: HTMLElement | null) => void;
  readonly close: () => void;
  /** On to the row after the open one, or shut after the last. */
  readonly next: () => void;
}

export function useRowKeys(
  keys: readonly string[],
  open: string | undefined,
  onOpen: (key: string | undefined) => void,
): RowKeys {
  const rows = useRef(new Map<string, HTMLElement>());
  const at = open === undefined ? -1 : keys.indexOf(open);
  const close = () => {
    const row = open === undefined ? undefined : rows.current.get(open);
    onOpen(undefined);
    row?.focus();
  };
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        if (event.key === "Escape" && event.target instanceof HTMLElement && at >= 0) event.target.blur();
        return;
      }
      if (event.key === "Escape" && at >= 0) close();
      if (event.key === "j" || event.key === "J") move(at + 1);
      if (event.key === "k" || event.key === "K") move(at - 1);
    }
    function move(to: number) {
      const key = keys[to];
      if (key === undefined) return;
      onOpen(key);
      rows.current.get(key)?.scrollIntoView({ block: "nearest" });
    }
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  });
  return {
    rowRef: (key) => (element) => {
      if (element) rows.current.set(key, element);
      else rows.current.delete(key);
    },
    close,
    next: () => onOpen(keys[at + 1]),
  };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=combobox]") !== null
  );
}
