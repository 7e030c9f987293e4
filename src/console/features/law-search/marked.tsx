interface MarkedProps {
  readonly text: string;
  readonly words: readonly string[];
}

/** A text with the words that were looked for marked; letters are compared as the search compares them. */
export function Marked({ text, words }: MarkedProps) {
  if (words.length === 0) return text;
  const pattern = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\-]/g, "\\$&")).join("|");
  const parts = text.split(new RegExp(`(${pattern})`, "gi"));
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text have no other identity
    index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
  );
}
