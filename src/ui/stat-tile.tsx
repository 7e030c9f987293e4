// A figure with its denominator, a bar, and one line that says what is missing. The whole tile opens its rows.
import type { ReactNode } from "react";
import { Bar } from "./bar.tsx";
import { Icon } from "./icon.tsx";

interface StatTileProps {
  readonly label: ReactNode;
  /** Already written out; "—" where there is nothing to divide by. */
  readonly figure: string;
  readonly aside?: ReactNode;
  readonly share?: number | null;
  readonly foot?: ReactNode;
  /** Wraps the tile into the link of whoever uses it. */
  readonly link?: (className: string, content: ReactNode) => ReactNode;
}

export function StatTile({ label, figure, aside, share, foot, link }: StatTileProps) {
  const content = (
    <>
      <span className="tile__label">{label}</span>
      {link ? (
        <span className="tile__open">
          <Icon name="open" />
        </span>
      ) : null}
      <span className="tile__fig">
        {figure}
        {aside ? <small>{aside}</small> : null}
      </span>
      {share === undefined || share === null ? null : <Bar share={share} target />}
      {foot ? <span className="tile__foot">{foot}</span> : null}
    </>
  );
  return link ? link("tile", content) : <div className="tile">{content}</div>;
}
