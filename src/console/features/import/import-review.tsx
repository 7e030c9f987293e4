// 核对: counts as tiles, refused cells mended in place, what to look at, what scope becomes; the rest is saved without them.
import type { ImportPreview } from "#api/imports.ts";
import { enterpriseColumns } from "#domain/organization/enterprise-columns.ts";
import { Fold } from "#ui/fold.tsx";
import { Icon } from "#ui/icon.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { count } from "../../words/number-words.ts";
import { RefusedRows } from "./refused-rows.tsx";
import { UnknownCommunities } from "./unknown-communities.tsx";
import type { ImportWork } from "./use-import.ts";

interface ImportReviewProps {
  readonly work: ImportWork;
  readonly onMap: () => void;
  readonly onSaving: () => void;
}

export function ImportReview({ work, onMap, onSaving }: ImportReviewProps) {
  const say = useSay();
  const { preview } = work;
  if (!preview) return <Skeleton label={say("正在核对", "Checking")} lines={5} />;
  return (
    <>
      <Tiles preview={preview} />
      <Mapping preview={preview} onMap={onMap} />
      <UnknownCommunities work={work} preview={preview} />
      <RefusedRows work={work} preview={preview} />
      <Warnings preview={preview} />
      <SaveBar work={work} preview={preview} onSaving={onSaving} />
    </>
  );
}

function Tiles({ preview }: { readonly preview: ImportPreview }) {
  const say = useSay();
  const { counts } = preview;
  const tiles: readonly (readonly [string, number, string, boolean?])[] = [
    [say("新增", "New"), counts.new, say("家", "")],
    [
      say("更新", "Updated"),
      counts.updated,
      say(`家，${count(counts.changes)}处改动`, `${count(counts.changes)} values`),
    ],
    [say("没变", "Unchanged"), counts.unchanged, say("家", "")],
    [say("要改", "To mend"), counts.refusedRows, say("行，改好才存", "rows"), counts.refusedRows > 0],
    [say("跳过", "Skipped"), counts.skipped, say("行：标题、合计、空行", "rows: heads and totals")],
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

function Mapping({ preview, onMap }: { readonly preview: ImportPreview; readonly onMap: () => void }) {
  const say = useSay();
  const word = useWord();
  const left = preview.columns.filter((column) => column.field === null && column.head !== "");
  return (
    <section className="card" aria-labelledby="mapping">
      <div className="card__head">
        <h2 id="mapping">{say("列名这样对上的", "How the columns were read")}</h2>
        <button type="button" className="linklike" onClick={onMap}>
          {say("改对应", "Change")}
        </button>
      </div>
      <div className="card__body import-map">
        {preview.columns.map(({ index, head, field }) =>
          field ? (
            <span className="tag tag--line" key={index}>
              {head || say(`第${index + 1}列`, `Column ${index + 1}`)}
              <Icon name="right" />
              <b>{word(enterpriseColumns[field].label)}</b>
            </span>
          ) : null,
        )}
        {left.map((column) => (
          <span className="due due--soon" key={column.index}>
            <Icon name="ask" />
            {say(`“${column.head}”没对上，不导入`, `“${column.head}” is not imported`)}
          </span>
        ))}
      </div>
    </section>
  );
}

function Warnings({ preview }: { readonly preview: ImportPreview }) {
  const say = useSay();
  const { warnings, skipped, newCommunities } = preview;
  if (warnings.length + skipped.length + newCommunities.length === 0) return null;
  return (
    <section className="import-folds">
      {newCommunities.length > 0 ? (
        <Fold
          icon="pin"
          title={say(
            `要新登记${newCommunities.length}个村（社区）`,
            `${newCommunities.length} communities to register`,
          )}
        >
          {newCommunities.join("、")}
        </Fold>
      ) : null}
      {warnings.length > 0 ? (
        <Fold
          icon="eye"
          title={say(`要看一眼的${warnings.length}处，不影响存入`, `${warnings.length} things to look at`)}
        >
          <ul className="import-lines">
            {warnings.map((warning) => (
              <li key={`${warning.row}${warning.field}${warning.text}`}>{warning.text}</li>
            ))}
          </ul>
        </Fold>
      ) : null}
      {skipped.length > 0 ? (
        <Fold icon="minus" title={say(`跳过的${skipped.length}行`, `${skipped.length} rows skipped`)}>
          <ul className="import-lines">
            {skipped.map((line) => (
              <li key={line.row}>
                {say(`第${line.row}行`, `Row ${line.row}`)}：{line.text}
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </section>
  );
}

function SaveBar({
  work,
  preview,
  onSaving,
}: Pick<ImportReviewProps, "work" | "onSaving"> & { readonly preview: ImportPreview }) {
  const say = useSay();
  const { counts, scope } = preview;
  const total = counts.new + counts.updated + counts.unchanged;
  async function save() {
    const started = await work.save().then(
      () => true,
      () => false,
    );
    if (started) onSaving();
  }
  return (
    <div className="card import-foot">
      <button
        type="button"
        className="btn btn--primary"
        disabled={work.saving || work.checking || total === 0}
        onClick={() => void save()}
      >
        {say(`存入${count(total)}家`, `Save ${count(total)}`)}
      </button>
      <button type="button" className="btn" onClick={work.restart}>
        {say("先不存", "Not now")}
      </button>
      <span className="soft">
        {scope ? (
          <>
            {say("存入后重新算应纳入名单：预计应纳入", "In scope afterwards: ")}
            <b>
              {count(scope.before)} → {count(scope.after)}
              {say("家", "")}
            </b>
            {say("。", ".")}
          </>
        ) : (
          say("还没有设服务方案，先只存名册，不算应纳入。", "No scheme is set: only the register is saved.")
        )}
        {counts.refusedRows > 0
          ? say(`${counts.refusedRows}行没改好的不存。`, ` ${counts.refusedRows} rows stay out.`)
          : ""}
      </span>
    </div>
  );
}
