// Review, release, void: only what this person may do with this document now, or whose turn it is instead.
import { Modal } from "antd";
import { type FormEvent, useState } from "react";
import type { DocumentPage } from "#api/documents.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField } from "../../forms/fields.tsx";
import "../../forms/forms.css";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

export function DocumentActs({ page }: { readonly page: DocumentPage }) {
  const say = useSay();
  const [voiding, setVoiding] = useState(false);
  const { document, acts } = page;
  if (acts.length === 0 && !page.waitsFor) return null;
  return (
    <section className="card no-print" aria-labelledby="acts">
      <div className="card__head">
        <h2 id="acts">{say("您可以", "You may")}</h2>
      </div>
      <div className="card__body document-acts">
        {acts.includes("report.review") ? <ReviewButton page={page} /> : null}
        {acts.includes("report.release") ? <ReleaseButton page={page} /> : null}
        {page.waitsFor ? <p className="soft">{page.waitsFor}</p> : null}
        {acts.includes("document.void") ? (
          <button type="button" className="btn btn--risk" onClick={() => setVoiding(true)}>
            {say("作废这份", "Void it")}
          </button>
        ) : null}
      </div>
      <Modal
        open={voiding}
        onCancel={() => setVoiding(false)}
        footer={null}
        destroyOnHidden
        title={say(`作废${document.number}`, `Void ${document.number}`)}
      >
        <VoidForm documentId={document.id} onDone={() => setVoiding(false)} />
      </Modal>
    </section>
  );
}

function ReviewButton({ page: { document } }: { readonly page: DocumentPage }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const again = document.state === "reviewed";
  const command = { name: "report.review", args: { documentId: document.id } };
  return (
    <button
      type="button"
      className={again ? "btn" : "btn btn--primary"}
      disabled={sending}
      onClick={() => void send(command, say("已审核，等负责人签发", "Reviewed"))}
    >
      {again ? say("再审一次", "Review again") : say("审核通过", "Approve")}
    </button>
  );
}

/** Closed while something is missing; then it says how much. */
function ReleaseButton({ page: { document, missing } }: { readonly page: DocumentPage }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const command = { name: "report.release", args: { documentId: document.id } };
  return (
    <>
      <button
        type="button"
        className="btn btn--primary"
        disabled={sending || missing.length > 0}
        onClick={() => void send(command, say("已签发，马上制成PDF", "Released"))}
      >
        {say("签发报告", "Release")}
      </button>
      {missing.length > 0 ? (
        <p className="soft">
          {say(`还差${missing.length}处，补齐后再签发。`, `${missing.length} things are missing.`)}
        </p>
      ) : null}
    </>
  );
}

function VoidForm({ documentId, onDone }: { readonly documentId: string; readonly onDone: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useDraft({ reason: "" }, ({ reason }) =>
    reason.trim() ? {} : { reason: say("请填为什么作废。", "A reason is needed.") },
  );
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!draft.check()) return;
    const args = { documentId, reason: draft.values.reason };
    if (await send({ name: "document.void", args }, say("已作废", "Void"))) onDone();
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <AreaField
        draft={draft}
        name="reason"
        label={say("为什么作废", "Why")}
        hint={say("印在验真页上。要重出一份，作废后再起草。", "Shown on the proof page.")}
      />
      <div className="form__acts">
        <button type="submit" className="btn btn--risk" disabled={sending}>
          {say("作废这份", "Void it")}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {say("先留着", "Keep it")}
        </button>
      </div>
    </form>
  );
}
