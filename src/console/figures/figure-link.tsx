import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Figure } from "#api/rows-link.ts";
import { count } from "../words/number-words.ts";
import { rowsAddress } from "./rows-address.ts";

interface FigureLinkProps {
  readonly figure: Figure;
  /** What is counted, for reading aloud: 消防安全，176条. */
  readonly label: string;
  readonly children?: ReactNode;
}

/** A count that opens its rows. Nothing to open is said without a link. */
export function FigureLink({ figure, label, children }: FigureLinkProps) {
  const shown = children ?? count(figure.count);
  if (figure.count === 0) return <span className="muted">{shown}</span>;
  return (
    <Link to={rowsAddress(figure.rows)} aria-label={`${label}，${count(figure.count)}`}>
      {shown}
    </Link>
  );
}
