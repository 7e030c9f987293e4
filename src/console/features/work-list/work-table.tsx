// The rows of the work list: what is to be done, about what, by when, with whom since when.
import type { WorkItem, WorkView, workSorts } from "#api/work-items.ts";
import { workHolderLabels, workKindLabels } from "#api/work-labels.ts";
import { severityLabels } from "#domain/hazard/labels.ts";
import type { Label } from "#domain/kernel/label.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Dotted } from "#ui/sep.tsx";
import { Severity } from "#ui/severity.tsx";
import { StepTag } from "#ui/step-tag.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { SortHead } from "../../lists/sort-head.tsx";
import { shortDay, shortInstant } from "../../words/day-words.ts";
import { dueWords } from "../../words/due-words.ts";
import { stepNo } from "../../words/step-words.ts";
import { titleOf } from "./work-text.ts";

type Sort = (typeof workSorts)[number];

interface WorkTableProps {
  readonly items: readonly WorkItem[];
  readonly day: string;
  readonly openKey: string | undefined;
  readonly query: { readonly sort: Sort; readonly view: WorkView };
  readonly onChange: (values: Readonly<Record<string, string | undefined>>) => void;
  readonly rowRef: (key: string) => (element: HTMLElement | null) => void;
}

export function WorkTable({ items, day, openKey, query, onChange, rowRef }: WorkTableProps) {
  const say = useSay();
  const head = (sort: Sort, text: string) => (
    <SortHead
      text={text}
      on={query.sort === sort}
      onSort={() => onChange({ sort: query.sort === sort ? undefined : sort })}
    />
  );
  return (
    <div className="table__scroll">
      <table className="table work">
        <thead>
          <tr>
            <th scope="col">{say("要办什么", "To do")}</th>
            <th scope="col">{say("事由", "About")}</th>
            {head("due", say("期限", "Due"))}
            {head("since", say("在谁手上，从哪天起", "Held by, since"))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <WorkRow
              key={item.key}
              item={item}
              day={day}
              open={item.key === openKey}
              mine={query.view === "mine"}
              onOpen={() => onChange({ open: item.key })}
              buttonRef={rowRef(item.key)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface WorkRowProps {
  readonly item: WorkItem;
  readonly day: string;
  readonly open: boolean;
  /** The list shows what waits for this person. */
  readonly mine: boolean;
  readonly onOpen: () => void;
  readonly buttonRef: (element: HTMLElement | null) => void;
}

function WorkRow({ item, day, open, mine, onOpen, buttonRef }: WorkRowProps) {
  const say = useSay();
  const word = useWord();
  const due = item.dueOn ?? item.enterpriseDue;
  return (
    <tr className={open ? "is-open" : undefined} data-key={item.key} onClick={onOpen}>
      <td>
        <KindTag item={item} />
      </td>
      <td className="cards__main">
        <button type="button" className="rowlink" ref={buttonRef} aria-expanded={open}>
          {titleOf(item, say)}
        </button>
        <span className="table__sub">
          <Dotted parts={[item.enterpriseName, item.communityName, item.place]} />
        </span>
        {item.severity && item.severity !== "general" ? (
          <Severity look={item.severity === "major" ? "major" : "suspect"} text={word(severityLabels[item.severity])} />
        ) : null}
      </td>
      <td>
        {item.dueAt ? (
          <span className="table__sub">
            {say("要在", "By ")}
            <b>{shortInstant(item.dueAt, day)}</b>
            {say("前处理", "")}
          </span>
        ) : null}
        <DueChip {...dueWords(due, day, say)} spokenBefore={say("期限：", "Due: ")} />
        {item.dueOn === null && due ? (
          <span className="table__sub">{say("企业的期限", "The enterprise's")}</span>
        ) : null}
      </td>
      <td>
        {holderText(item, mine, word, say)}
        <span className="table__sub">
          <Dotted
            parts={[
              item.holderName,
              say(`${shortDay(item.since, day)}起`, `since ${shortDay(item.since, day)}`),
              item.fromName,
            ]}
          />
        </span>
      </td>
    </tr>
  );
}

/** A proposed void waits for two: in one's own list it says so, whoever is named first. */
function holderText(
  item: WorkItem,
  mine: boolean,
  word: (label: Label) => string,
  say: (zh: string, en: string) => string,
): string {
  const holder = word(workHolderLabels[item.holder]);
  return mine && item.kind === "void" && item.holder === "agencyLead"
    ? say(`您和${holder}都要答复`, `You and ${holder}`)
    : holder;
}

/** The verb in the colour of its step; what stands beside the steps is plain. */
export function KindTag({ item }: { readonly item: WorkItem }) {
  const word = useWord();
  const text = word(workKindLabels[item.kind]);
  if (item.kind === "severity") return <StepTag step={1} text={text} />;
  if (item.kind === "contest" || item.kind === "void") return <StepTag step={2} text={text} />;
  if (item.kind === "referral") return <StepTag step={5} text={text} />;
  return item.step === null ? <span className="tag">{text}</span> : <StepTag step={stepNo(item.step)} text={text} />;
}
