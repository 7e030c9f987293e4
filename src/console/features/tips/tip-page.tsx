// One tip: what was reported with its photos, whom to ask, what this person may do, and what happened.
import { Link, useParams } from "react-router";
import type { z } from "zod";
import { getTip, getTipPhoto } from "#api/tips.ts";
import { isComplaint, tipAboutLabels, tipActLabels, tipOutcomeLabels, tipStateLabels } from "#domain/tip/labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { EventList } from "#ui/event-list.tsx";
import { Icon } from "#ui/icon.tsx";
import { Photo } from "#ui/photo-pair.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { addressOf } from "../../request/api-client.ts";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { shortDay, shortInstant } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";
import { TipActs } from "./tip-acts.tsx";
import { tipDue } from "./tip-text.ts";
import "./tips.css";

type Page = z.output<typeof getTip.response>;

export function TipPage() {
  const say = useSay();
  const { id = "" } = useParams();
  return (
    <Loaded query={useRoute(getTip, { params: { id } })} failed={say("没能打开这一件", "It could not be opened")}>
      {(tip) => (
        <div className="page">
          <TipHead tip={tip} />
          <div className="cols cols--detail below">
            <div>
              <TipText tip={tip} />
            </div>
            <div>
              <TipActs tip={tip} />
              <Reporter tip={tip} />
              <TipEvents tip={tip} />
            </div>
          </div>
        </div>
      )}
    </Loaded>
  );
}

function TipHead({ tip }: { readonly tip: Page }) {
  const say = useSay();
  const word = useWord();
  const { day } = tip;
  return (
    <header>
      <nav className="crumbs" aria-label={say("位置", "Where")}>
        <Link to="/tips">{say("线索投诉", "Tips and complaints")}</Link>
        <Icon name="right" />
        <span className="mono">{tip.number}</span>
      </nav>
      <div className="page__head">
        <div>
          <h1>{word(tipAboutLabels[tip.about])}</h1>
          <div className="row row--wrap tips__tags">
            <span className="tag">{word(tipStateLabels[tip.state])}</span>
            {tip.state === "closed" ? (
              <span className="soft">{tip.outcome ? word(tipOutcomeLabels[tip.outcome]) : null}</span>
            ) : (
              <>
                <DueChip {...dueWords(tipDue(tip), day, say)} spokenBefore={say("期限：", "Due: ")} />
                <span className="soft">
                  {say(
                    `${shortDay(tip.triageDue, day)}前分办，${shortDay(tip.answerDue, day)}前答复`,
                    `answer by ${tip.answerDue}`,
                  )}
                </span>
              </>
            )}
            {isComplaint(tip.about) ? (
              <span className="tag tag--line">{say("只有您看得到", "Only you see it")}</span>
            ) : null}
          </div>
        </div>
      </div>
    </header>
  );
}

function TipText({ tip }: { readonly tip: Page }) {
  const say = useSay();
  const src = (photoId: string) => addressOf(getTipPhoto, { params: { id: tip.id, photoId } });
  return (
    <section className="card" aria-labelledby="reported">
      <div className="card__head">
        <h2 id="reported">{say("反映的情况", "What was reported")}</h2>
        <span className="muted">{shortInstant(tip.reportedAt, tip.day)}</span>
      </div>
      <div className="card__body">
        <p className="tips__text">{tip.text}</p>
        <dl className="dl">
          <dt>{say("在哪里", "Where")}</dt>
          <dd>{tip.place ?? <span className="muted">{say("没写", "Not said")}</span>}</dd>
          <dt>{say("写的企业", "As named")}</dt>
          <dd>{tip.enterpriseWords ?? <span className="muted">{say("没写", "Not said")}</span>}</dd>
          {tip.enterpriseId ? (
            <>
              <dt>{say("分到", "Assigned to")}</dt>
              <dd>
                <Link to={`/enterprises/${tip.enterpriseId}`}>{tip.enterpriseName}</Link>
                <span className="table__sub">
                  <Dotted parts={[tip.siteAddress, tip.communityName]} />
                </span>
              </dd>
            </>
          ) : null}
        </dl>
        {tip.photos.length > 0 ? (
          <div className="tips__photos">
            {tip.photos.map(({ id }, index) => (
              <a key={id} href={src(id)} target="_blank" rel="noreferrer">
                <Photo
                  view={{
                    src: src(id),
                    alt: say(`反映人拍的第${index + 1}张`, `Photo ${index + 1}`),
                    tag: `${index + 1}`,
                  }}
                />
              </a>
            ))}
          </div>
        ) : (
          <p className="muted">{say("没有照片", "No photo")}</p>
        )}
      </div>
    </section>
  );
}

function Reporter({ tip: { reporter, mayKnowReporter, state } }: { readonly tip: Page }) {
  const say = useSay();
  const unknown = mayKnowReporter
    ? say("没有留姓名和电话。答复会在反映人的查询页上。", "They left nothing; they read the answer by their receipt.")
    : say("接手的人和安监办负责人才看得到。", "Seen by whoever handles it, and the office lead.");
  if (!mayKnowReporter && state === "closed") return null;
  return (
    <section className="card" aria-labelledby="reporter">
      <div className="card__head">
        <h2 id="reporter">{say("反映人", "Reporter")}</h2>
      </div>
      <div className="card__body">
        {reporter ? (
          <>
            <p>{reporter.name ?? say("没留姓名", "No name")}</p>
            {reporter.contact ? (
              <p>
                <a href={`tel:${reporter.contact.replaceAll(/[^\d+]/g, "")}`}>
                  <Icon name="tel" /> {reporter.contact}
                </a>
              </p>
            ) : null}
            <p className="table__sub">
              {say("不要给企业；谁看过都有记录。", "Not for the enterprise; each reading is logged.")}
            </p>
          </>
        ) : (
          <p className="soft">{unknown}</p>
        )}
      </div>
    </section>
  );
}

const icons = { taken: "user", triaged: "factory", answered: "text", closed: "done" } as const;

function TipEvents({ tip }: { readonly tip: Page }) {
  const say = useSay();
  const word = useWord();
  const reported = {
    ...{ id: tip.id, icon: "bell" as const, what: say("有人反映", "Reported") },
    meta: shortInstant(tip.reportedAt, tip.day),
  };
  const acts = tip.acts.map((act) => ({
    ...{ id: act.id, icon: icons[act.kind], what: word(tipActLabels[act.kind]) },
    meta: <Dotted parts={[shortInstant(act.at, tip.day), act.byName]} />,
    note: act.text ? `“${act.text}”` : undefined,
  }));
  return (
    <section className="card" aria-labelledby="events">
      <div className="card__head">
        <h2 id="events">{say("经过", "What happened")}</h2>
      </div>
      <div className="card__body">
        <EventList events={[...acts, reported]} />
      </div>
    </section>
  );
}
