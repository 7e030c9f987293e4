// Prepare for today, 出发前准备: every part with its count, what is missing, how old it is, how much room it takes.
import { dayOf, spokenDay } from "#domain/calendar/local-date.ts";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useField } from "../../app/field-context.ts";
import { goTo } from "../../app/route.ts";
import { useOnline } from "../../app/use-online.ts";
import { useReadiness } from "../../app/use-readiness.ts";
import { Page } from "../../components/page.tsx";
import { correctedNow } from "../../store/device.ts";
import { isOld, lacks, type Readiness } from "../../store/readiness.ts";
import { InstallNote } from "./install-note.tsx";
import { preparedAt } from "./ready-note.tsx";
import { Room } from "./room.tsx";

export function ReadyPage() {
  const { loop, status } = useField();
  const isOnline = useOnline();
  const ready = useReadiness();
  const words = status.busy ? "正在备" : isOnline ? "现在备一遍" : "没信号，连上网再备";
  return (
    <Page
      title="出发前准备"
      onBack={() => goTo({ page: "today" })}
      actions={
        <button
          type="button"
          className="btn btn--primary btn--main"
          disabled={status.busy || !isOnline}
          onClick={() => loop.resume()}
        >
          <Icon name="download" />
          {words}
        </button>
      }
    >
      {ready ? <Parts ready={ready} /> : <Skeleton label="正在清点" lines={5} />}
      <Room arrived={ready} />
      <InstallNote />
    </Page>
  );
}

function Parts({ ready }: { readonly ready: Readiness }) {
  const missing = lacks(ready);
  const old = isOld(ready, dayOf(correctedNow()));
  const { pictures, directory } = ready;
  return (
    <>
      <Note
        tone={missing.length > 0 || old ? "soon" : "ok"}
        icon={missing.length > 0 ? "download" : old ? "clock" : "done"}
        title={missing.length > 0 ? `还差${missing.join("、")}` : old ? "备齐过，但资料是旧的" : "都备齐了"}
      >
        {preparedAt(ready)}。
      </Note>
      <section className="panel" aria-label="备了什么">
        <Part
          has={ready.takenAt !== undefined}
          title="任务与企业档案"
          under={`待办${ready.tasks}项，企业${ready.enterprises}家`}
        />
        <Part
          has={pictures.here >= pictures.wanted}
          title="旧隐患和照片"
          under={`没销号${ready.openHazards}条，照片${pictures.here} / ${pictures.wanted}张`}
        />
        <Part
          has={ready.items > 0}
          title="检查清单与法条，可检索"
          under={`检查项${ready.items}个，法条${ready.articles}条`}
        />
        <Part
          has={directory.day !== undefined}
          title="企业名录，可检索"
          under={
            directory.day ? `${directory.count}家，${spokenDay(directory.day)}的` : `已下载${directory.count}家，没下完`
          }
        />
        <Part has={ready.app} title="程序、检查记录格式" under={ready.app ? "已装在本机" : "正在存进本机"} />
      </section>
    </>
  );
}

interface PartProps {
  readonly has: boolean;
  readonly title: string;
  readonly under: string;
}

function Part({ has, title, under }: PartProps) {
  return (
    <div className="line">
      <span className={has ? "dot dot--step-1" : "dot dot--step-2"}>
        <Icon name={has ? "check" : "download"} label={has ? "有了" : "还差"} />
      </span>
      <span className="grow">
        <span className="line__t">{title}</span>
        <br />
        <span className="line__s">{under}</span>
      </span>
    </div>
  );
}
