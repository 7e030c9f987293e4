// The catalogue at hand without a signal: search by one's own words, open an item, read its clauses of today.
import { useEffect, useState } from "react";
import { dayOf } from "#domain/calendar/local-date.ts";
import { printedArticle } from "#domain/documents/citation.ts";
import { citationsFor } from "#domain/law/citations.ts";
import { CITATION_ROLE_LABELS, CLAUSE_STATE_LABELS } from "#domain/law/labels.ts";
import type { CatalogueItem, Library } from "#domain/law/library.ts";
import { suggestItems } from "#domain/law/suggest.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Fold } from "#ui/fold.tsx";
import { Icon } from "#ui/icon.tsx";
import { useLibrary } from "../../app/use-library.ts";
import { FieldNav } from "../../components/field-nav.tsx";
import { Page } from "../../components/page.tsx";
import { correctedNow } from "../../store/device.ts";
import { readSuggestIndex } from "../../store/library-store.ts";

const SHOWN = 20;

export function LawPage() {
  const library = useLibrary();
  const [query, setQuery] = useState("");
  const [codes, setCodes] = useState<readonly string[]>([]);
  useEffect(() => {
    void readSuggestIndex().then((index) => setCodes(suggestItems(index, query, SHOWN).map((one) => one.code)));
  }, [query]);
  const items = library
    ? (query.trim() ? codes : [...library.items.keys()].slice(0, SHOWN)).flatMap(
        (code) => library.items.get(code) ?? [],
      )
    : [];
  return (
    <Page title="检查项与法条" nav={<FieldNav here="law" />}>
      <label className="row input search">
        <Icon name="search" />
        <input
          type="search"
          aria-label="搜隐患、法条"
          placeholder="搜隐患、法条，如“漏保”"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      {library?.items.size === 0 ? (
        <EmptyState icon="book" title="还没备齐">
          连上网后会自动下载。
        </EmptyState>
      ) : null}
      {library ? items.map((item) => <Item key={item.code} item={item} library={library} />) : null}
    </Page>
  );
}

function Item({ item, library }: { readonly item: CatalogueItem; readonly library: Library }) {
  const clauses = citationsFor(library, item.code, dayOf(correctedNow()));
  return (
    <Fold title={item.item}>
      <p className="line__s">{item.typicalHazard}</p>
      <p>改：{item.advice}</p>
      <p>达到：{item.standard}</p>
      {clauses.map((clause) => (
        <div key={`${clause.instrumentId}#${clause.article}`} className="law">
          <div className="law__head">
            <span className="tag tag--brand">{CITATION_ROLE_LABELS[clause.role].zh}</span>《{clause.title}》
            {printedArticle(clause.article)}
            {clause.state === "inForce" ? null : <span className="tag">{CLAUSE_STATE_LABELS[clause.state].zh}</span>}
          </div>
          <span className="law__words">{clause.summary}</span>
        </div>
      ))}
    </Fold>
  );
}
