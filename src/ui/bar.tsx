interface BarProps {
  /** 0 to 1; more is drawn as full. */
  readonly share: number;
  /** Draws the mark of the target at the right end. */
  readonly target?: boolean;
}

/** A flat bar. It says nothing that the figure beside it does not say, so it is not read aloud. */
export function Bar({ share, target = false }: BarProps) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
  return (
    <span className="bar" aria-hidden="true">
      <span className="bar__fill" style={{ width }} />
      {target ? <i className="bar__target" /> : null}
    </span>
  );
}
