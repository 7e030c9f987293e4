// 您可以: the acts open to this role now, each opening its form; none is shown that would be refused.
import { Modal } from "antd";
import { useState } from "react";
import type { HazardPage } from "#api/hazards.ts";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon-names.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import "../../forms/forms.css";
import type { ActForm } from "../../hazard-desk/act-form.ts";
import { ActFormView } from "../../hazard-desk/act-form-view.tsx";
import { formsNow } from "../../hazard-desk/desk-forms.ts";
import { waitsFor } from "../../hazard-desk/hazard-desk.tsx";
import { ExtensionFacts } from "../../hazard-desk/matter-facts.tsx";

const icons: Readonly<Record<string, IconName>> = {
  "supervision.record": "horn",
  "hazard.route": "users",
  "routing.take": "check",
  "routing.sendBack": "undo",
  "extension.decide": "clock",
  "severity.confirm": "alert",
  "severity.setBack": "undo",
  "severity.suspect": "ask",
  "listing.list": "alert",
  "listing.delist": "check",
  "treatment.plan": "text",
  "referral.propose": "gavel",
  "referral.decide": "gavel",
  "referral.receive": "check",
  "referral.return": "undo",
  "enforcement.conclude": "gavel",
  "contest.settle": "text",
  "hazard.proposeVoid": "x",
  "hazard.confirmVoid": "x",
  "rectification.reject": "undo",
};

export function HazardActs({ page }: { readonly page: HazardPage }) {
  const say = useSay();
  const word = useWord();
  const [open, setOpen] = useState<ActForm>();
  const forms = formsNow(page);
  const settled = page.hazard.status === "closed" || page.hazard.status === "voided";
  return (
    <section className="card no-print" aria-labelledby="acts">
      <div className="card__head">
        <h2 id="acts">{say("您可以", "You may")}</h2>
      </div>
      <div className="card__body hazard-acts">
        {forms.map((form, index) => (
          <button
            key={form.command}
            type="button"
            className={index === 0 && !settled ? "btn btn--primary" : "btn"}
            onClick={() => setOpen(form)}
          >
            <Icon name={icons[form.command] ?? "pen"} />
            {word(form.title)}
          </button>
        ))}
        {forms.length === 0 || page.hazard.status !== "open" ? (
          <p className="soft">
            {forms.length > 0 && settled
              ? say("已经销号，不用再办。上面的只用来更正。", "Closed. The above only corrects it.")
              : waitsFor(page, say)}
          </p>
        ) : null}
      </div>
      <Modal
        open={open !== undefined}
        onCancel={() => setOpen(undefined)}
        footer={null}
        destroyOnHidden
        title={open ? word(open.title) : ""}
      >
        {open ? (
          <>
            {open.command === "extension.decide" ? <ExtensionFacts page={page} /> : null}
            <ActFormView form={open} page={page} onDone={() => setOpen(undefined)} />
          </>
        ) : null}
      </Modal>
    </section>
  );
}
