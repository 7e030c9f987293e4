// Whose hands a document went through: drafted, reviewed, released; and the signatures given on the spot.
import type { DocumentPage } from "#api/documents.ts";
import { SIGNER_ROLE_LABELS } from "#domain/documents/labels.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { shortInstant } from "../../words/day-words.ts";

interface PageProps {
  readonly page: DocumentPage;
}

export function HandsCard({ page }: PageProps) {
  const say = useSay();
  return (
    <section className="card" aria-labelledby="hands">
      <div className="card__head">
        <h2 id="hands">{say("经手", "Hands")}</h2>
      </div>
      <div className="card__body">
        <dl className="dl">
          <Hands page={page} />
          <Signatures page={page} />
        </dl>
        {page.document.onePersonRelease ? (
          <p className="soft">
            {say("方案允许，由一人审核签发。", "One person reviewed and released, as the scheme allows.")}
          </p>
        ) : null}
      </div>
      <Digest page={page} />
    </section>
  );
}

function Hands({ page: { document, day } }: PageProps) {
  const say = useSay();
  const hands: readonly (readonly [string, string | null, string | null])[] = [
    [say("起草", "Drafted"), document.draftedByName, document.draftedAt],
    [say("审核", "Reviewed"), document.reviewedByName, document.reviewedAt],
    [say("签发", "Released"), document.releasedByName, document.releasedAt],
  ];
  return hands.map(([name, who, at]) => (
    <div className="document-hand" key={name}>
      <dt>{name}</dt>
      <dd>
        {who && at ? `${who}，${shortInstant(at, day)}` : <span className="muted">{say("还没有", "Not yet")}</span>}
      </dd>
    </div>
  ));
}

function Signatures({ page: { signatures, day } }: PageProps) {
  const say = useSay();
  const word = useWord();
  return signatures.map((one) => (
    <div className="document-hand" key={`${one.signer}${one.signedAt}`}>
      <dt>{word(SIGNER_ROLE_LABELS[one.signer])}</dt>
      <dd>
        {one.refused ? say(`拒签：${one.refusalReason ?? ""}`, `Refused: ${one.refusalReason ?? ""}`) : one.name}，
        {shortInstant(one.signedAt, day)}
      </dd>
    </div>
  ));
}

function Digest({ page: { document } }: PageProps) {
  const say = useSay();
  return (
    <div className="card__foot mono document-digest">
      {say("内容摘要", "Digest")} {document.dataDigest.slice(0, 16)}…
      {document.proofCode ? (
        <>
          {" "}
          <a href={`/p/${document.proofCode}`} target="_blank" rel="noreferrer">
            {say("验真", "Verify")} {document.proofCode}
          </a>
        </>
      ) : null}
    </div>
  );
}
