// One of the tenant's instruments with its versions.
import { Link } from "react-router";
import type { OwnInstrumentLine, OwnVersionLine } from "#api/own-instruments.ts";
import { INSTRUMENT_KIND_LABELS, UNVERIFIED_LABEL } from "#domain/law/labels.ts";
import { Icon } from "#ui/icon.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";

interface OwnCardProps {
  readonly row: OwnInstrumentLine;
  readonly placeName: string;
  /** By the number of the version, 0 for a further one; absent for who only reads. */
  readonly onEdit: ((version: number) => void) | undefined;
}

export function OwnCard({ row, placeName, onEdit }: OwnCardProps) {
  const say = useSay();
  const word = useWord();
  return (
    <section className="card cards" aria-label={row.title}>
      <div className="card__head">
        <div>
          <h2>
            <Link to={readingOf(row.id)}>《{row.title}》</Link>
          </h2>
          <p className="table__sub">
            <Dotted
              parts={[
                say(`简称${row.id}`, row.id),
                placeName,
                word(INSTRUMENT_KIND_LABELS[row.kind]),
                say(`目录引用${row.items}项`, `${row.items} items`),
                say(`未销号隐患引用${row.openHazards}条`, `${row.openHazards} open hazards`),
              ]}
            />
          </p>
          {row.note ? <p className="soft">{row.note}</p> : null}
        </div>
        {onEdit ? (
          <button type="button" className="btn btn--sm own-law__act" onClick={() => onEdit(0)}>
            {say("加一版", "Add a version")}
          </button>
        ) : null}
      </div>
      <div className="table__scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say("文号", "Number")}</th>
              <th scope="col">{say("今天", "Today")}</th>
              <th scope="col">{say("起止", "From and to")}</th>
              <th scope="col">{say("条数", "Clauses")}</th>
              <th scope="col">{say("来源与核对", "Source")}</th>
              {onEdit ? <th scope="col">{say("办理", "Act")}</th> : null}
            </tr>
          </thead>
          <tbody>
            {row.versions.toReversed().map((version) => (
              <VersionRow
                key={version.version}
                {...{ id: row.id, version }}
                onEdit={onEdit ? () => onEdit(version.version) : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface VersionRowProps {
  readonly id: string;
  readonly version: OwnVersionLine;
  readonly onEdit: (() => void) | undefined;
}

function VersionRow({ id, version, onEdit }: VersionRowProps) {
  const say = useSay();
  const word = useWord();
  const { docNumber, effectiveFrom, effectiveTo, source, checked, clauses } = version;
  return (
    <tr>
      <td className="cards__main">
        <Link to={`${readingOf(id)}?version=${version.version}`}>{docNumber}</Link>
      </td>
      <td>
        <ForceWords force={version.force} />
      </td>
      <td className="nowrap">
        {effectiveFrom ?? say("施行日待补", "date unknown")}
        {effectiveTo ? `–${effectiveTo}` : say("起", " on")}
      </td>
      <td className="num">{clauses.length}</td>
      <td>
        {source}
        {checked ? (
          <span className="table__sub">{say("已与原件核对", "compared with the original")}</span>
        ) : (
          <span className="due due--soon">
            <Icon name="ask" />
            {word(UNVERIFIED_LABEL)}
          </span>
        )}
      </td>
      {onEdit ? (
        <td>
          <button type="button" className="btn btn--sm" onClick={onEdit}>
            {say("修改", "Change")}
          </button>
        </td>
      ) : null}
    </tr>
  );
}

function ForceWords({ force }: Pick<OwnVersionLine, "force">) {
  const say = useSay();
  const words = {
    inForce: ["ok", "done", say("有效", "in force")],
    notYet: ["soon", "glass", say("未施行", "not yet")],
    ended: ["rest", "alert", say("已失效", "ended")],
    dateUnknown: ["soon", "ask", say("施行日待补", "date unknown")],
  } as const;
  const [tone, icon, said] = words[force];
  return (
    <span className={`due due--${tone}`}>
      <Icon name={icon} />
      {said}
    </span>
  );
}

function readingOf(id: string): string {
  return `/law-search/${encodeURIComponent(id)}`;
}
