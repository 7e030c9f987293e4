// Villages and communities the roster does not know, each once however many rows name it: registered, or read as another.
import type { ImportPreview } from "#api/imports.ts";
import { useSay } from "../../appearance/language.ts";
import { count } from "../../words/number-words.ts";
import type { ImportWork } from "./use-import.ts";

interface Unknown {
  readonly name: string;
  readonly rows: readonly number[];
  readonly suggestion: string | null;
}

export function unknownCommunities({ refused }: ImportPreview): Unknown[] {
  const cells = refused.filter((cell) => cell.field === "community" && cell.value !== "");
  return [...Map.groupBy(cells, (cell) => cell.value)].map(([name, of]) => ({
    name,
    rows: of.map((cell) => cell.row),
    suggestion: of[0]?.suggestion ?? null,
  }));
}

export function UnknownCommunities({ work, preview }: { readonly work: ImportWork; readonly preview: ImportPreview }) {
  const say = useSay();
  const unknown = unknownCommunities(preview);
  if (unknown.length === 0) return null;
  const register = (names: readonly string[]) =>
    work.choose({ newCommunities: [...work.choices.newCommunities, ...names] });
  const readAs = ({ rows }: Unknown, value: string) =>
    work.choose({
      repairs: [...work.choices.repairs, ...rows.map((row) => ({ row, field: "community" as const, value }))],
    });
  return (
    <section className="card" aria-labelledby="unknown">
      <div className="card__head">
        <h2 id="unknown">
          {say(`名册里没有这${unknown.length}个村（社区）`, `${unknown.length} communities are not on the roster`)}
        </h2>
        <button
          type="button"
          className="btn btn--sm link"
          disabled={work.checking}
          onClick={() => register(unknown.map(({ name }) => name))}
        >
          {say("都新登记", "Register all")}
        </button>
      </div>
      <ul className="unknown">
        {unknown.map((one) => (
          <li key={one.name}>
            <b>{one.name}</b>
            <span className="muted">{say(`${count(one.rows.length)}行`, `${count(one.rows.length)} rows`)}</span>
            <button type="button" className="btn btn--sm" disabled={work.checking} onClick={() => register([one.name])}>
              {say("新登记", "Register")}
            </button>
            <select
              className="input"
              aria-label={say(`“${one.name}”其实是`, `“${one.name}” is`)}
              value=""
              disabled={work.checking}
              onChange={(event) => readAs(one, event.target.value)}
            >
              <option value="">
                {one.suggestion
                  ? say(`其实是“${one.suggestion}”？`, `“${one.suggestion}”?`)
                  : say("其实是…", "It is …")}
              </option>
              {preview.roster.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
