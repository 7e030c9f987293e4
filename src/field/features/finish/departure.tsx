import { useEffect } from "react";
import type { DraftState } from "../../app/use-draft.ts";
import { findPlace } from "../../photo/place-fix.ts";
import type { FinishDraft } from "./finish-draft.ts";

/** Where the expert leaves from: asked for once, when the end of the visit is first opened. */
export function Departure({ draft }: { readonly draft: DraftState<FinishDraft> }) {
  const { departedFrom } = draft.value;
  const { change } = draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once a draft
  useEffect(() => {
    if (departedFrom === undefined) void findPlace().then((place) => change({ departedFrom: place ?? null }));
  }, []);
  return (
    <p className="line__s">
      {departedFrom === null
        ? "没取到离开时的位置（没允许或没信号），照常收尾；离开时间照记。"
        : "离开的时间和位置在收尾时记一次，证明机构到过场；路上不跟踪。"}
    </p>
  );
}
