import { Note } from "#ui/note.tsx";

/** A refusal in the server's own words, read aloud as it appears. */
export function ProblemNote({ text }: { readonly text: string | undefined }) {
  return text ? <Note tone="late" icon="alert" title={text} /> : null;
}
