import type { ComparedPair } from "#api/law-library.ts";
import { articleLabel } from "#domain/law/statute/statute.ts";
import { Icon } from "#ui/icon.tsx";
import { useSay } from "../../appearance/language.ts";
import { Mark } from "./mark.tsx";

type Row = ComparedPair["rows"][number];

interface CompareRowProps {
  readonly row: Row;
  readonly to: string | null;
  readonly words: ReadonlyMap<string, string>;
  readonly onTo: ((to: string | null) => void) | undefined;
}

/** One article: as it was, where it went, as it is. */
export function CompareRow({ row, to, words, onTo }: CompareRowProps) {
  const say = useSay();
  const after = to === null ? undefined : words.get(to);
  return (
    <div className="law-compare__row">
      <div>
        <b>{articleLabel(row.from)}</b> {row.cited ? <span className="tag">{say("被引用", "cited")}</span> : null}
        <p className="law-words">{row.before}</p>
      </div>
      <div className="law-compare__to">
        <RowMark row={row} to={to} after={after} />
        {onTo ? (
          <select
            className="input"
            aria-label={say(`${articleLabel(row.from)}去了哪里`, `Where ${row.from} went`)}
            value={to ?? ""}
            onChange={(event) => onTo(event.target.value || null)}
          >
            <option value="">{say("已删去", "Dropped")}</option>
            {[...words.keys()].map((article) => (
              <option key={article} value={article}>
                {articleLabel(article)}
              </option>
            ))}
          </select>
        ) : (
          <Icon name="right" />
        )}
      </div>
      <div>
        {to === null ? (
          <p className="soft">{say("没有接替的条文", "Nothing in its place")}</p>
        ) : (
          <b>{articleLabel(to)}</b>
        )}
        {after ? <p className="law-words">{after}</p> : null}
      </div>
    </div>
  );
}

function RowMark({
  row,
  to,
  after,
}: {
  readonly row: Row;
  readonly to: string | null;
  readonly after: string | undefined;
}) {
  const say = useSay();
  if (to === null) {
    return (
      <Mark tone="late" icon="x">
        {say("已删去", "Dropped")}
      </Mark>
    );
  }
  if (row.change === "unknown") {
    return (
      <Mark tone="soon" icon="ask">
        {say("没有旧条文，请核对", "No old text")}
      </Mark>
    );
  }
  if (after !== row.before) {
    return (
      <Mark tone="soon" icon="pen">
        {say("条文改了", "Changed")}
      </Mark>
    );
  }
  return (
    <Mark tone={to === row.from ? "ok" : "rest"} icon={to === row.from ? "check" : "route"}>
      {to === row.from ? say("没有变", "Same") : say("只换了条号", "Moved")}
    </Mark>
  );
}
