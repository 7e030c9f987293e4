// 记一次督促: how the enterprise was pressed, for which hazards, and what it answered. Fulfils the period's task by itself.
import { Drawer } from "antd";
import { type FormEvent, useId, useState } from "react";
import type { EnterpriseFile } from "#api/enterprises.ts";
import { supervisionMeansLabels } from "#domain/supervision/labels.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { dueWords } from "../../words/due-words.ts";

const means = ["visit", "call", "message"] as const;
type Means = (typeof means)[number];

interface SupervisionDrawerProps {
  readonly file: EnterpriseFile;
  readonly onDone: () => void;
}

export function SupervisionDrawer({ file, onDone }: SupervisionDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const [siteId, setSiteId] = useState(file.sites[0]?.id ?? "");
  const [how, setHow] = useState<Means>("visit");
  const [picked, setPicked] = useState<readonly string[]>(() => file.hazards.rows.map((hazard) => hazard.id));
  const [note, setNote] = useState("");
  const noteField = useId();
  async function record(event: FormEvent) {
    event.preventDefault();
    const args = { supervisionId: newId(), siteId, means: how, hazardIds: picked, ...(note.trim() ? { note } : {}) };
    if (await send({ name: "supervision.record", args }, say("这次督促已记下", "Supervision recorded"))) onDone();
  }
  return (
    <Drawer
      open
      size={520}
      title={say(`记一次督促：${file.facts.name}`, `Record supervision: ${file.facts.name}`)}
      onClose={onDone}
    >
      <form className="stack" onSubmit={(event) => void record(event)}>
        {file.sites.length > 1 ? <SiteChoice file={file} value={siteId} onChange={setSiteId} /> : null}
        <MeansChoice value={how} onChange={setHow} />
        <HazardChoice file={file} picked={picked} onChange={setPicked} />
        <div className="field">
          <label className="field__label" htmlFor={noteField}>
            {say("企业怎么说（可不填）", "What they answered (optional)")}
          </label>
          <textarea
            id={noteField}
            className="input"
            rows={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
        <div className="row">
          <button type="submit" className="btn btn--primary" disabled={sending}>
            {say("记下这次督促", "Record")}
          </button>
          <button type="button" className="btn" onClick={onDone}>
            {say("先不记", "Not now")}
          </button>
        </div>
      </form>
    </Drawer>
  );
}

interface ChoiceProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function SiteChoice({ file, value, onChange }: ChoiceProps<string> & Pick<SupervisionDrawerProps, "file">) {
  const say = useSay();
  return (
    <fieldset className="choice">
      <legend className="field__label">{say("哪个场所", "Which site")}</legend>
      {file.sites.map((site) => (
        <label key={site.id}>
          <input type="radio" name="site" checked={value === site.id} onChange={() => onChange(site.id)} />
          {site.name}
        </label>
      ))}
    </fieldset>
  );
}

function MeansChoice({ value, onChange }: ChoiceProps<Means>) {
  const say = useSay();
  const word = useWord();
  return (
    <fieldset className="choice">
      <legend className="field__label">{say("怎么督促的", "How")}</legend>
      {means.map((one) => (
        <label key={one}>
          <input type="radio" name="means" checked={value === one} onChange={() => onChange(one)} />
          {word(supervisionMeansLabels[one])}
        </label>
      ))}
    </fieldset>
  );
}

interface HazardChoiceProps {
  readonly file: EnterpriseFile;
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}

function HazardChoice({ file, picked, onChange }: HazardChoiceProps) {
  const say = useSay();
  const { rows } = file.hazards;
  if (rows.length === 0) return null;
  return (
    <fieldset className="choice choice--rows">
      <legend className="field__label">{say("督促了哪几条", "Which hazards")}</legend>
      {rows.map((hazard) => (
        <label key={hazard.id}>
          <input
            type="checkbox"
            checked={picked.includes(hazard.id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...picked, hazard.id] : picked.filter((id) => id !== hazard.id))
            }
          />
          <span className="grow">{hazard.description}</span>
          <DueChip {...dueWords(hazard.dueOn, file.day, say)} />
        </label>
      ))}
    </fieldset>
  );
}
