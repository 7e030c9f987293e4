// How bad: plain, suspected (dashed, with a question mark), or decided (solid).
import { Icon } from "./icon.tsx";

export type SeverityLook = "general" | "suspect" | "major";

interface SeverityProps {
  readonly look: SeverityLook;
  readonly text: string;
}

export function Severity({ look, text }: SeverityProps) {
  return (
    <span className={`sev sev--${look}`}>
      {look === "suspect" ? <Icon name="ask" /> : null}
      {look === "major" ? <Icon name="alert" /> : null}
      {text}
    </span>
  );
}
