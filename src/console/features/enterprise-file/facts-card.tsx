// The head of the file: name, why it counts, what it makes, how large it is, who answers for it.
import { type ReactNode, useState } from "react";
import type { EnterpriseFile } from "#api/enterprises.ts";
import { Icon } from "#ui/icon.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { useMembership } from "../../session/session-context.ts";
import { shortDay } from "../../words/day-words.ts";
import { count, tenThousands } from "../../words/number-words.ts";
import { gradeWords, standardizationWords } from "../../words/standardization-words.ts";
import { findTagLabel } from "../../words/tag-words.ts";
import { MergeDrawer } from "./merge-drawer.tsx";
import { SupervisionDrawer } from "./supervision-drawer.tsx";

const mergers = new Set(["officer", "officeLead"]);
const supervisors = new Set(["officer", "officeLead", "communityOfficer"]);

export function FactsCard({ file }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const { role } = useMembership();
  const [supervising, setSupervising] = useState(false);
  const [merging, setMerging] = useState(false);
  const { facts } = file;
  return (
    <section className="card file__head">
      <div className="row file__row">
        <div className="grow">
          <h1 className="file__title">{facts.name}</h1>
          {facts.renamedFrom ? (
            <p className="muted">{say(`曾用名：${facts.renamedFrom}`, `Formerly ${facts.renamedFrom}`)}</p>
          ) : null}
          <Tags file={file} />
        </div>
        <div className="row row--wrap no-print">
          <button type="button" className="btn" onClick={() => print()}>
            <Icon name="print" />
            {say("打印档案", "Print")}
          </button>
          {mergers.has(role) ? (
            <button type="button" className="btn" onClick={() => setMerging(true)}>
              <Icon name="deal" />
              {say("并入另一家", "Merge into another")}
            </button>
          ) : null}
          {supervisors.has(role) && file.sites.length > 0 ? (
            <button type="button" className="btn btn--primary" onClick={() => setSupervising(true)}>
              <Icon name="horn" />
              {say("记一次督促", "Record supervision")}
            </button>
          ) : null}
        </div>
      </div>
      <Facts file={file} />
      {merging ? <MergeDrawer file={file} onClose={() => setMerging(false)} /> : null}
      {supervising ? <SupervisionDrawer file={file} onDone={() => setSupervising(false)} /> : null}
    </section>
  );
}

function Tags({ file: { facts, scopeDecisions } }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const word = useWord();
  const holding = scopeDecisions?.find((one) => one.holds);
  const inScope = holding?.decision === "in";
  return (
    <div className="row row--wrap file__tags">
      {scopeDecisions ? (
        <span className={inScope ? "tag tag--brand" : "tag tag--line"}>
          {inScope ? <Icon name="check" /> : null}
          {inScope
            ? say("应纳入", "In scope")
            : holding
              ? say("已移出名单", "Taken out of scope")
              : say("没认定过", "Scope not decided")}
        </span>
      ) : null}
      {facts.aboveScale === null ? null : (
        <span className="tag">{facts.aboveScale ? say("规上", "Above scale") : say("规下", "Below scale")}</span>
      )}
      {facts.industry ? <span className="tag">{facts.industry}</span> : null}
      {facts.tags.map((tag) => (
        <span key={tag} className="tag tag--line">
          {word(findTagLabel(tag))}
        </span>
      ))}
    </div>
  );
}

function Facts({ file: { facts, standardizations, sites, day } }: { readonly file: EnterpriseFile }) {
  const say = useSay();
  const word = useWord();
  const grade = standardizations.find((one) => one.effectiveFrom <= day);
  const until = grade?.validTo ? `，到${shortDay(grade.validTo, day)}` : "";
  const none = "—";
  const code = facts.creditCode ? <span className="mono">{facts.creditCode}</span> : none;
  const revenueName = facts.revenueYear
    ? say(`${facts.revenueYear}年主营收入`, `Revenue ${facts.revenueYear}`)
    : say("主营收入", "Revenue");
  const graded = grade
    ? `${word(grade.grade ? gradeWords[grade.grade] : standardizationWords[grade.state])}${until}`
    : none;
  const lines: readonly { name: string; value: ReactNode }[] = [
    { name: say("统一社会信用代码", "Credit code"), value: code },
    { name: revenueName, value: facts.mainRevenueFen === null ? none : tenThousands(facts.mainRevenueFen) },
    {
      name: say("从业人数", "Employees"),
      value: facts.employees === null ? none : say(`${count(facts.employees)}人`, count(facts.employees)),
    },
    { name: say("标准化", "Standardization"), value: graded },
    {
      name: say("主要负责人", "Principal"),
      value: [facts.principalName, facts.principalPhone].filter(Boolean).join(" ") || none,
    },
    { name: say("服务机构", "Agency"), value: facts.agencyName ?? none },
    { name: say("地址", "Address"), value: sites[0]?.address ?? none },
  ];
  return (
    <dl className="facts">
      {lines.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
