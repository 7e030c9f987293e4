// Step three: what is seen in the expert's own words, and which item of the catalogue it is. The app offers three.
import { useEffect, useState } from "react";
import type { CatalogueItem } from "#domain/law/library.ts";
import { suggestItems } from "#domain/law/suggest.ts";
import { Icon } from "#ui/icon.tsx";
import { BlobThumb } from "../../components/picture.tsx";
import { TextField } from "../../components/text-field.tsx";
import { readSuggestIndex } from "../../store/library-store.ts";
import { chooseItem } from "./capture-draft.ts";
import type { CaptureStepProps } from "./capture-page.tsx";
import { SameBefore } from "./same-before.tsx";

const OFFERED = 3;
const FOUND = 12;

export function ItemStep(props: CaptureStepProps) {
  const { draft, library, frame } = props;
  const { description, place, itemCode, photos } = draft.value;
  const [search, setSearch] = useState("");
  const query = search.trim() || description.trim();
  const codes = useSuggested(query, search.trim() ? FOUND : OFFERED);
  const chosen = itemCode === null ? undefined : library.items.get(itemCode);
  const offered = itemsToShow(codes, chosen, (code) => library.items.get(code));
  const first = photos[0];
  return frame(
    <>
      <div className="row" style={{ alignItems: "flex-start", gap: 12 }}>
        {first ? <BlobThumb blob={first.upright} alt="刚拍的照片" /> : null}
        <div className="grow">
          <TextField
            label="看到什么"
            long
            value={description}
            onChange={(value) => draft.change({ description: value })}
            placeholder="如：配电箱前堆纸箱，箱门打不开"
          />
        </div>
      </div>
      <TextField
        label="在哪儿"
        value={place}
        onChange={(value) => draft.change({ place: value })}
        placeholder="如：机加工车间东侧"
      />
      <label className="row input search">
        <Icon name="search" />
        <input
          type="search"
          aria-label="搜隐患、法条"
          placeholder="搜隐患、法条，如“漏保”"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      <h2 className="h-sec">
        {search.trim() ? "搜到的" : "像这几项"}
        <small>{offered.length > 0 ? "点一下就选" : "写上看到什么，这里就有"}</small>
      </h2>
      <div className="stack" role="radiogroup" aria-label="检查项">
        {offered.map((item) => (
          <Offer
            key={item.code}
            item={item}
            on={item.code === itemCode}
            best={item.code === codes[0] && !search.trim()}
            onPick={() => draft.change(chooseItem(draft.value, library, item.code))}
          />
        ))}
      </div>
      <SameBefore {...props} />
    </>,
    <button
      type="button"
      className="btn btn--primary btn--main"
      disabled={!chosen || !description.trim()}
      onClick={() => draft.change({ step: "deadline" })}
    >
      {chosen ? (description.trim() ? "下一步：期限" : "还差看到什么") : "还差选一项"}
    </button>,
  );
}

/** The codes the domain's search answers, a moment after the last letter. */
function useSuggested(query: string, limit: number): readonly string[] {
  const [codes, setCodes] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void readSuggestIndex().then((index) => {
        if (current) setCodes(query ? suggestItems(index, query, limit).map((one) => one.code) : []);
      });
    }, 120);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, limit]);
  return codes;
}

/** The chosen one stays in sight even when the words point elsewhere. */
function itemsToShow(
  codes: readonly string[],
  chosen: CatalogueItem | undefined,
  find: (code: string) => CatalogueItem | undefined,
): readonly CatalogueItem[] {
  const found = codes.flatMap((code) => find(code) ?? []);
  return chosen && !found.includes(chosen) ? [chosen, ...found] : found;
}

interface OfferProps {
  readonly item: CatalogueItem;
  readonly on: boolean;
  readonly best: boolean;
  readonly onPick: () => void;
}

function Offer({ item, on, best, onPick }: OfferProps) {
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
        {best ? <span className="tag tag--brand tag--best">最像</span> : null}
      </span>
      <span className="line__s">{item.typicalHazard}</span>
      <span className="row" style={{ marginTop: 6 }}>
        <span className="tag">
          {item.level1}
          <span className="sep">·</span>
          {item.level2.replace(/（.*）$/, "")}
        </span>
      </span>
    </button>
  );
}
