import { Note } from "#ui/note.tsx";
import { useSay } from "../appearance/language.ts";
import { type Draft, fieldId } from "./use-draft.ts";

/** What keeps a form from being sent, on top of it, each line leading to its field. */
export function FaultList<K extends string>({ draft }: { readonly draft: Draft<K> }) {
  const say = useSay();
  const faults = Object.entries<string | undefined>(draft.faults).filter(([, text]) => text);
  if (faults.length < 2) return null;
  return (
    <Note tone="late" icon="alert" title={say(`还差${faults.length}处`, `${faults.length} things to mend`)}>
      <ul>
        {faults.map(([name, text]) => (
          <li key={name}>
            <a href={`#${fieldId(draft.id, name)}`}>{text}</a>
          </li>
        ))}
      </ul>
    </Note>
  );
}
