// One hazard: five steps, the photo pair, the text with its law, what this person may do, and what happened.
import { Link, useParams } from "react-router";
import { getHazard, type HazardPage as Page } from "#api/hazards.ts";
import { spokenDay } from "#domain/calendar/local-date.ts";
import { holderLabels, severityLabels, statusLabels } from "#domain/hazard/labels.ts";
import { FAMILY_LABELS } from "#domain/law/labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Severity, type SeverityLook } from "#ui/severity.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { failureText } from "../../request/failures.ts";
import { useRoute } from "../../request/use-route.ts";
import { LoadingPage } from "../../shell/loading-page.tsx";
import { CallButton } from "../../telling/call-button.tsx";
import { CopyForChat } from "../../telling/copy-for-chat.tsx";
import { shortDay, shortInstant } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";
import { HazardActs } from "./hazard-acts.tsx";
import { HazardEvents } from "./hazard-events.tsx";
import { HazardPhotos } from "./hazard-photos-card.tsx";
import { HazardSteps } from "./hazard-steps.tsx";
import { hazardsText } from "./hazard-text.ts";
import { HazardText } from "./hazard-text-card.tsx";
import { HazardUnit } from "./hazard-unit-card.tsx";
import "./hazards.css";

const looks: Readonly<Record<Page["hazard"]["severity"], SeverityLook>> = {
  general: "general",
  suspectedMajor: "suspect",
  major: "major",
};

export function HazardPage() {
  const say = useSay();
  const { id = "" } = useParams();
  const { data, isPending, error, refetch } = useRoute(getHazard, { params: { id } });
  if (isPending) return <LoadingPage />;
  if (!data) {
    const retry = { text: say("再试一次", "Try again"), onRetry: () => void refetch() };
    return (
      <ErrorState title={say("没能打开这条隐患", "The hazard could not be opened")} retry={retry}>
        {failureText(error)}
      </ErrorState>
    );
  }
  return (
    <div className="page">
      <HazardHead page={data} />
      <HazardSteps page={data} />
      <div className="cols cols--detail below">
        <div>
          <HazardPhotos page={data} />
          <HazardText page={data} />
        </div>
        <div>
          <HazardActs page={data} />
          <HazardUnit page={data} />
          <HazardEvents page={data} />
        </div>
      </div>
    </div>
  );
}

function HazardHead({ page }: { readonly page: Page }) {
  const say = useSay();
  const word = useWord();
  const { hazard, before, timesCarried, day } = page;
  return (
    <header className="hazard-head">
      <nav className="crumbs" aria-label={say("位置", "Where")}>
        <Link to="/hazards">{say("隐患", "Hazards")}</Link>
        <Icon name="right" />
        <Link to={`/enterprises/${hazard.enterpriseId}`}>{hazard.enterpriseName}</Link>
        <Icon name="right" />
        <span className="mono">{hazard.number}</span>
      </nav>
      <div className="hazard-head__row">
        <div>
          <h1>{hazard.description}</h1>
          <div className="row row--wrap hazard-head__tags">
            <Severity look={looks[hazard.severity]} text={word(severityLabels[hazard.severity])} />
            <span className="tag">
              {word(FAMILY_LABELS[hazard.family])}
              {hazard.category ? ` · ${hazard.category}` : ""}
            </span>
            <span className="tag">{hazard.place}</span>
            {hazard.listed ? <span className="tag tag--line">{say("挂牌督办", "Listed")}</span> : null}
            {hazard.importedFrom ? (
              <span className="tag tag--line" title={hazard.importedFrom}>
                {say("纸质台账导入", "Imported from paper")}
              </span>
            ) : null}
            {hazard.contested ? <span className="tag tag--line">{say("有异议", "Contested")}</span> : null}
            {hazard.round > 1 ? (
              <span className="tag tag--line">{say(`第${hazard.round}轮整改`, `Round ${hazard.round}`)}</span>
            ) : null}
            {timesCarried > 0 ? (
              <span className="tag tag--line">
                {say(`上轮遗留第${timesCarried}次`, `Carried over, ${timesCarried}. time`)}
              </span>
            ) : null}
            {before.times > 0 ? (
              <span className="tag tag--line">
                <Icon name="repeat" />
                {say(`第${before.times + 1}次出现`, `Seen ${before.times + 1} times`)}
                {before.lastOn ? say(`，上次${shortDay(before.lastOn, day)}`, `, last ${before.lastOn}`) : ""}
              </span>
            ) : null}
          </div>
        </div>
        <HazardDue page={page} />
      </div>
    </header>
  );
}

/** The day that runs, and whose turn it is since when. */
function HazardDue({ page }: { readonly page: Page }) {
  const say = useSay();
  const word = useWord();
  const { hazard, day } = page;
  const settled = hazard.status === "closed" || hazard.status === "voided";
  const name = hazard.status === "open" ? say("整改期限", "Rectify by") : say("复查期限", "Re-inspect by");
  return (
    <div className="hazard-due">
      <div className="row row--wrap">
        {hazard.dueOn ? (
          <span>
            {name} {spokenDay(hazard.dueOn, day)}
          </span>
        ) : null}
        {settled ? (
          <DueChip tone="rest" text={word(statusLabels[hazard.status])} />
        ) : (
          <DueChip {...dueWords(hazard.dueOn, day, say)} />
        )}
      </div>
      <div className="row row--wrap">
        <CopyForChat textOf={() => hazardsText([hazard], day, `${location.origin}/enterprise`)} />
        {settled ? null : (
          <CallButton
            enterpriseId={hazard.enterpriseId}
            enterpriseName={hazard.enterpriseName}
            siteId={hazard.siteId}
            hazardIds={[hazard.id]}
          />
        )}
      </div>
      {hazard.holder === "nobody" ? null : (
        <p className="soft">
          {say("现在由", "Held by ")}
          <b>{word(holderLabels[hazard.holder])}</b>
          {say("办，", ", since ")}
          {shortInstant(hazard.heldSinceAt, day)}
          {say("起", "")}
        </p>
      )}
    </div>
  );
}
