// A channel's secret: goes in and is never shown again.
import { App } from "antd";
import { useState } from "react";
import { type Channel, putChannelSecret } from "#api/messages.ts";
import { useSay } from "../../appearance/language.ts";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { call } from "../../request/api-client.ts";
import { useRequest } from "../../request/use-request.ts";
import { secretFields } from "./channel-fields.ts";
import { KnownFields } from "./known-fields.tsx";

export function SecretDrawer({ channel, onClose }: { readonly channel: Channel; readonly onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const fields = secretFields[channel.kind];
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const draft = useDraft({}, () => ({}));
  const { request, requesting } = useRequest((body: Record<string, string>) =>
    call(putChannelSecret, { params: { id: channel.id }, body }),
  );
  async function save() {
    const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));
    if (!(await request(body))) return;
    void message.success(say("密钥已封存，试发一条看看", "Sealed; send a test now"));
    onClose();
  }
  return (
    <FormDrawer
      title={say(`“${channel.name}”的密钥`, `Secret of ${channel.name}`)}
      lead={say("存进去就看不到了，只能换。只发往现在这个地址。", "Once in, it is not shown again.")}
      draft={draft}
      submit={say("封存", "Seal it")}
      leave={say("先不填", "Not now")}
      sending={requesting}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <KnownFields
        secret
        fields={fields}
        textOf={(name) => values[name] ?? ""}
        onChange={(name, value) => setValues({ ...values, [name]: value })}
      />
    </FormDrawer>
  );
}
