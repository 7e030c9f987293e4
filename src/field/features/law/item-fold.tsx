import { dayOf } from "#domain/calendar/local-date.ts";
import { printedArticle } from "#domain/documents/citation.ts";
import { citationsFor } from "#domain/law/citations.ts";
import { CITATION_ROLE_LABELS, CLAUSE_STATE_LABELS } from "#domain/law/labels.ts";
import type { CatalogueItem, Library } from "#domain/law/library.ts";
import { Fold } from "#ui/fold.tsx";
import { goTo } from "../../app/route.ts";
import { correctedNow } from "../../store/device.ts";

interface ItemProps {
  readonly item: CatalogueItem;
  readonly library: Library;
}

/** A catalogue item; opened, what is typical, what to do, and its clauses of today. */
export function ItemFold({ item, library }: ItemProps) {
  return (
    <Fold title={item.item}>
      <ItemWords item={item} library={library} />
    </Fold>
  );
}

function ItemWords({ item, library }: ItemProps) {
  const clauses = citationsFor(library, item.code, dayOf(correctedNow()));
  return (
    <>
      <p className="line__s">{item.typicalHazard}</p>
      <p>改：{item.advice}</p>
      <p>达到：{item.standard}</p>
      {clauses.map(({ instrumentId, article, role, state, title, summary }) => (
        <button
          key={`${instrumentId}#${article}`}
          type="button"
          className="law law--open"
          onClick={() => goTo({ page: "article", instrumentId, article })}
        >
          <span className="law__head">
            <span className="tag tag--brand">{CITATION_ROLE_LABELS[role].zh}</span>《{title}》{printedArticle(article)}
            {state === "inForce" ? null : <span className="tag">{CLAUSE_STATE_LABELS[state].zh}</span>}
          </span>
          <span className="law__words">{summary}</span>
        </button>
      ))}
    </>
  );
}
