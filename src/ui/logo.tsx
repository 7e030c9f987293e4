// The open ring of five strokes, the last one lighter: five steps, closed by the last.
const STROKES = [
  "M13.25 3.09A9 9 0 0 1 20.09 8.05",
  "M20.86 10.44A9 9 0 0 1 18.25 18.47",
  "M16.23 19.95A9 9 0 0 1 7.77 19.95",
  "M5.75 18.47A9 9 0 0 1 3.14 10.44",
];

interface LogoProps {
  readonly name: string;
  readonly sub?: string;
}

export function Logo({ name, sub }: LogoProps) {
  return (
    <span className="logo">
      <svg viewBox="0 0 24 24" fill="none" stroke="var(--c-brand)" strokeWidth="3.6" aria-hidden="true">
        {STROKES.map((d) => (
          <path key={d} d={d} />
        ))}
        <path d="M3.91 8.05A9 9 0 0 1 10.75 3.09" stroke="var(--c-brand-2)" />
      </svg>
      <span>
        {name}
        {sub ? <span className="logo__sub">{sub}</span> : null}
      </span>
    </span>
  );
}
