import { Icon } from "#ui/icon.tsx";

interface SortHeadProps {
  readonly text: string;
  /** True while the list is ordered by this column. */
  readonly on: boolean;
  readonly onSort: () => void;
  /** The column orders from the largest down. */
  readonly downwards?: boolean;
  readonly numeric?: boolean;
}

/** A column's head that orders the list. Each column has one order, the useful one. */
export function SortHead({ text, on, onSort, downwards = false, numeric = false }: SortHeadProps) {
  const direction = downwards ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={on ? direction : "none"} className={numeric ? "num" : undefined}>
      <button type="button" onClick={onSort}>
        {text}
        <span className={["sort", downwards ? "" : "sort--up", on ? "" : "sort--off"].join(" ").trim()}>
          <Icon name="down" />
        </span>
      </button>
    </th>
  );
}
