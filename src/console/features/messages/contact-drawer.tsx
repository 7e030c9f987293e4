// Where else this person wants to be told. Left empty, nothing is sent there.
import { useSay } from "../../appearance/language.ts";
import { InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";

interface ContactDrawerProps {
  readonly contact: { readonly email: string | null; readonly phone: string | null };
  readonly onClose: () => void;
}

export function ContactDrawer({ contact, onClose }: ContactDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useDraft({ email: contact.email ?? "", phone: contact.phone ?? "" }, ({ email, phone }) => ({
    ...(email === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
      ? {}
      : { email: say("邮箱写得不对，要像name@example.com。", "Not an e-mail address.") }),
    ...(phone === "" || /^1\d{10}$/.test(phone) ? {} : { phone: say("手机号要11位数字。", "Eleven digits.") }),
  }));
  async function save() {
    const args = { email: draft.values.email || null, phone: draft.values.phone || null };
    if (await send({ name: "messageContact.set", args }, say("已存", "Saved"))) onClose();
  }
  return (
    <FormDrawer
      title={say("收消息的邮箱和手机", "My e-mail and phone")}
      lead={say("填了，消息也会发到这里；不填就只在系统里看。", "Filled in, messages go there as well.")}
      draft={draft}
      submit={say("存下来", "Save")}
      leave={say("先不改", "Not now")}
      sending={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <InputField draft={draft} name="email" optional label={say("邮箱", "E-mail")} />
      <InputField draft={draft} name="phone" optional label={say("手机号", "Mobile")} />
    </FormDrawer>
  );
}
