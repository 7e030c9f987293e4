// One channel: its kind, its open settings, and which events go out by it. The secret is entered on its own.
import { useState } from "react";
import type { Channel } from "#api/messages.ts";
import { type ChannelKind, channelKindLabels, channelKinds } from "#domain/messages/channels.ts";
import { eventTexts, type MessageEvent, messageEvents } from "#domain/messages/events.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { ChoiceField, InputField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { openFields } from "./channel-fields.ts";
import { KnownFields } from "./known-fields.tsx";

const choosable = messageEvents.filter((event) => event !== "channel.test");

interface ChannelDrawerProps {
  readonly channel: Channel | undefined;
  readonly onClose: () => void;
}

export function ChannelDrawer({ channel, onClose }: ChannelDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? "wecom");
  const [events, setEvents] = useState<ReadonlySet<string>>(new Set(channel?.events ?? choosable));
  const fields = openFields[kind];
  const basics = useDraft(
    { name: channel?.name ?? "", active: channel?.active === false ? "off" : "on" },
    ({ name }) => (name.trim() ? {} : { name: say("请给渠道起个名。", "Name the channel.") }),
  );
  const [settings, setSettings] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(Object.entries(channel?.settings ?? {}).map(([name, value]) => [name, String(value ?? "")])),
  );
  const textOf = (name: string) => settings[name] ?? fields.find((one) => one.name === name)?.initial ?? "";
  async function save() {
    const filled = fields.map(({ name, number }) => {
      const value = textOf(name).trim();
      return [name, number ? Number(value) : value || null] as const;
    });
    const args = {
      ...{ channelId: channel?.id ?? newId(), kind, name: basics.values.name, active: basics.values.active === "on" },
      ...{ settings: Object.fromEntries(filled), events: [...events] },
    };
    if (await send({ name: "messageChannel.set", args }, say("渠道已存", "Saved"))) onClose();
  }
  return (
    <FormDrawer
      title={channel ? say(`修改“${channel.name}”`, `Change ${channel.name}`) : say("加渠道", "Add a channel")}
      lead={say("存好以后填密钥，再试发一条。改了地址，密钥要重新填。", "Then enter the secret and send a test.")}
      draft={basics}
      submit={say("存下来", "Save")}
      leave={say("先不存", "Not now")}
      sending={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {channel ? null : <KindChoice kind={kind} onChoose={setKind} />}
      <InputField draft={basics} name="name" label={say("名字", "Name")} placeholder={say("例如：安监工作群", "")} />
      <KnownFields
        fields={fields}
        textOf={textOf}
        onChange={(name, value) => setSettings({ ...settings, [name]: value })}
      />
      <EventChoice events={events} onChange={setEvents} />
      <ChoiceField
        draft={basics}
        name="active"
        label={say("现在用不用", "Use it")}
        options={[
          { value: "on", label: say("用", "On") },
          { value: "off", label: say("先停用", "Off") },
        ]}
      />
    </FormDrawer>
  );
}

function KindChoice({
  kind,
  onChoose,
}: {
  readonly kind: ChannelKind;
  readonly onChoose: (kind: ChannelKind) => void;
}) {
  const say = useSay();
  const word = useWord();
  const draft = useDraft<"kind">({ kind }, () => ({}));
  const shown = {
    ...draft,
    values: { kind },
    set: (_name: "kind", value: string) => onChoose(channelKinds.find((one) => one === value) ?? kind),
  };
  const options = channelKinds.map((value) => ({ value, label: word(channelKindLabels[value]) }));
  return <SelectField draft={shown} name="kind" label={say("种类", "Kind")} options={options} />;
}

interface EventChoiceProps {
  readonly events: ReadonlySet<string>;
  readonly onChange: (events: ReadonlySet<string>) => void;
}

function EventChoice({ events, onChange }: EventChoiceProps) {
  const say = useSay();
  const word = useWord();
  const toggle = (event: MessageEvent) =>
    onChange(new Set(events.has(event) ? [...events].filter((one) => one !== event) : [...events, event]));
  return (
    <fieldset className="choice">
      <legend className="field__label">{say("哪些消息从这里发", "Which events")}</legend>
      <div className="event-choice">
        {choosable.map((event) => (
          <label key={event} className="choice__one">
            <input type="checkbox" checked={events.has(event)} onChange={() => toggle(event)} />
            {word(eventTexts[event].label)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
