// Where a figure's rows are listed in this app.
import type { RowsLink } from "#api/rows-link.ts";

const paths: Readonly<Record<RowsLink["list"], string>> = {
  enterprises: "/enterprises",
  hazards: "/hazards",
  workItems: "/work-items",
};

export function rowsAddress({ list, filter }: RowsLink): string {
  const query = new URLSearchParams(filter);
  return query.size > 0 ? `${paths[list]}?${query}` : paths[list];
}
