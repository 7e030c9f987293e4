// Which item of the catalogue the picture shows: found by the expert's own words, or one of three offered without a word.
import { useEffect, useState } from "react";
import { offeredLibrary } from "#domain/law/catalogue/layer.ts";
import type { CatalogueItem } from "#domain/law/library.ts";
import { chooseItem } from "../../app/capture-draft.ts";
import { useField } from "../../app/field-context.ts";
import { useLive } from "../../app/use-live.ts";
import { placeChecklist } from "../../app/visit-checklist.ts";
import { readSuggestGround } from "../../store/library-store.ts";
import { rowsOf } from "../../store/read-rows.ts";
import { readSuggestIndexOf } from "../../store/tenant-library.ts";
import type { CaptureStepProps } from "./capture-page.tsx";
import { foundItems } from "./found-items.ts";
import { type LikelyItem, likelyItems } from "./likely-items.ts";

const OFFERED = 3;
const FOUND = 12;

/** A tap chooses and goes on. */
export function ItemPicker(props: CaptureStepProps) {
  const { draft, library } = props;
  const { description, itemCode, photos } = draft.value;
  const written =
    description.trim() || photos.flatMap((photo) => photo.marks.flatMap((mark) => mark.text ?? [])).join("");
  const likely = useLikely(props);
  const found = useFound(written, props);
  const [more, setMore] = useState(false);
  const isFound = written !== "" && found.length > 0;
  const offers = isFound ? found.slice(0, more ? FOUND : OFFERED) : likely;
  const chosen: readonly LikelyItem[] =
    itemCode === null || offers.some((one) => one.code === itemCode) ? [] : [{ code: itemCode, why: "已选" }];
  const shown = [...chosen, ...offers].flatMap((offer) => {
    const item = library.items.get(offer.code);
    // The ranker knows the shared catalogue alone; what is switched off here is not offered.
    return item && (!item.off || item.code === itemCode) ? [{ item, offer }] : [];
  });
  return (
    <>
      <h2 className="h-sec">
        {written ? "像这几项" : "可能是"}
        <small>{shown.length > 0 ? "点一下就选" : "换几个字再搜"}</small>
      </h2>
      {written && found.length === 0 ? <p className="line__s">没有搜到像“{written}”的，先列常见的。</p> : null}
      <div className="stack" role="radiogroup" aria-label="检查项">
        {shown.map(({ item, offer }) => (
          <Offer
            key={item.code}
            item={item}
            why={offer.why}
            because={offer.because}
            on={item.code === itemCode}
            onPick={() =>
              draft.change({ ...chooseItem(draft.value, library, item.code, offer.clauses), step: "check" })
            }
          />
        ))}
      </div>
      {isFound && !more && found.length > OFFERED ? (
        <button type="button" className="btn btn--wide" onClick={() => setMore(true)}>
          都不像，再看{found.length - OFFERED}项
        </button>
      ) : null}
    </>
  );
}

function useLikely({ scope, rows, library }: CaptureStepProps): readonly LikelyItem[] {
  const { db } = useField();
  const known = useLive(() => rowsOf(db, scope, "hazards"), [db, scope]) ?? [];
  const offered = new Set(placeChecklist(library, rows).flatMap(({ items }) => items.map((item) => item.code)));
  return likelyItems(rows.visit.id, rows.hazards, known, offered, OFFERED);
}

/** What the domain makes of the words, a moment after the last letter. */
function useFound(text: string, { scope, rows, library }: CaptureStepProps): readonly LikelyItem[] {
  const { db } = useField();
  const [found, setFound] = useState<readonly LikelyItem[]>([]);
  const day = rows.visit.inspectedOn;
  const { divisionCode: division, setAsideLessons: setAside } = rows.snapshot.answer;
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      if (!text) return setFound([]);
      const [ground, index, hazards] = await Promise.all([
        readSuggestGround(),
        readSuggestIndexOf(db, scope),
        rowsOf(db, scope, "hazards"),
      ]);
      if (!current) return;
      const offered = { ...ground, library: offeredLibrary(library), index, hazards, setAside };
      setFound(foundItems(offered, { text, day, division }, FOUND));
    }, 120);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, day, division, setAside, library, db, scope]);
  return found;
}

interface OfferProps {
  readonly item: CatalogueItem;
  readonly why: string;
  readonly because: string | undefined;
  readonly on: boolean;
  readonly onPick: () => void;
}

function Offer({ item, why, because, on, onPick }: OfferProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a radio group drawn as cards
    <button
      type="button"
      role="radio"
      aria-checked={on}
      className={on ? "suggest suggest--on" : "suggest"}
      onClick={onPick}
    >
      <span className="row row--between" style={{ alignItems: "flex-start" }}>
        <span className="suggest__t">{item.item}</span>
        {why ? <span className="tag tag--brand tag--best">{why}</span> : null}
      </span>
      <span className="line__s">{item.typicalHazard}</span>
      {because ? <span className="line__s">{because}</span> : null}
      <span className="line__s">
        {item.level1}
        <span className="sep">·</span>
        {item.level2.replace(/（.*）$/, "")}
      </span>
    </button>
  );
}
