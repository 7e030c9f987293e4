// The small grid: three rows of acts by the periods of a year, as dots. It always has a text form.
export type DotState = "done" | "todo" | "late" | "none";

const dotClass: Readonly<Record<DotState, string | undefined>> = {
  done: undefined,
  todo: "is-todo",
  late: "is-late",
  none: "is-none",
};

interface QuarterGridProps {
  /** Row by row, each of `columns` dots. */
  readonly dots: readonly DotState[];
  readonly columns?: number;
  /** The whole grid in words. */
  readonly label: string;
}

export function QuarterGrid({ dots, columns = 4, label }: QuarterGridProps) {
  return (
    <span
      className="q-dots"
      role="img"
      aria-label={label}
      title={label}
      style={columns === 4 ? undefined : { gridTemplateColumns: `repeat(${columns}, 9px)` }}
    >
      {dots.map((dot, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place in the grid
        <i key={index} className={dotClass[dot]} />
      ))}
    </span>
  );
}
