// A hazard at the desk, in a drawer: what is asked, the photos, the text, and the form of the act that waits.
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { getHazard, type HazardPage } from "#api/hazards.ts";
import { holderLabels } from "#domain/hazard/labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { ErrorState } from "#ui/error-state.tsx";
import { PhotoPair } from "#ui/photo-pair.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useSay, useWord } from "../appearance/language.ts";
import "../forms/forms.css";
import { failureText } from "../request/failures.ts";
import { useRoute } from "../request/use-route.ts";
import { CallButton } from "../telling/call-button.tsx";
import { shortDay, shortInstant } from "../words/day-words.ts";
import { dueWords } from "../words/due-words.ts";
import type { ActForm } from "./act-form.ts";
import { ActFormView } from "./act-form-view.tsx";
import { formsNow } from "./desk-forms.ts";
import "./hazard-desk.css";
import { pairOf } from "./hazard-photos.ts";
import { ExtensionFacts, ReferralFacts } from "./matter-facts.tsx";

interface HazardDeskProps {
  readonly hazardId: string;
  /** The act that waits; its form is open when this person may do it. */
  readonly first: string | undefined;
  readonly onDone: () => void;
  readonly aside: ReactNode;
}

export function HazardDesk({ hazardId, first, onDone, aside }: HazardDeskProps) {
  const say = useSay();
  const { data, error, refetch } = useRoute(getHazard, { params: { id: hazardId } });
  if (data?.hazard.id === hazardId) return <Desk page={data} first={first} onDone={onDone} aside={aside} />;
  if (!error) {
    return (
      <div className="drawer__body">
        <Skeleton label={say("正在打开", "Opening")} lines={5} />
      </div>
    );
  }
  const retry = { text: say("再试一次", "Try again"), onRetry: () => void refetch() };
  return (
    <ErrorState title={say("没能打开这条隐患", "The hazard could not be opened")} retry={retry}>
      {failureText(error)}
    </ErrorState>
  );
}

function Desk({ page, first, onDone, aside }: Omit<HazardDeskProps, "hazardId"> & { readonly page: HazardPage }) {
  const say = useSay();
  const forms = formsNow(page);
  const [chosen, setChosen] = useState(first);
  const form = forms.find((one) => one.command === chosen) ?? forms[0];
  const { id, enterpriseId, enterpriseName, siteId, status } = page.hazard;
  const open = (
    <>
      <Link className="btn" to={`/hazards/${id}`}>
        {say("打开全页", "Full page")}
      </Link>
      {status === "closed" || status === "voided" ? null : (
        <CallButton {...{ enterpriseId, enterpriseName, siteId }} hazardIds={[id]} />
      )}
    </>
  );
  if (!form) {
    return (
      <div className="desk">
        <div className="drawer__body">
          <DeskFacts page={page} />
          <p className="soft">{waitsFor(page, say)}</p>
        </div>
        <div className="drawer__foot">
          {open}
          {aside}
        </div>
      </div>
    );
  }
  const before = (
    <>
      <DeskFacts page={page} />
      <OtherActs forms={forms} chosen={form} onChoose={setChosen} />
    </>
  );
  return (
    <div className="desk">
      <ActFormView
        key={form.command}
        form={form}
        page={page}
        onDone={onDone}
        layout={{ fields: "drawer__body", acts: "drawer__foot" }}
        before={before}
        aside={
          <>
            {open}
            {aside}
          </>
        }
      />
    </div>
  );
}

function OtherActs({
  forms,
  chosen,
  onChoose,
}: {
  readonly forms: readonly ActForm[];
  readonly chosen: ActForm;
  readonly onChoose: (command: string) => void;
}) {
  const say = useSay();
  const word = useWord();
  if (forms.length < 2) return null;
  return (
    <fieldset className="choice desk__others">
      <legend className="sr-only">{say("您可以", "You may")}</legend>
      {forms.map((form) => (
        <label className="choice__one" key={form.command}>
          <input type="radio" name="desk" checked={form === chosen} onChange={() => onChoose(form.command)} />
          {word(form.title)}
        </label>
      ))}
    </fieldset>
  );
}

function DeskFacts({ page }: { readonly page: HazardPage }) {
  const say = useSay();
  const word = useWord();
  const { hazard, day } = page;
  const { before, after } = pairOf(page, say);
  return (
    <>
      <ExtensionFacts page={page} />
      {hazard.referralProposed || hazard.status === "referred" ? <ReferralFacts page={page} /> : null}
      <dl className="dl matter">
        {hazard.contestReason && hazard.contested ? (
          <>
            <dt>{say("异议", "Objection")}</dt>
            <dd>{hazard.contestReason}</dd>
          </>
        ) : null}
        <dt>{say("怎么改", "Advice")}</dt>
        <dd>{hazard.advice}</dd>
        {hazard.extensionPending ? null : (
          <>
            <dt>{say("期限", "Due")}</dt>
            <dd>
              {hazard.dueOn ? `${shortDay(hazard.dueOn, day)} ` : null}
              <DueChip {...dueWords(hazard.dueOn, day, say)} />
            </dd>
          </>
        )}
        <dt>{say("整条在谁手上", "The whole with")}</dt>
        <dd>
          {word(holderLabels[hazard.holder])}，{shortInstant(hazard.heldSinceAt, day)}
          {say("起", " on")}
        </dd>
      </dl>
      {before ? <PhotoPair before={before} {...(after ? { after } : {})} /> : null}
    </>
  );
}

/** Why there is no button: whose turn it is. */
export function waitsFor({ hazard }: HazardPage, say: (zh: string, en: string) => string): string {
  switch (hazard.status) {
    case "open":
      return say(
        "现在等企业整改并提交，您这里没有要办的。",
        "The enterprise is to rectify; nothing waits for you here.",
      );
    case "submitted":
    case "awaitingFinalReinspection":
      return say("现在不能销号：要等专家到场复查合格。", "It cannot be closed yet: the expert re-inspects first.");
    case "referred":
      return say("现在等执法人员办理。", "Enforcement is dealing with it.");
    case "closed":
      return say("已经销号，没有要办的。", "Closed; nothing is left to do.");
    case "voided":
      return say("已经作废，没有要办的。", "Voided; nothing is left to do.");
    default:
      return hazard.status satisfies never;
  }
}
