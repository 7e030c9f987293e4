import { useState } from "react";
import type { ComparedPair } from "#api/law-library.ts";
import { articleLabel } from "#domain/law/statute/statute.ts";
import { type Differences, type Stretch, wordDifferences } from "#domain/law/word-differences.ts";
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
  // A summary of ours is no earlier wording: only two published texts are compared word by word.
  const compared = after !== undefined && row.change !== "unknown";
  const { before, after: now } = compared ? wordDifferences(row.before, after) : plain(row.before, after ?? "");
  return (
    <div className="law-compare__row">
      <div>
        <b>{articleLabel(row.from)}</b> {row.cited ? <span className="tag">{say("被引用", "cited")}</span> : null}
        <Words stretches={before} removed />
      </div>
      <div className="law-compare__to">
        <RowMark row={row} to={to} after={after} />
        {onTo ? <WhereTo from={row.from} {...{ to, words, onTo }} /> : <Icon name="right" />}
      </div>
      <div>
        {to === null ? (
          <p className="soft">{say("没有接替的条文", "Nothing in its place")}</p>
        ) : (
          <b>{articleLabel(to)}</b>
        )}
        {after === undefined ? null : <Words stretches={now} />}
      </div>
    </div>
  );
}

interface WhereToProps {
  readonly from: string;
  readonly to: string | null;
  readonly words: ReadonlyMap<string, string>;
  readonly onTo: (to: string | null) => void;
}

/** Holds every article only while somebody is about to choose: a law of a thousand articles has as many of these rows. */
function WhereTo({ from, to, words, onTo }: WhereToProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const articles = open ? [...words.keys()] : to === null ? [] : [to];
  return (
    <select
      className="input"
      aria-label={say(`${articleLabel(from)}去了哪里`, `Where ${from} went`)}
      value={to ?? ""}
      onFocus={() => setOpen(true)}
      onPointerEnter={() => setOpen(true)}
      onChange={(event) => onTo(event.target.value || null)}
    >
      <option value="">{say("已删去", "Dropped")}</option>
      {articles.map((article) => (
        <option key={article} value={article}>
          {articleLabel(article)}
        </option>
      ))}
    </select>
  );
}

function plain(before: string, after: string): Differences {
  return { before: [{ text: before, differs: false }], after: [{ text: after, differs: false }] };
}

/** Put in and taken out are told by the element and its line, not by colour alone. */
function Words({ stretches, removed = false }: { readonly stretches: readonly Stretch[]; readonly removed?: boolean }) {
  const Changed = removed ? "del" : "ins";
  return (
    <p className="law-words">
      {stretches.map(({ text, differs }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches of a text have no other identity
        differs ? <Changed key={index}>{text}</Changed> : <span key={index}>{text}</span>,
      )}
    </p>
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
