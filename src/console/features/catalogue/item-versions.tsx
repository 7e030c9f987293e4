import type { CatalogueItemAnswer } from "#api/catalogue.ts";
import { SHEET_COLUMNS, sheetRowOf } from "#domain/law/catalogue/sheet-columns.ts";
import { useSay } from "../../appearance/language.ts";

/** What the item said before each change: only what differs from the words that came after. */
export function ItemVersions({ item }: { readonly item: CatalogueItemAnswer }) {
  const say = useSay();
  if (item.versions.length === 0) return null;
  const texts = [item.content, ...item.versions.map((one) => one.content)].map((content) =>
    sheetRowOf(item.code, content),
  );
  return (
    <section className="card" aria-label={say("从前的说法", "Earlier texts")}>
      <div className="card__head">
        <h2>{say("从前的说法", "Earlier texts")}</h2>
      </div>
      <div className="card__body">
        {item.versions.map((version, index) => (
          <div key={version.version} className="catalogue-version">
            <b>{say(`${version.replacedAt.slice(0, 10)}以前`, `before ${version.replacedAt.slice(0, 10)}`)}</b>
            <span className="soft">
              {say(`${version.replacedByName}改：${version.note}`, `${version.replacedByName}: ${version.note}`)}
            </span>
            {SHEET_COLUMNS.map(([field, name], at) =>
              texts[index]?.[at] === texts[index + 1]?.[at] ? null : (
                <p key={field}>
                  <span className="soft">{name}：</span>
                  {String(texts[index + 1]?.[at] ?? "") || say("（空）", "(empty)")}
                </p>
              ),
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
