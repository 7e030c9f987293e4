import { Link } from "react-router";
import type { EnterpriseFile, FileHazard } from "#api/enterprises.ts";
import { getPhoto } from "#api/photos.ts";
import { holderLabels, severityLabels } from "#domain/hazard/labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { Severity, type SeverityLook } from "#ui/severity.tsx";
import { StepTag } from "#ui/step-tag.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { addressOf } from "../../request/api-client.ts";
import { textByEnterprise } from "../../telling/by-enterprise.ts";
import { CallButton } from "../../telling/call-button.tsx";
import { CopyForChat } from "../../telling/copy-for-chat.tsx";
import { shortDay } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";
import { count } from "../../words/number-words.ts";
import { stepNo, stepShort } from "../../words/step-words.ts";

const looks: Readonly<Record<FileHazard["severity"], SeverityLook>> = {
  general: "general",
  suspectedMajor: "suspect",
  major: "major",
};

/** 未销号隐患: the gravest and soonest first, with the first photo. */
export function OpenHazardsCard({ file: { hazards, facts, sites, day } }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const carried =
    hazards.carriedOver > 0
      ? say(`，其中上周期结转${hazards.carriedOver}条`, `, ${hazards.carriedOver} carried over`)
      : "";
  return (
    <section className="card cards" aria-labelledby="open-hazards">
      <div className="card__head">
        <h2 id="open-hazards">{say("未销号隐患", "Open hazards")}</h2>
        {hazards.open > 0 ? (
          <span className="muted">{say(`${count(hazards.open)}条${carried}`, `${hazards.open}${carried}`)}</span>
        ) : null}
        {hazards.total > 0 ? (
          <Link className="link" to={`/hazards?enterprise=${facts.id}&state=all`}>
            {say(`全部${count(hazards.total)}条`, `All ${hazards.total}`)} <Icon name="right" />
          </Link>
        ) : null}
      </div>
      {hazards.rows.length > 0 && sites[0] ? (
        <div className="card__body row row--wrap no-print">
          <CopyForChat textOf={() => fileText(facts.name, hazards.rows, day)} />
          <CallButton
            enterpriseId={facts.id}
            enterpriseName={facts.name}
            siteId={sites[0].id}
            hazardIds={hazards.rows.map((hazard) => hazard.id)}
          />
        </div>
      ) : null}
      {hazards.rows.length === 0 ? (
        <EmptyState title={say("没有未销号的隐患", "Nothing is open")}>
          {say("以前查出的都改好了，或还没查出过。", "")}
        </EmptyState>
      ) : (
        <div className="table__scroll">
          <table className="table">
            <caption className="sr-only">{say("未销号隐患", "Open hazards")}</caption>
            <tbody>
              {hazards.rows.map((hazard) => (
                <HazardRow key={hazard.id} hazard={hazard} day={day} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** This enterprise's open hazards as they are pasted into its group. */
function fileText(enterpriseName: string, rows: readonly FileHazard[], day: string): string {
  const lines = rows.map(({ description, place, dueOn, holder }) => {
    const due = dueOn ? `，${dueWords(dueOn, day, (zh) => zh).text}（${shortDay(dueOn, day)}）` : "";
    return { enterpriseName, text: `${description}（${place}）${due}，在${holderLabels[holder].zh}手上` };
  });
  return textByEnterprise("没销号的隐患", lines, day, `${location.origin}/enterprise`);
}

function HazardRow({ hazard, day }: { readonly hazard: FileHazard; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  const step = stepNo(hazard.step);
  const photo = hazard.photoSlotId;
  return (
    <tr>
      <td className="thumb">
        {photo ? (
          <img
            src={addressOf(getPhoto, { params: { slotId: photo }, query: { size: "thumb" } })}
            alt=""
            loading="lazy"
          />
        ) : (
          <span className="thumb__none">
            <Icon name="image" label={say("照片还没到", "No photo yet")} />
          </span>
        )}
      </td>
      <td className="file__hazard">
        <Link className="strong" to={`/hazards/${hazard.id}`}>
          {hazard.description}
        </Link>
        <span className="table__sub">
          <Dotted
            parts={[
              hazard.place,
              hazard.category,
              hazard.round > 1 ? say(`第${hazard.round}轮整改`, `round ${hazard.round}`) : null,
              hazard.timesCarried > 0
                ? say(`上轮遗留第${hazard.timesCarried}次`, `carried over, ${hazard.timesCarried}. time`)
                : null,
            ]}
          />
        </span>
      </td>
      <td>
        <Severity look={looks[hazard.severity]} text={word(severityLabels[hazard.severity])} />
      </td>
      <td>
        <StepTag step={step} text={word(stepShort[step])} />
        <span className="table__sub">
          {say(`由${word(holderLabels[hazard.holder])}办`, word(holderLabels[hazard.holder]))}
        </span>
      </td>
      <td className="nowrap">
        <DueChip {...dueWords(hazard.dueOn, day, say)} />
      </td>
    </tr>
  );
}
