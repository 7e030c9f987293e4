// 依据复核: what a change of law touched; the law editor and the office settle each with a note.
import { useState } from "react";
import { type LawReview, listLawReviews } from "#api/law-reviews.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay } from "../../appearance/language.ts";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { useListQuery } from "../../lists/use-list-query.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import "./law.css";
import { NoteDrawer } from "./note-drawer.tsx";
import { ReviewsTable } from "./reviews-table.tsx";

const querySchema = listLawReviews.query;

export function ReviewsPage() {
  const say = useSay();
  if (!querySchema) throw new Error("the list of reviews has a query");
  const list = useListQuery(querySchema);
  const [settling, setSettling] = useState<LawReview | null>(null);
  const view = (state: "open" | "settled", name: string, times: number) => ({
    ...{ key: state, name, count: times, on: list.query.state === state },
    onOpen: () => list.change({ state }),
  });
  return (
    <Loaded
      query={useRoute(listLawReviews, { query: list.query })}
      failed={say("没能打开依据复核", "Could not be opened")}
    >
      {({ rows, counts, total, page, pageSize, day }) => (
        <div className="page">
          <div className="page__head">
            <div>
              <h1>{say("依据复核", "Reviews after a change of law")}</h1>
              <p className="page__lead">
                {say(
                  "法规改了，引用它的都列在这里。已出的文书不变，看的是以后怎么办。",
                  "What cites a changed law. Issued documents stay as they are.",
                )}
              </p>
            </div>
          </div>
          <ViewTabs
            label={say("看哪些", "Views")}
            views={[
              view("open", say("要办的", "Open"), counts.open),
              view("settled", say("办结的", "Settled"), counts.settled),
            ]}
          />
          <section className="card cards" aria-label={say("复核事项", "Reviews")}>
            {rows.length === 0 ? (
              <EmptyState icon="done" title={say("没有要复核的", "Nothing to review")}>
                {say(
                  "法规有新版本启用时，触及的隐患和检查项会列到这里。",
                  "What a new version touches will be listed here.",
                )}
              </EmptyState>
            ) : (
              <ReviewsTable rows={rows} day={day} onSettle={setSettling} />
            )}
            <Pager
              {...{ total, page, pageSize, shown: rows.length }}
              onPage={(to) => list.change({ page: String(to) })}
            />
          </section>
          {settling ? <SettleDrawer review={settling} rows={rows} onClose={() => setSettling(null)} /> : null}
        </div>
      )}
    </Loaded>
  );
}

interface SettleDrawerProps {
  readonly review: LawReview;
  readonly rows: readonly LawReview[];
  readonly onClose: () => void;
}

function SettleDrawer({ review, rows, onClose }: SettleDrawerProps) {
  const say = useSay();
  const alike = rows.filter(
    ({ clause, becomes, change }) => clause === review.clause && becomes === review.becomes && change === review.change,
  );
  return (
    <NoteDrawer
      what="settle"
      command="lawReview.settle"
      args={{ reviewIds: [review.id] }}
      lead={`${review.subjectName}：${review.clause}`}
      together={
        alike.length > 1
          ? {
              label: say(`引用同一条的${alike.length}件一起办结`, `Settle all ${alike.length} that cite this clause`),
              args: { reviewIds: alike.map(({ id }) => id) },
            }
          : undefined
      }
      onClose={onClose}
    />
  );
}
