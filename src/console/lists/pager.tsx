import { useSay } from "../appearance/language.ts";
import { count } from "../words/number-words.ts";

interface PagerProps {
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly shown: number;
  readonly onPage: (page: number) => void;
}

/** 共23条，显示9条, and the way to the others. */
export function Pager({ total, page, pageSize, shown, onPage }: PagerProps) {
  const say = useSay();
  const last = Math.max(1, Math.ceil(total / pageSize));
  return (
    <div className="pager">
      <span>{say(`共${count(total)}条，显示${count(shown)}条`, `${count(total)} in all, ${count(shown)} shown`)}</span>
      {last > 1 ? (
        <nav aria-label={say("翻页", "Pages")}>
          <button type="button" className="btn btn--sm" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {say("上一页", "Previous")}
          </button>
          <span>
            {page} / {last}
          </span>
          <button type="button" className="btn btn--sm" disabled={page >= last} onClick={() => onPage(page + 1)}>
            {say("下一页", "Next")}
          </button>
        </nav>
      ) : null}
    </div>
  );
}
