// One instrument: its versions in time, and what the editor does with each.
import { useState } from "react";
import { Link, useParams } from "react-router";
import { getInstrument, type VersionLine } from "#api/law-library.ts";
import { CERTAINTY_LABELS, INSTRUMENT_KIND_LABELS, VERSION_STATE_LABELS } from "#domain/law/labels.ts";
import { problemText } from "#domain/problems.ts";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { useRoute } from "../../request/use-route.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { shortInstant } from "../../words/day-words.ts";
import { AmendDrawer } from "./amend-drawer.tsx";
import { ClassifyDrawer } from "./classify-drawer.tsx";
import { forceWords, instrumentPath, placeName } from "./law-words.ts";
import "./law.css";
import { Mark } from "./mark.tsx";
import { NoteDrawer } from "./note-drawer.tsx";

export function InstrumentPage() {
  const say = useSay();
  const word = useWord();
  const { id = "" } = useParams();
  const [classifying, setClassifying] = useState(false);
  return (
    <Loaded query={useRoute(getInstrument, { params: { id } })} failed={say("没能打开这部法规", "Could not be opened")}>
      {(answer) => (
        <div className="page">
          <nav className="crumbs" aria-label={say("位置", "Where")}>
            <Link to="/law">{say("法规库", "Law library")}</Link>
            <Icon name="right" />
            <span>{answer.id}</span>
          </nav>
          <div className="page__head">
            <div>
              <h1>{answer.title}</h1>
              <p className="page__lead">
                <Dotted
                  parts={[
                    word(INSTRUMENT_KIND_LABELS[answer.kind]),
                    placeName(answer.divisionCode),
                    say(
                      `${answer.versions.length}个版本，新的在上`,
                      `${answer.versions.length} versions, newest first`,
                    ),
                  ]}
                />
              </p>
            </div>
            <div className="page__acts">
              <button type="button" className="btn" onClick={() => setClassifying(true)}>
                {say("更正类别与地域", "Correct kind and place")}
              </button>
            </div>
          </div>
          {classifying ? (
            <ClassifyDrawer
              instrumentId={answer.id}
              kind={answer.kind}
              divisionCode={answer.divisionCode}
              onClose={() => setClassifying(false)}
            />
          ) : null}
          {answer.versions.map((version, index) => (
            <VersionCard
              key={version.version}
              id={answer.id}
              version={version}
              day={answer.day}
              successor={answer.versions.slice(0, index).findLast(isInLine)}
            />
          ))}
        </div>
      )}
    </Loaded>
  );
}

interface CardProps {
  readonly id: string;
  readonly version: VersionLine;
  readonly day: string;
  /** The next one in time that is released. */
  readonly successor: VersionLine | undefined;
}

function isInLine({ state, effectiveFrom }: VersionLine): boolean {
  return state === "released" && effectiveFrom !== null;
}

function VersionCard({ id, version, day, successor }: CardProps) {
  const say = useSay();
  const word = useWord();
  return (
    <section className="card" aria-label={version.docNumber}>
      <div className="card__head">
        <h2>{version.docNumber}</h2>
        <Mark {...STATE_MARK[version.state]}>{word(VERSION_STATE_LABELS[version.state])}</Mark>
        {version.doubts.length > 0 ? (
          <Mark tone="soon" icon="alert">
            {say("条文有疑问", "Doubts")}
          </Mark>
        ) : null}
      </div>
      <div className="card__body">
        <p>
          <Dotted
            parts={[
              forceWords(version, day, say),
              version.passedOn && say(`${version.passedOn}通过或修改`, `passed ${version.passedOn}`),
              version.state === "released" &&
                successor?.effectiveFrom &&
                say(`${successor.effectiveFrom}起由新版代替`, `replaced from ${successor.effectiveFrom}`),
              version.replacedBy && say(`由${version.replacedBy}替代`, `replaced by ${version.replacedBy}`),
            ]}
          />
        </p>
        <p className="soft">
          <Dotted
            parts={[
              version.articleCount > 0
                ? say(`条文${version.articleCount}条`, `${version.articleCount} articles`)
                : say("还没有条文，只有条款摘要", "Summaries alone"),
              say(`可引条款${version.clauses}条`, `${version.clauses} clauses`),
              word(CERTAINTY_LABELS[version.certainty]),
              version.fileName,
              version.source,
            ]}
          />
        </p>
        {version.doubts.map((code) => (
          <p key={code} className="soft">
            {problemText({ code, params: { last: say("最后一条", "the last article") } })}
          </p>
        ))}
        <p className="soft">
          {version.checkedByName && version.checkedAt
            ? say(
                `${version.checkedByName}于${shortInstant(version.checkedAt, day)}核对：${version.note ?? ""}`,
                `checked by ${version.checkedByName}: ${version.note ?? ""}`,
              )
            : (version.note ?? say("还没有人与公布的文本核对过", "Nobody has checked it yet"))}
        </p>
        <VersionActs id={id} version={version} />
      </div>
    </section>
  );
}

const STATE_MARK = {
  pending: { tone: "soon", icon: "clock" },
  released: { tone: "ok", icon: "check" },
  rejected: { tone: "rest", icon: "x" },
} as const;

function VersionActs({ id, version }: Pick<CardProps, "id" | "version">) {
  const say = useSay();
  const [open, setOpen] = useState<"amend" | "check" | "reject" | null>(null);
  const args = { instrumentId: id, version: version.version };
  const close = () => setOpen(null);
  return (
    <div className="law-acts">
      <Link className="btn" to={instrumentPath(id, version.version)}>
        {say("看条文和条款", "Read")}
      </Link>
      <Link
        className={version.state === "pending" ? "btn btn--primary" : "btn"}
        to={instrumentPath(id, version.version, "compare")}
      >
        {version.state === "pending" ? say("对照并确认", "Compare and confirm") : say("与前后版本对照", "Compare")}
      </Link>
      {version.state === "pending" ? (
        <button type="button" className="btn" onClick={() => setOpen("reject")}>
          {say("退回", "Send back")}
        </button>
      ) : null}
      {version.state === "released" ? (
        <button type="button" className="btn" onClick={() => setOpen("amend")}>
          {say("更正日期和文号", "Amend")}
        </button>
      ) : null}
      {version.articleCount > 0 && !version.checkedAt && version.state !== "rejected" ? (
        <button type="button" className="btn" onClick={() => setOpen("check")}>
          {say("条文已核对", "Checked")}
        </button>
      ) : null}
      {open === "amend" ? <AmendDrawer instrumentId={id} version={version} onClose={close} /> : null}
      {open === "check" ? <NoteDrawer what="check" command="law.checkText" args={args} onClose={close} /> : null}
      {open === "reject" ? <NoteDrawer what="reject" command="law.reject" args={args} onClose={close} /> : null}
    </div>
  );
}
