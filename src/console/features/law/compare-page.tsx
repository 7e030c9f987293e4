// 对照并确认: a version beside its neighbours in time, and where each article went; released once every article has an answer.
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { type Comparison, getComparison, listInstruments } from "#api/law-library.ts";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useSay } from "../../appearance/language.ts";
import { useRoute } from "../../request/use-route.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { useMembership } from "../../session/session-context.ts";
import { Loaded } from "../../shell/loaded.tsx";
import "../../forms/forms.css";
import { ComparePair } from "./compare-pair.tsx";
import { instrumentPath } from "./law-words.ts";
import "./law.css";
import { type Answers, movesOf } from "./moves.ts";

export function ComparePage() {
  const say = useSay();
  const { id = "", version = "" } = useParams();
  const [from, setFrom] = useState<string>();
  const query = from ? { effectiveFrom: from } : {};
  const comparison = useRoute(getComparison, { params: { id, version: Number(version) }, query });
  return (
    <Loaded query={comparison} failed={say("没能打开对照", "Could not be opened")}>
      {(answer) => (
        <Compare
          // Other neighbours in time are other questions.
          key={`${answer.fromEarlier?.earlier} ${answer.toLater?.later}`}
          comparison={answer}
          effectiveFrom={from ?? answer.effectiveFrom ?? ""}
          onEffectiveFrom={setFrom}
        />
      )}
    </Loaded>
  );
}

interface CompareProps {
  readonly comparison: Comparison;
  readonly effectiveFrom: string;
  readonly onEffectiveFrom: (day: string) => void;
}

function Compare({ comparison, effectiveFrom, onEffectiveFrom }: CompareProps) {
  const say = useSay();
  const { fromEarlier, toLater, state } = comparison;
  const [earlier, setEarlier] = useState<Answers>({});
  const [later, setLater] = useState<Answers>({});
  const waits = state === "pending";
  return (
    <div className="page">
      <Crumbs id={comparison.id} />
      <div className="page__head">
        <div>
          <h1>{say(`对照《${comparison.title}》`, `Compare ${comparison.title}`)}</h1>
          <p className="page__lead">
            {waits
              ? say(
                  "逐条看它去了哪里，改错的改过来，再确认启用。",
                  "See where each article went, mend what is wrong, then release.",
                )
              : comparison.docNumber}
          </p>
        </div>
      </div>
      {fromEarlier ? (
        <ComparePair pair={fromEarlier} answers={earlier} onAnswers={waits ? setEarlier : undefined} />
      ) : null}
      {toLater ? <ComparePair pair={toLater} answers={later} onAnswers={waits ? setLater : undefined} /> : null}
      {fromEarlier || toLater ? null : (
        <Note title={say("前后都没有别的版本", "No other version")}>
          {say("没有什么可对照的。", "There is nothing to compare with.")}
        </Note>
      )}
      {waits ? <Release {...{ comparison, effectiveFrom, onEffectiveFrom, earlier, later }} /> : null}
    </div>
  );
}

/** Back to where the reader came from: the editor's library, or the search that everybody has. */
function Crumbs({ id }: { readonly id: string }) {
  const say = useSay();
  const { role } = useMembership();
  const edits = listInstruments.by.includes(role);
  return (
    <nav className="crumbs" aria-label={say("位置", "Where")}>
      <Link to={edits ? "/law" : "/law-search"}>
        {edits ? say("法规库", "Law library") : say("查法规", "Search law")}
      </Link>
      <Icon name="right" />
      <Link to={edits ? instrumentPath(id) : `/law-search/${encodeURIComponent(id)}`}>{id}</Link>
      <Icon name="right" />
      <span>{say("对照", "Comparison")}</span>
    </nav>
  );
}

interface ReleaseProps extends CompareProps {
  readonly earlier: Answers;
  readonly later: Answers;
}

function Release({ comparison, effectiveFrom, onEffectiveFrom, earlier, later }: ReleaseProps) {
  const say = useSay();
  const navigate = useNavigate();
  const { send, sending } = useSendCommand();
  const [docNumber, setDocNumber] = useState(comparison.docNumber);
  const { id, version, fromEarlier, toLater } = comparison;
  async function release() {
    const args = {
      ...{ instrumentId: id, version, effectiveFrom, docNumber },
      fromEarlier: fromEarlier && { version: fromEarlier.earlier, moves: movesOf(fromEarlier, earlier) },
      toLater: toLater && { version: toLater.later, moves: movesOf(toLater, later) },
    };
    if (await send({ name: "law.release", args }, say("已启用，触及的事项列在依据复核里", "Released")))
      await navigate(instrumentPath(id));
  }
  return (
    <section className="card law-release" aria-label={say("确认", "Confirm")}>
      <label className="field">
        <span className="field__label">{say("施行日", "In force from")}</span>
        <input
          className="input"
          type="date"
          value={effectiveFrom}
          onChange={(event) => {
            if (event.target.value) onEffectiveFrom(event.target.value);
          }}
        />
      </label>
      <label className="field">
        <span className="field__label">{say("文号", "Number")}</span>
        <input className="input" value={docNumber} onChange={(event) => setDocNumber(event.target.value)} />
      </label>
      <button
        type="button"
        className="btn btn--primary"
        disabled={sending || !effectiveFrom || !docNumber.trim()}
        onClick={() => void release()}
      >
        {say("确认对照，启用这一版", "Confirm and release")}
      </button>
      {effectiveFrom ? null : (
        <p className="soft">
          {say("条文里没有写这一版的施行日，请对照公布的决定填上。", "The text does not say from when it holds.")}
        </p>
      )}
    </section>
  );
}
