import { Bar } from "#ui/bar.tsx";
import { useSay } from "../appearance/language.ts";
import type { Progress } from "../request/use-portions.ts";
import { count } from "../words/number-words.ts";

/** 已办89家，共143家, with a way to stop after the portion that runs. */
export function PortionProgress({ progress, onStop }: { readonly progress: Progress; readonly onStop: () => void }) {
  const say = useSay();
  const { done, total } = progress;
  return (
    <div className="stack">
      <Bar share={total === 0 ? 0 : done / total} />
      <p role="status">
        {say(`已办${count(done)}家，共${count(total)}家。`, `${count(done)} of ${count(total)} done.`)}
      </p>
      <button type="button" className="btn btn--sm" onClick={onStop}>
        {say("办完这一批就停", "Stop after this portion")}
      </button>
    </div>
  );
}
