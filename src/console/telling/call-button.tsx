// 打电话: the principal's number for those who supervise, and what came of the call in one tap more. Only a call that was
// answered is a supervision; one that was not fulfils nothing.
import { Drawer } from "antd";
import { useState } from "react";
import { getEnterprisePhone } from "#api/enterprise-phone.ts";
import { Icon } from "#ui/icon.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useSay } from "../appearance/language.ts";
import { failureText } from "../request/failures.ts";
import { newId } from "../request/send-command.ts";
import { useRoute } from "../request/use-route.ts";
import { useSendCommand } from "../request/use-send-command.ts";
import { useMembership } from "../session/session-context.ts";
import "./telling.css";

interface Called {
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly siteId: string;
  readonly hazardIds: readonly string[];
}

const callers: readonly string[] = Array.isArray(getEnterprisePhone.by) ? getEnterprisePhone.by : [];

/** Shown to those who may call and record it; for the others there is no button. */
export function CallButton(called: Called) {
  const say = useSay();
  const { role } = useMembership();
  const [open, setOpen] = useState(false);
  if (!callers.includes(role)) return null;
  return (
    <>
      <button type="button" className="btn no-print" onClick={() => setOpen(true)}>
        <Icon name="tel" />
        {say("打电话", "Call")}
      </button>
      {open ? <CallDrawer {...called} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function CallDrawer({ onClose, ...called }: Called & { readonly onClose: () => void }) {
  const say = useSay();
  const { data, error } = useRoute(getEnterprisePhone, { params: { id: called.enterpriseId } });
  return (
    <Drawer
      open
      size={420}
      title={say(`给${called.enterpriseName}打电话`, `Call ${called.enterpriseName}`)}
      onClose={onClose}
    >
      <div className="stack">
        {error ? <p role="alert">{failureText(error)}</p> : null}
        {data ? <PhoneLink {...data} /> : error ? null : <Skeleton label={say("正在取号码", "Fetching the number")} />}
        {data ? <Outcomes {...called} onClose={onClose} /> : null}
      </div>
    </Drawer>
  );
}

function PhoneLink({ name, phone }: { readonly name: string | null; readonly phone: string | null }) {
  const say = useSay();
  if (!phone)
    return (
      <p>
        {say("档案里没有负责人的电话。请先在企业档案里补上。", "The file holds no number yet. Add it there first.")}
      </p>
    );
  return (
    <>
      <p className="soft">{name ?? say("主要负责人", "Principal")}</p>
      <a className="btn btn--primary call__number" href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}>
        <Icon name="tel" />
        {phone}
      </a>
    </>
  );
}

function Outcomes({ siteId, hazardIds, onClose }: Called & { readonly onClose: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  async function record(note: string) {
    const args = { supervisionId: newId(), siteId, means: "call", hazardIds, note };
    if (await send({ name: "supervision.record", args }, say("这次督促已记下", "Recorded"))) onClose();
  }
  const answered = [
    { note: "电话里答应按期改", label: say("打通了，答应按期改", "Promised to fix it in time") },
    { note: "电话里说有难处，可能要延期", label: say("打通了，说有难处", "Answered, has difficulties") },
    { note: "电话里说已经改好，会传照片", label: say("打通了，说已改好", "Says it is done") },
  ];
  return (
    <fieldset className="call__outcomes">
      <legend className="field__label">{say("打完点一下，就记成一次督促", "Tap what came of it")}</legend>
      {answered.map(({ note, label }) => (
        <button
          key={note}
          type="button"
          className="btn call__outcome"
          disabled={sending}
          onClick={() => void record(note)}
        >
          {label}
        </button>
      ))}
      <button type="button" className="btn btn--quiet call__outcome" onClick={onClose}>
        {say("没打通，不记", "No answer, record nothing")}
      </button>
    </fieldset>
  );
}
