// 经过: what happened to a hazard, newest first.

import { Link } from "react-router";
import { getDocumentPdf } from "#api/documents.ts";
import type { HazardLine, HazardPage } from "#api/hazards.ts";
import { FORM_LABELS } from "#domain/documents/labels.ts";
import { DOCUMENT_STATE_LABELS } from "#domain/documents/report-labels.ts";
import { supervisionMeansLabels } from "#domain/supervision/labels.ts";
import { EventList } from "#ui/event-list.tsx";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon-names.ts";
import { Dotted } from "#ui/sep.tsx";
import { type StepNo, stepIcons } from "#ui/step-tag.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { addressOf } from "../../request/api-client.ts";
import { commandLabel } from "../../words/command-words.ts";
import { shortInstant } from "../../words/day-words.ts";
import { stepNo } from "../../words/step-words.ts";

export function HazardEvents({ page }: { readonly page: HazardPage }) {
  const say = useSay();
  const word = useWord();
  return (
    <section className="card" aria-labelledby="events">
      <div className="card__head">
        <h2 id="events">{say("经过", "What happened")}</h2>
      </div>
      <div className="card__body">
        <EventList
          events={page.events.map((line) => ({
            id: line.id,
            icon: iconOf(line),
            ...(line.step === null ? {} : { step: stepNo(line.step) satisfies StepNo }),
            what: word(commandLabel(line.command)),
            meta: (
              <Dotted
                parts={[
                  shortInstant(line.occurredAt, page.day),
                  line.actorName,
                  line.actorRole,
                  line.means && word(supervisionMeansLabels[line.means]),
                  line.onBehalf && say("代企业办理", "on behalf"),
                ]}
              />
            ),
            note: line.note ? `“${line.note}”` : undefined,
          }))}
        />
      </div>
      <Documents page={page} />
    </section>
  );
}

function iconOf({ step }: HazardLine): IconName {
  return step === null ? "flag" : stepIcons[stepNo(step)];
}

function Documents({ page }: { readonly page: HazardPage }) {
  const say = useSay();
  const word = useWord();
  if (page.documents.length === 0) return null;
  return (
    <div className="card__foot hazard-docs">
      {page.documents.map((document) => (
        <div key={document.id} className="row">
          <Icon name="file" />
          <Link to={`/documents/${document.id}`}>
            {word(FORM_LABELS[document.kind])} {document.number}
          </Link>
          <span>{word(DOCUMENT_STATE_LABELS[document.state])}</span>
          {document.printed ? (
            <a href={addressOf(getDocumentPdf, { params: { id: document.id } })} target="_blank" rel="noreferrer">
              {say("打开PDF", "PDF")}
            </a>
          ) : null}
        </div>
      ))}
    </div>
  );
}
