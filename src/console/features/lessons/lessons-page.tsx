// 建议所学: what the accepted hazards taught the suggestions, what each changes, and setting one aside with a reason.
import { useState } from "react";
import type { z } from "zod";
import { type LessonFilter, type LessonLine, lessonFilterSchema, listSuggestionLessons } from "#api/suggestions.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay } from "../../appearance/language.ts";
import { FilterText } from "../../lists/filter-text.tsx";
import "../../lists/lists.css";
import { Pager } from "../../lists/pager.tsx";
import { type ListQuery, useListQuery } from "../../lists/use-list-query.ts";
import { ViewTabs } from "../../lists/view-tabs.tsx";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { LessonDrawer } from "./lesson-drawer.tsx";
import { LessonsTable } from "./lessons-table.tsx";

const querySchema = listSuggestionLessons.query ?? lessonFilterSchema;

export function LessonsPage() {
  const say = useSay();
  const list = useListQuery(querySchema);
  return (
    <Loaded
      query={useRoute(listSuggestionLessons, { query: list.query })}
      failed={say("没能打开建议所学", "The lessons could not be opened")}
    >
      {(answer) => <Lessons {...answer} list={list} />}
    </Loaded>
  );
}

interface LessonsProps extends z.output<typeof listSuggestionLessons.response> {
  readonly list: ListQuery<LessonFilter>;
}

function Lessons({ rows, counts, total, page, pageSize, day, list }: LessonsProps) {
  const say = useSay();
  const [weighing, setWeighing] = useState<LessonLine | null>(null);
  const { query, change } = list;
  const view = (state: LessonFilter["state"], name: string, times: number) => ({
    ...{ key: state, name, count: times, on: query.state === state },
    onOpen: () => change({ state }),
  });
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("建议所学", "What suggestions learned")}</h1>
          <p className="page__lead">
            {say(
              "专家记下隐患时选了哪一项，下次写类似的话，这一项就排得靠前。学错了可以停，停了也能再用；隐患本身不变。",
              "What experts chose moves the item up for words like theirs. A lesson may be set aside and taken up again.",
            )}
          </p>
        </div>
      </div>
      <ViewTabs
        label={say("看哪些", "Views")}
        views={[
          view("inUse", say("在采用", "In use"), counts.inUse),
          view("setAside", say("已停下", "Set aside"), counts.setAside),
        ]}
      />
      <div className="filters">
        <FilterText
          label={say("词、检查项或编号", "Words, item or code")}
          value={query.text}
          onFind={(text) => change({ text })}
        />
      </div>
      <section className="card cards" aria-label={say("所学", "Lessons")}>
        {rows.length === 0 ? (
          <NoLesson state={query.state} />
        ) : (
          <LessonsTable {...{ rows, day }} onWeigh={setWeighing} />
        )}
        <Pager {...{ total, page, pageSize, shown: rows.length }} onPage={(to) => change({ page: String(to) })} />
      </section>
      {weighing ? <LessonDrawer lesson={weighing} onClose={() => setWeighing(null)} /> : null}
    </div>
  );
}

function NoLesson({ state }: { readonly state: LessonFilter["state"] }) {
  const say = useSay();
  if (state === "setAside")
    return (
      <EmptyState icon="done" title={say("没有停下的", "None set aside")}>
        {say("在“在采用”里停下的会列到这里。", "What you set aside is listed here.")}
      </EmptyState>
    );
  return (
    <EmptyState icon="bulb" title={say("还没有学到什么", "Nothing learned")}>
      {say("专家记下隐患后，他写的话和选的项会列到这里。", "It fills as experts record hazards.")}
    </EmptyState>
  );
}
