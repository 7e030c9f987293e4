// A list's filter lives in the address: what is shown can be sent to a colleague, saved as a view, and gone back to.
import { useSearchParams } from "react-router";
import type { z } from "zod";

export interface ListQuery<T> {
  /** The address's query as the list's schema reads it; what it cannot read is left out. */
  readonly query: T;
  readonly search: URLSearchParams;
  /** Sets or, with undefined, drops values; any change of the filter goes back to the first page. */
  change(values: Readonly<Record<string, string | undefined>>): void;
  /** Another query altogether. */
  replace(query: string): void;
}

export function useListQuery<S extends z.ZodType>(schema: S): ListQuery<z.output<S>> {
  const [search, setSearch] = useSearchParams();
  return {
    query: readable(schema, Object.fromEntries(search)),
    search,
    change(values) {
      const next = new URLSearchParams(search);
      if (!("page" in values) && !("open" in values)) next.delete("page");
      for (const [name, value] of Object.entries(values)) {
        if (value === undefined || value === "") next.delete(name);
        else next.set(name, value);
      }
      setSearch(next, { replace: "open" in values });
    },
    replace: (query) => setSearch(new URLSearchParams(query)),
  };
}

function readable<S extends z.ZodType>(schema: S, values: Record<string, string>): z.output<S> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const bad = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return schema.parse(Object.fromEntries(Object.entries(values).filter(([name]) => !bad.has(name))));
}
