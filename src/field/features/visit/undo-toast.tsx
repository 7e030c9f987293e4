import { Icon } from "#ui/icon.tsx";
import type { Held } from "./use-findings.ts";

interface UndoToastProps {
  readonly held: Held | undefined;
  readonly onUndo: () => void;
}

export function UndoToast({ held, onUndo }: UndoToastProps) {
  if (!held) return null;
  return (
    <div className="toast" role="status">
      <span>{held.count}项记为符合</span>
      <button type="button" className="btn" onClick={onUndo}>
        <Icon name="undo" />
        撤销
      </button>
    </div>
  );
}
