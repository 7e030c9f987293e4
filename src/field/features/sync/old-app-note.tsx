// The server takes this app for too old: said in its words, with the one button that brings the new version.
import { useState, useSyncExternalStore } from "react";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useNewVersion } from "../../app/new-version.ts";
import { onUpdateWanted, updateWanted } from "../../outbox/update-wanted.ts";

export function OldAppNote() {
  const sentence = useSyncExternalStore(onUpdateWanted, updateWanted);
  const { waiting, letIn } = useNewVersion();
  const [isAsking, setIsAsking] = useState(false);
  if (!sentence) return null;
  async function update() {
    if (waiting) return letIn();
    setIsAsking(true);
    // Found by the worker, it waits; loading again lets in what no other page holds back.
    await navigator.serviceWorker?.getRegistration().then((known) => known?.update());
    location.reload();
  }
  return (
    <Note tone="soon" icon="refresh" title="程序该更新了">
      {sentence}
      <div className="chiprow" style={{ marginTop: 8 }}>
        <button
          type="button"
          className="pick"
          disabled={isAsking}
          onClick={() => void update().catch(() => setIsAsking(false))}
        >
          <Icon name="refresh" />
          {isAsking ? "正在更新" : "更新"}
        </button>
      </div>
    </Note>
  );
}
