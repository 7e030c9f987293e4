// One work item beside the list: the facts to decide on, and the acts this person may do now.
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { WorkItem } from "#api/work-items.ts";
import { workHolderLabels } from "#api/work-labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { HazardDesk } from "../../hazard-desk/hazard-desk.tsx";
import { shortDay } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";
import { KindTag } from "./work-table.tsx";
import { titleOf } from "./work-text.ts";

interface WorkDrawerProps {
  readonly item: WorkItem;
  readonly day: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function WorkDrawer({ item, day, onClose, onDone }: WorkDrawerProps) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const title = titleOf(item, say);
  const hint = <span className="drawer__hint">{say("J / K 上下条，Esc关闭", "J / K next, Esc closes")}</span>;
  return (
    <aside className="drawer list-pane__drawer" aria-label={title}>
      <div className="drawer__head">
        <div className="row row--between">
          <span className="row">
            <KindTag item={item} />
            <span className="muted">{item.number}</span>
          </span>
          <button type="button" className="btn btn--quiet btn--sm" aria-label={say("关闭", "Close")} onClick={onClose}>
            <Icon name="x" />
          </button>
        </div>
        <h2 ref={heading} tabIndex={-1} className="work__title">
          {title}
        </h2>
        <p className="soft">
          <Dotted
            parts={[
              item.enterpriseId ? (
                <Link key="e" to={`/enterprises/${item.enterpriseId}`}>
                  {item.enterpriseName}
                </Link>
              ) : (
                item.enterpriseName
              ),
              item.communityName,
              item.place,
            ]}
          />
        </p>
      </div>
      {item.subject === "hazard" ? (
        <HazardDesk hazardId={item.subjectId} first={commandOf[item.kind]} onDone={onDone} aside={hint} />
      ) : (
        <>
          <div className="drawer__body">
            <ItemFacts item={item} day={day} />
          </div>
          <div className="drawer__foot">
            <Link className="btn btn--primary" to={whereTo(item)}>
              {goText(item, say)}
            </Link>
            {hint}
          </div>
        </>
      )}
    </aside>
  );
}

/** The act a kind is about; its form is opened first. */
const commandOf: Readonly<Partial<Record<WorkItem["kind"], string>>> = {
  severity: "severity.confirm",
  contest: "contest.settle",
  void: "hazard.confirmVoid",
  referral: "referral.decide",
  extension: "extension.decide",
  rectify: "supervision.record",
  takeOver: "routing.take",
  reroute: "hazard.route",
};

function ItemFacts({ item, day }: { readonly item: WorkItem; readonly day: string }) {
  const say = useSay();
  const word = useWord();
  return (
    <dl className="dl">
      <dt>{say("期限", "Due")}</dt>
      <dd>
        {item.dueOn ? `${shortDay(item.dueOn, day)} ` : null}
        <DueChip {...dueWords(item.dueOn, day, say)} />
      </dd>
      <dt>{say("在谁手上", "Held by")}</dt>
      <dd>{[word(workHolderLabels[item.holder]), item.holderName].filter(Boolean).join("，")}</dd>
      <dt>{say("从哪天起", "Since")}</dt>
      <dd>{shortDay(item.since, day)}</dd>
      {item.fromName ? (
        <>
          <dt>{say("谁送来的", "From")}</dt>
          <dd>{item.fromName}</dd>
        </>
      ) : null}
    </dl>
  );
}

function whereTo(item: WorkItem): string {
  if (item.subject === "document") return `/documents/${item.subjectId}`;
  if (item.subject === "batch") return "/batches";
  if (item.subject === "tip") return `/tips/${item.subjectId}`;
  if (item.kind === "inspectionTask") return `/plan?task=${item.subjectId}`;
  return `/enterprises/${item.enterpriseId}`;
}

function goText(item: WorkItem, say: (zh: string, en: string) => string): string {
  switch (item.kind) {
    case "reviewReport":
      return say("打开报告去审核", "Open the report");
    case "releaseReport":
      return say("打开报告去签发", "Open the report");
    case "batch":
      return say("去定批次", "Decide the batch");
    case "inspectionTask":
      return say("去计划板改期", "Open the plan");
    case "tipTriage":
      return say("打开去分办", "Open to triage");
    case "tipAnswer":
      return say("打开去答复", "Open to answer");
    default:
      return say("打开这家企业", "Open the enterprise");
  }
}
