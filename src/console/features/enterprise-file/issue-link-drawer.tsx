// A link issued again: the secret is made in this browser and shown this once; the server keeps its hash only.
import { App, Drawer } from "antd";
import { create } from "qrcode";
import { useState } from "react";
import type { EnterpriseFile } from "#api/enterprises.ts";
import { sha256Hex } from "#domain/kernel/derived-id.ts";
import { VISIT_KIND_LABELS } from "#domain/visit/labels.ts";
import { Icon } from "#ui/icon.tsx";
import { Note } from "#ui/note.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { shortDay } from "../../words/day-words.ts";

interface IssueLinkDrawerProps {
  readonly file: EnterpriseFile;
  readonly visits: EnterpriseFile["visits"];
  readonly onClose: () => void;
}

export function IssueLinkDrawer({ file, visits, onClose }: IssueLinkDrawerProps) {
  const say = useSay();
  const word = useWord();
  const { send, sending } = useSendCommand();
  const [address, setAddress] = useState<string>();
  const draft = useDraft({ visitId: visits[0]?.id ?? "" }, () => ({}));
  async function issue() {
    const secret = newSecret();
    const { visitId } = draft.values;
    const args = { linkId: newId(), secretHash: sha256Hex(secret), visitId };
    if (await send({ name: "accessLink.issue", args, visit: visitId })) setAddress(`${location.origin}/l/${secret}`);
  }
  if (address) return <Issued address={address} name={file.facts.name} onClose={onClose} />;
  return (
    <FormDrawer
      title={say("补发办事链接", "Issue a link again")}
      lead={say(
        "企业把链接弄丢了就补发一个。原来的照样能用；要停用，在那一个上点“停用”。",
        "Those before stay open until they are revoked.",
      )}
      draft={draft}
      submit={say("补发一个", "Issue")}
      leave={say("先不发", "Not now")}
      sending={sending}
      onSubmit={() => void issue()}
      onClose={onClose}
    >
      <SelectField
        draft={draft}
        name="visitId"
        label={say("哪一次检查的", "Of which visit")}
        options={visits.map((visit) => ({
          value: visit.id,
          label: `${shortDay(visit.inspectedOn, file.day)}，${word(VISIT_KIND_LABELS[visit.kind])}，${visit.expertName}`,
        }))}
      />
    </FormDrawer>
  );
}

function Issued({ address, name, onClose }: { address: string; name: string; onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  async function copy() {
    try {
      await navigator.clipboard.writeText(say(`${name}的隐患整改，点开办：${address}`, address));
      void message.success(say("已复制，请只发给这家企业", "Copied; send it to this enterprise only"));
    } catch {
      void message.error(say("浏览器没让复制，请选中地址复制。", "The browser refused; select the address."));
    }
  }
  return (
    <Drawer open size={520} title={say("链接好了", "The link is ready")} onClose={onClose}>
      <div className="stack">
        <Note tone="soon" title={say("只显示这一次", "Shown this once")}>
          {say("拿到它的人就能看、能交，请只发给这家企业。", "Whoever has it can read and hand in.")}
        </Note>
        <Code text={address} label={say("办事链接的二维码", "The link as a code")} />
        <p className="mono links__address">{address}</p>
        <div className="row">
          <button type="button" className="btn btn--primary" onClick={() => void copy()}>
            <Icon name="text" />
            {say("复制链接", "Copy the link")}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say("发好了，关上", "Sent, close")}
          </button>
        </div>
      </div>
    </Drawer>
  );
}

/** 128 random bits in 22 characters, the shape of every link of this system. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function Code({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const cells = Array.from(modules.data).flatMap((dark, index) => (dark ? [index] : []));
  const path = cells.map((index) => `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z`).join("");
  return (
    <svg
      className="links__code"
      viewBox={`-2 -2 ${modules.size + 4} ${modules.size + 4}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
