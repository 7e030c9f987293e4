// What is asked beside the status, as the person who decides must read it: more time, referral, objection, void.
import type { HazardReferral } from "#api/hazard-hangings.ts";
import type { HazardPage } from "#api/hazards.ts";
import { getReferralPackage } from "#api/referrals.ts";
import { groundLabels, referralStateLabels, refusableLabels, resultKindLabels } from "#domain/enforcement/labels.ts";
import { resultKinds } from "#domain/enforcement/statuses.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../appearance/language.ts";
import { addressOf } from "../request/api-client.ts";
import { shortDay, shortInstant } from "../words/day-words.ts";
import { dueWords } from "../words/due-words.ts";

interface MatterProps {
  readonly page: HazardPage;
}

/** The four parts of a request for more time, with the day that runs and the day asked for. */
export function ExtensionFacts({ page }: MatterProps) {
  const say = useSay();
  const { day, hazard } = page;
  const asked = page.extensions.find((one) => one.state === "asked");
  if (!asked) return null;
  return (
    <section className="matter">
      <div className="matter__days">
        <div>
          <div className="muted">{say("原期限", "Due")}</div>
          {hazard.rectificationDue ? (
            <>
              <b>{shortDay(hazard.rectificationDue, day)}</b>{" "}
              <DueChip {...dueWords(hazard.rectificationDue, day, say)} />
            </>
          ) : null}
        </div>
        <Icon name="right" />
        <div>
          <div className="muted">{say("申请到", "Asked until")}</div>
          {asked.askedUntil ? (
            <>
              <b>{shortDay(asked.askedUntil, day)}</b> <DueChip {...dueWords(asked.askedUntil, day, say)} />
            </>
          ) : null}
        </div>
      </div>
      <dl className="dl">
        <dt>{say("已做到哪步", "Done so far")}</dt>
        <dd>{asked.stepsTaken}</dd>
        <dt>{say("还要多久", "Needed")}</dt>
        <dd>{say(`${asked.daysNeeded}天`, `${asked.daysNeeded} days`)}</dd>
        <dt>{say("为什么晚", "Why")}</dt>
        <dd>{asked.reason}</dd>
        <dt>{say("期间怎么防", "Meanwhile")}</dt>
        <dd>{asked.interimProtection}</dd>
        <dt>{say("谁申请", "Asked by")}</dt>
        <dd>
          {asked.askedByName}，{shortInstant(asked.askedAt, day)}
        </dd>
      </dl>
    </section>
  );
}

export function ReferralFacts({ page }: MatterProps) {
  const say = useSay();
  const word = useWord();
  const [referral] = page.referrals;
  if (!referral) return null;
  const result = resultKinds.find((kind) => kind === referral.resultKind);
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [say("现在", "Now"), word(referralStateLabels[referral.state])],
    [say("情形", "Ground"), word(groundLabels[referral.ground])],
    [say("企业拒绝什么", "Refused"), referral.refusedWhat && word(refusableLabels[referral.refusedWhat])],
    [say("谁拒绝", "Refused by"), referral.refusedBy],
    [say("原话", "In the words"), referral.refusedWords],
    [say("理由", "Reason"), referral.reason],
    [say("谁提请", "Proposed by"), `${referral.proposedByName}，${shortInstant(referral.proposedAt, page.day)}`],
    [say("街道答复", "Decision"), referral.decisionReason],
    [say("交给谁", "Referred to"), referredTo(referral, say)],
    [say("执法签收", "Received by"), referral.receivedByName],
    [say("案号", "Case number"), referral.caseNumber],
    [say("退回原因", "Returned"), referral.returnedReason],
    [say("结果", "Result"), result && word(resultKindLabels[result])],
    [say("文号", "Document number"), referral.resultDocumentNumber],
    [say("文书日期", "Day"), referral.resultOn && shortDay(referral.resultOn, page.day)],
    [say("执法人员", "Officers"), referral.resultOfficers],
  ];
  return (
    <>
      <dl className="dl matter">
        {rows.map(([name, text]) =>
          text ? (
            <div className="dl__pair" key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <PackageLink page={page} />
    </>
  );
}

/** Only once it was referred: the subdistrict's own officers for a delegated item, else the authority in charge. */
function referredTo({ state, delegatedWords }: HazardReferral, say: (zh: string, en: string) => string): string | null {
  if (state === "proposed" || state === "declined") return null;
  return delegatedWords
    ? say(`本街道执法队伍，赋权事项：${delegatedWords}`, `Own officers: ${delegatedWords}`)
    : say("负责该事项的执法机构", "The authority in charge");
}

/** The package as a ZIP: PDF, photos, papers, visit log, and a signed list of every file with its hash. */
function PackageLink({ page }: MatterProps) {
  const say = useSay();
  if (!page.packagedReferral) return null;
  return (
    <p>
      <a className="btn" href={addressOf(getReferralPackage, { params: { id: page.packagedReferral } })} download>
        <Icon name="download" />
        {say("下载移送材料（ZIP）", "Referral package (ZIP)")}
      </a>
    </p>
  );
}
