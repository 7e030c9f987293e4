// Before a visit is finished: what its other phones still hold, as far as this one knows.
import { useEffect } from "react";
import { Note } from "#ui/note.tsx";
import { useField } from "../../app/field-context.ts";
import { useLive } from "../../app/use-live.ts";
import { useOnline } from "../../app/use-online.ts";
import { heardOthers, photosElsewhere, tellHoldings } from "../../outbox/holdings.ts";
import { othersWords } from "./others-hold.ts";

interface OthersNoteProps {
  readonly scope: string;
  readonly visitId: string;
}

export function OthersNote({ scope, visitId }: OthersNoteProps) {
  const { db, holder } = useField();
  const online = useOnline();
  // Asked anew while the page stands, so that what is shown is of now.
  useEffect(() => {
    if (online) void tellHoldings(db, holder.memberships, Date.now(), true).catch(() => undefined);
  }, [db, holder, online]);
  const known = useLive(
    async () => ({ heard: await heardOthers(db, scope), elsewhere: await photosElsewhere(db, scope, visitId) }),
    [db, scope, visitId],
  );
  if (!known) return null;
  const others = known.heard?.others.filter((one) => one.visitId === visitId) ?? [];
  const words = othersWords({ others, photosElsewhere: known.elsewhere, online });
  if (!words) return null;
  return (
    <Note tone={words.tone} icon="phone" title={words.title}>
      {words.lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Note>
  );
}
