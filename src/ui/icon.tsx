import type { IconName } from "./icon-names.ts";

interface IconProps {
  readonly name: IconName;
  /** Read aloud only where the drawing says what no word beside it says. */
  readonly label?: string;
}

/** A drawing from the sprite, in the colour and size of the text around it. */
export function Icon({ name, label }: IconProps) {
  const use = <use href={`#i-${name}`} />;
  if (label === undefined) {
    return (
      <svg className="icon" aria-hidden="true">
        {use}
      </svg>
    );
  }
  return (
    <svg className="icon" role="img" aria-label={label}>
      {use}
    </svg>
  );
}
