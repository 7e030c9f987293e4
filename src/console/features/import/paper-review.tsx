// 核对: counts as tiles, the photos, the refused rows with Excel's row number, column and reason; the rest is saved without them.
import type { PaperPreview } from "#api/hazard-imports.ts";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useSay } from "../../appearance/language.ts";
import { count } from "../../words/number-words.ts";
import { PaperPhotos } from "./paper-photos.tsx";
import type { PaperWork } from "./use-paper-import.ts";

interface ReviewProps {
  readonly work: PaperWork;
  readonly onSaving: () => void;
}

export function PaperReview({ work, onSaving }: ReviewProps) {
  const say = useSay();
  const { preview } = work;
  if (!preview) return <Skeleton label={say("正在核对", "Checking")} lines={5} />;
  const { taken, refused } = preview.counts;
  async function save() {
    await work.save().then(onSaving, () => {});
  }
  return (
    <>
      <Tiles counts={preview.counts} />
      <PaperPhotos work={work} preview={preview} />
      <Refused work={work} preview={preview} />
      <div className="card import-foot">
        <button
          type="button"
          className="btn btn--primary"
          disabled={taken === 0 || work.checking || work.saving || work.sending !== undefined}
          onClick={() => void save()}
        >
          {say(`存入${count(taken)}条`, `Save ${count(taken)}`)}
        </button>
        <span className="muted">{footText(taken, refused, work, say)}</span>
      </div>
    </>
  );
}

function footText(taken: number, refused: number, work: PaperWork, say: (zh: string, en: string) => string): string {
  if (work.sending) return say("照片传完再存", "Once the photos are sent");
  if (taken === 0) return say("没有新的可存", "Nothing new to save");
  return refused > 0 ? say(`没收的${refused}行不影响`, `Without the ${refused} refused`) : "";
}

function Tiles({ counts }: { readonly counts: PaperPreview["counts"] }) {
  const say = useSay();
  const tiles: readonly (readonly [string, number, string, boolean?])[] = [
    [say("能存", "To save"), counts.taken, say("条隐患", "hazards")],
    [say("没销号", "Open"), counts.open, say("条，接着整改复查", "go on")],
    [say("以前导过", "Known"), counts.known, say("条，不动", "untouched")],
    [say("没收", "Refused"), counts.refused, say("行，改好再导", "rows"), counts.refused > 0],
    [
      say("照片没找到", "Photos missing"),
      counts.photosMissing,
      say(`张，共${count(counts.photosNamed)}张`, `of ${counts.photosNamed}`),
      counts.photosMissing > 0,
    ],
  ];
  return (
    <div className="card import-tiles">
      {tiles.map(([label, figure, aside, late]) => (
        <div className="tile" key={label}>
          <span className="tile__label">
            {late ? <Icon name="alert" /> : null}
            {label}
          </span>
          <span className={late ? "tile__fig import-late" : "tile__fig"}>
            {count(figure)}
            <small>{aside}</small>
          </span>
        </div>
      ))}
    </div>
  );
}

const SHOWN = 200;

function Refused({ work, preview }: { readonly work: PaperWork; readonly preview: PaperPreview }) {
  const say = useSay();
  const { refused, counts } = preview;
  if (refused.length === 0)
    return (
      <div className="import-note">
        <Note tone="ok" title={say("每一行都能收", "Every row can be taken")} />
      </div>
    );
  return (
    <section className="card" aria-labelledby="refused">
      <div className="card__head">
        <h2 id="refused">{say(`这${counts.refused}行没收`, `${counts.refused} rows refused`)}</h2>
        <span className="muted">{say("下载下来改好，再导这一份就行", "Mend them in the sheet and import it")}</span>
        <button type="button" className="btn btn--sm link" onClick={() => void work.downloadRefused()}>
          <Icon name="download" />
          {say(`下载这${counts.refused}行`, "Download them")}
        </button>
      </div>
      <div className="table__scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="num">
                {say("Excel行号", "Row")}
              </th>
              <th scope="col">{say("企业", "Enterprise")}</th>
              <th scope="col">{say("哪一列", "Column")}</th>
              <th scope="col">{say("为什么没收", "Why")}</th>
            </tr>
          </thead>
          <tbody>
            {refused.slice(0, SHOWN).map((one) => (
              <tr key={`${one.row} ${one.field}`}>
                <td className="num">{one.row}</td>
                <td>{one.enterprise || <span className="muted">{say("（没填）", "(empty)")}</span>}</td>
                <td className="nowrap">{one.field}</td>
                <td>{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {refused.length > SHOWN ? (
        <p className="card__foot">{say(`只显示前${SHOWN}行，全部在下载的表里。`, `The first ${SHOWN}.`)}</p>
      ) : null}
    </section>
  );
}
