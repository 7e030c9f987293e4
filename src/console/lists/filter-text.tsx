import { type FormEvent, useRef } from "react";
import { Icon } from "#ui/icon.tsx";

interface FilterTextProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onFind: (value: string | undefined) => void;
}

/** Part of a name or number; sent by Enter or on leaving. */
export function FilterText({ label, value, onFind }: FilterTextProps) {
  const input = useRef<HTMLInputElement>(null);
  function find(event?: FormEvent) {
    event?.preventDefault();
    const typed = input.current?.value.trim() ?? "";
    if (typed !== (value ?? "")) onFind(typed || undefined);
  }
  return (
    <form className="search filter-text" onSubmit={find}>
      <Icon name="search" />
      <input
        key={value ?? ""}
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        defaultValue={value ?? ""}
        maxLength={60}
        onBlur={() => find()}
      />
    </form>
  );
}
