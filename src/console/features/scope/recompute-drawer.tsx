// 按名册重算: who would come in, go out or change ground, before anything is stored; then stored in portions of 200.
import { App } from "antd";
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import { previewScope, type ScopeMove } from "#api/scope-decisions.ts";
import { type Ground, groundLabels } from "#domain/scope/grounds.ts";
import { Fold } from "#ui/fold.tsx";
import { Note } from "#ui/note.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { PortionProgress } from "../../forms/portion-progress.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { usePortions } from "../../request/use-portions.ts";
import { useRoute } from "../../request/use-route.ts";
import { count } from "../../words/number-words.ts";

export function RecomputeDrawer({ day, onClose }: { readonly day: string; readonly onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const [shownDay, setShownDay] = useState(day);
  const preview = useRoute(previewScope, { query: { day: shownDay } }).data;
  const { run, progress, stop } = usePortions();
  const draft = useDraft({ day }, ({ day: chosen }) => (chosen ? {} : { day: say("请选从哪天起。", "Choose a day.") }));
  const wanted = draft.values.day;
  if (wanted && wanted !== shownDay) setShownDay(wanted);
  const moves = preview?.day === wanted ? preview.moves : [];
  const schemeId = preview?.scheme?.id;
  async function store() {
    const done = await run({
      kind: "scope.recompute",
      rows: moves,
      commandOf: (rows, operationId) => ({
        name: "scope.recompute",
        args: { schemeId, operationId, decisions: rows.map((move) => verdictOf(move, wanted)) },
      }),
    });
    if (done < moves.length) return;
    void message.success(say(`${count(done)}条认定已存`, `${done} decisions stored`));
    onClose();
  }
  return (
    <FormDrawer
      title={say("按名册重算纳入", "Recompute the scope")}
      lead={say(
        "只按规模和主营收入算。由人认定的（标准化需要、安委会决定）不动。",
        "By scale and revenue only; what a person decided stays.",
      )}
      draft={draft}
      submit={
        moves.length > 0
          ? say(`存下${count(moves.length)}条认定`, `Store ${moves.length}`)
          : say("没有要改的", "Nothing to store")
      }
      leave={say("先不存", "Not now")}
      sending={progress !== null || moves.length === 0 || !schemeId}
      onSubmit={() => void store()}
      onClose={onClose}
    >
      <InputField draft={draft} name="day" type="date" label={say("从哪天起", "From")} />
      {preview && !preview.scheme ? (
        <Note tone="late" title={say("还没有服务方案", "No scheme")}>
          {say("收入线写在方案里，请先设方案。", "The thresholds stand in the scheme; set it first.")}
        </Note>
      ) : null}
      {preview?.scheme ? <Preview preview={{ ...preview, moves }} /> : null}
      {progress ? <PortionProgress progress={progress} onStop={stop} /> : null}
    </FormDrawer>
  );
}

function verdictOf({ enterpriseId, after, figures }: ScopeMove, effectiveFrom: string) {
  const decision = after ? "in" : "out";
  return { decisionId: newId(), enterpriseId, decision, ground: after ?? "none", effectiveFrom, evidence: figures };
}

type PreviewAnswer = z.output<typeof previewScope.response>;

function Preview({ preview }: { readonly preview: PreviewAnswer }) {
  const say = useSay();
  const { moves, unchanged, byPerson, warnings } = preview;
  const out = moves.filter((move) => !move.after);
  const into = moves.filter((move) => move.after && !move.before);
  const changed = moves.filter((move) => move.after && move.before);
  return (
    <>
      <p role="status">
        {say(
          `移出${count(out.length)}家，纳入${count(into.length)}家，换理由${count(changed.length)}家；${count(unchanged)}家不变，${count(byPerson)}家由人认定、不动。`,
          `${out.length} out, ${into.length} in, ${changed.length} on another ground; ${unchanged} as they are, ${byPerson} by a person.`,
        )}
      </p>
      <Moves title={say(`移出${count(out.length)}家`, `Out: ${out.length}`)} moves={out} />
      <Moves title={say(`纳入${count(into.length)}家`, `In: ${into.length}`)} moves={into} />
      <Moves title={say(`换理由${count(changed.length)}家`, `Another ground: ${changed.length}`)} moves={changed} />
      {warnings.length > 0 ? (
        <Fold icon="alert" title={say(`请核对名册${count(warnings.length)}处`, `${warnings.length} to look at`)}>
          <ul className="scope__moves">
            {warnings.map((one) => (
              <li key={`${one.enterpriseId} ${one.text}`}>
                <b>{one.name}</b>
                <span className="table__sub">{one.text}</span>
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </>
  );
}

function Moves({ title, moves }: { readonly title: string; readonly moves: readonly ScopeMove[] }): ReactNode {
  const word = useWord();
  if (moves.length === 0) return null;
  const of = (ground: Ground | null) => word(groundLabels[ground ?? "none"]);
  return (
    <Fold icon="list" title={title} open>
      <ul className="scope__moves">
        {moves.map((move) => (
          <li key={move.enterpriseId}>
            <b>{move.name}</b>
            <span className="table__sub">
              {move.before ? `${of(move.before)} → ${of(move.after)}。` : `${of(move.after)}。`}
              {move.figures}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
