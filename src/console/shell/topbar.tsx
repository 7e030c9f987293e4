// Search on the left, the person on the right.
import { type FormEvent, useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { listEnterprises } from "#api/enterprises.ts";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../appearance/language.ts";
import { useSession } from "../session/session-context.ts";
import { PersonMenu } from "./person-menu.tsx";

export function Topbar() {
  const role = useSession().current?.role;
  const searches = role !== undefined && typeof listEnterprises.by !== "string" && listEnterprises.by.includes(role);
  return (
    <header className="topbar">
      {searches ? <Search /> : null}
      <PersonMenu />
    </header>
  );
}

function Search() {
  const say = useSay();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    function focusOnSlash(event: KeyboardEvent) {
      const typing =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || typing) return;
      event.preventDefault();
      input.current?.focus();
    }
    addEventListener("keydown", focusOnSlash);
    return () => removeEventListener("keydown", focusOnSlash);
  }, []);
  function find(event: FormEvent) {
    event.preventDefault();
    const text = input.current?.value.trim();
    if (text) void navigate(`/enterprises?${new URLSearchParams({ text })}`);
  }
  return (
    <search>
      <form className="search" onSubmit={find}>
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          aria-label={say("找企业", "Find an enterprise")}
          placeholder={say("找企业、信用代码", "Enterprise or credit code")}
          maxLength={60}
        />
        <span className="kbd" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  );
}
