// One article as of today: what it says, which version stands, whether it is in force, and what rests on it.
import { dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { printedArticle } from "#domain/documents/citation.ts";
import { type ClauseState, clauseStateOn } from "#domain/law/clause-state.ts";
import {
  CERTAINTY_LABELS,
  CLAUSE_STATE_LABELS,
  INSTRUMENT_KIND_LABELS,
  NATURE_LABELS,
  UNVERIFIED_LABEL,
} from "#domain/law/labels.ts";
import type { InstrumentEntry, Library } from "#domain/law/library.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Note } from "#ui/note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { goTo } from "../../app/route.ts";
import { useLibrary } from "../../app/use-library.ts";
import { Page } from "../../components/page.tsx";
import { correctedNow } from "../../store/device.ts";
import { ItemFold } from "./item-fold.tsx";

interface ArticlePageProps {
  readonly instrumentId: string;
  readonly article: string;
}

export function ArticlePage(props: ArticlePageProps) {
  const library = useLibrary();
  const instrument = library?.instruments.get(props.instrumentId);
  return (
    <Page title={instrument?.title ?? "法条"} onBack={() => goTo({ page: "law" })}>
      {library ? <Article {...props} library={library} instrument={instrument} /> : <Skeleton label="正在读法条" />}
    </Page>
  );
}

interface ArticleProps extends ArticlePageProps {
  readonly library: Library;
  readonly instrument: InstrumentEntry | undefined;
}

function Article({ instrumentId, article, library, instrument }: ArticleProps) {
  const today = dayOf(correctedNow());
  const clause = clauseStateOn(library, { instrumentId, article }, today);
  if (!instrument || !clause.row || !clause.version) {
    return (
      <EmptyState icon="book" title="本机没有这一条">
        法条库更新后再查；有信号会自动更新。
      </EmptyState>
    );
  }
  const items = [...library.items.values()].filter((item) =>
    item.citations.some((one) => one.instrumentId === instrumentId && one.article === article),
  );
  return (
    <>
      <StateNote clause={clause} today={today} />
      <p className="lead">
        《{instrument.title}》{printedArticle(clause.article)}
      </p>
      <p className="law__reading">{clause.row.summary}</p>
      <p className="line__s">
        以上是要点{clause.row.verified ? "，已和原文核对" : `（${UNVERIFIED_LABEL.zh}）`}，引用以原文为准。
      </p>
      <Facts instrument={instrument} clause={clause} today={today} />
      {items.length > 0 ? (
        <section aria-label="用到它的检查项">
          <h2 className="h-sec">
            用到它的检查项<small>{items.length}个</small>
          </h2>
          {items.map((item) => (
            <ItemFold key={item.code} item={item} library={library} />
          ))}
        </section>
      ) : null}
    </>
  );
}

function StateNote({ clause, today }: { readonly clause: ClauseState; readonly today: string }) {
  const isGood = clause.state === "inForce";
  return (
    <Note
      tone={isGood ? "ok" : "soon"}
      icon={isGood ? "done" : "alert"}
      title={isGood ? `${spokenDay(today)}有效` : CLAUSE_STATE_LABELS[clause.state].zh}
    >
      {clause.replacedBy ? `已由${clause.replacedBy}替代。` : null}
      {clause.instead ? `现在看${printedArticle(clause.instead)}。` : null}
      {isGood || clause.replacedBy ? null : "今天不能单独作为依据。"}
    </Note>
  );
}

interface FactsProps {
  readonly instrument: InstrumentEntry;
  readonly clause: ClauseState;
  readonly today: string;
}

function Facts({ instrument, clause, today }: FactsProps) {
  const { version, row } = clause;
  if (!version || !row) return null;
  const facts: readonly (readonly [string, string])[] = [
    ["文号", version.docNumber],
    ["类别", `${INSTRUMENT_KIND_LABELS[instrument.kind].zh}，${NATURE_LABELS[row.nature].zh}`],
    ["施行", version.effectiveFrom ? spokenDay(version.effectiveFrom, today) : "日期待补"],
    ["失效", version.effectiveTo ? spokenDay(version.effectiveTo, today) : "没有"],
    ["说的是", row.topic],
    ["来源", CERTAINTY_LABELS[version.certainty].zh],
  ];
  return (
    <dl className="panel facts">
      {facts.map(([key, value]) => (
        <div key={key} className="line">
          <dt className="muted">{key}</dt>
          <dd className="grow">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
