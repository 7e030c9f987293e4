// The wording of each event in the tenant's own words, with the words it may use and how it reads with a sample.
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import type { getMessageSettings } from "#api/messages.ts";
import { eventTexts } from "#domain/messages/events.ts";
import { checkTemplate, previewTemplate } from "#domain/messages/template.ts";
import { problemText } from "#domain/problems.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { AreaField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

type Template = z.output<typeof getMessageSettings.response>["templates"][number];

export function TemplatesTab({
  templates,
  tabs,
}: {
  readonly templates: readonly Template[];
  readonly tabs: ReactNode;
}) {
  const say = useSay();
  const word = useWord();
  const [open, setOpen] = useState<Template>();
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("消息设置", "Messages")}</h1>
          <p className="page__lead">
            {say(
              "用街道自己的话写。花括号里的词发的时候会换成实际内容。",
              "Words in braces are filled in when it is sent.",
            )}
          </p>
        </div>
      </div>
      {tabs}
      <ul className="card templates">
        {templates.map((template) => (
          <li key={template.event} className="template">
            <div>
              <b>{word(eventTexts[template.event].label)}</b>{" "}
              {template.own ? <span className="tag tag--brand">{say("自己的话", "own words")}</span> : null}
              {eventTexts[template.event].urgent ? (
                <span className="tag tag--line">{say("夜里也发", "also at night")}</span>
              ) : null}
              <p className="soft">{template.body}</p>
            </div>
            <button type="button" className="btn" onClick={() => setOpen(template)}>
              {say("改说法", "Reword")}
            </button>
          </li>
        ))}
      </ul>
      {open ? <TemplateDrawer template={open} onClose={() => setOpen(undefined)} /> : null}
    </div>
  );
}

function TemplateDrawer({ template, onClose }: { readonly template: Template; readonly onClose: () => void }) {
  const say = useSay();
  const word = useWord();
  const { event } = template;
  const { label, words } = eventTexts[event];
  const { send, sending } = useSendCommand();
  const draft = useDraft({ body: template.body }, ({ body }) => {
    if (!body.trim()) return { body: say("请写要说的话。", "Write what is to be told.") };
    const checked = checkTemplate(event, body);
    return checked.ok ? {} : { body: problemText(checked.problem) };
  });
  async function save() {
    const args = { event, body: draft.values.body };
    if (await send({ name: "messageTemplate.set", args }, say("模板已存", "Saved"))) onClose();
  }
  return (
    <FormDrawer
      title={say(`“${label.zh}”怎么说`, `Wording: ${label.en}`)}
      lead={say(
        `能用的词：${Object.keys(words)
          .map((one) => `{${one}}`)
          .join(" ")}`,
        `Words: ${Object.keys(words)
          .map((one) => `{${one}}`)
          .join(" ")}`,
      )}
      draft={draft}
      submit={say("存下来", "Save")}
      leave={say("先不改", "Not now")}
      sending={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <AreaField draft={draft} name="body" rows={5} label={say("说法", "Wording")} />
      <div className="field">
        <span className="field__label">{say("发出去是这样", "It will read")}</span>
        <p className="template__preview" aria-live="polite">
          {checkTemplate(event, draft.values.body).ok
            ? previewTemplate(event, draft.values.body)
            : word({ zh: "改对了就能看到。", en: "Shown once it is right." })}
        </p>
      </div>
    </FormDrawer>
  );
}
