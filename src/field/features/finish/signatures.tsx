// The sides that sign: each with its name, its signature once drawn, or the refusal in its place.
import type { Row } from "#domain/kernel/entities.ts";
import { ACCOMPANIED_BY_LABELS } from "#domain/visit/labels.ts";
import { signersOf } from "#domain/visit/signatures.ts";
import { useBlobUrl } from "../../components/picture.tsx";
import type { FinishDraft, Signer, signaturesLeft } from "./finish-draft.ts";

export function signerNames(
  visit: Row<"visits">,
  draft: FinishDraft,
): Readonly<Record<Signer, { readonly title: string; readonly name: string; readonly under: string }>> {
  return {
    expert: { title: "专家", name: visit.expertName, under: "检查专家" },
    accompanying: {
      title: "街道",
      name: visit.accompaniedName ?? "",
      under: visit.accompaniedBy ? ACCOMPANIED_BY_LABELS[visit.accompaniedBy].zh : "陪同",
    },
    enterprise: { title: "企业", name: draft.person, under: draft.role },
  };
}

interface SignaturesProps {
  readonly visit: Row<"visits">;
  readonly draft: FinishDraft;
  readonly left: ReturnType<typeof signaturesLeft>;
  readonly ready: boolean;
  readonly onSign: (signer: Signer) => void;
}

export function Signatures({ visit, draft, left, ready, onSign }: SignaturesProps) {
  const signers = signersOf(visit);
  const names = signerNames(visit, draft);
  const done = signers.length - left.missing.length;
  return (
    <>
      <h2 className="h-sec">
        {signers.length === 3 ? "三方签字" : "双方签字"}
        <small>
          共{signers.length}处，已签{done}处
        </small>
      </h2>
      {left.stale.length > 0 ? <p className="line__s">签过以后内容改了，请重签。</p> : null}
      <div className="sigs">
        {signers.map((signer) => {
          const { title, name, under } = names[signer];
          const refused = signer === "enterprise" && draft.refusal !== null;
          const drawn = left.missing.includes(signer) ? undefined : draft.signed[signer]?.drawing;
          return (
            <button
              key={signer}
              type="button"
              className="sig"
              disabled={!ready || refused}
              onClick={() => onSign(signer)}
            >
              <span>
                <span className="line__t">
                  {title} {draft.signed[signer]?.name ?? name}
                </span>
                <br />
                <span className="line__s">{refused ? `拒签：${draft.refusal?.reason}` : under}</span>
              </span>
              <Pad drawing={drawn} words={refused ? "已记拒签" : ready ? "点这里签" : "补好再签"} />
            </button>
          );
        })}
      </div>
    </>
  );
}

function Pad({ drawing, words }: { readonly drawing: Blob | undefined; readonly words: string }) {
  const url = useBlobUrl(drawing);
  if (url) {
    return (
      <span className="sig__pad sig__pad--done">
        <img src={url} alt="已签字" />
      </span>
    );
  }
  return <span className="sig__pad">{words}</span>;
}
