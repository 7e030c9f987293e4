// 改规则: days as numbers, empty is off; first tried on today's items, then stored with its reason.
import { useState } from "react";
import { type ClimbingPreview, previewClimbing } from "#api/climbing.ts";
import type { Ladders } from "#domain/climbing/ladders.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import { call } from "../../request/api-client.ts";
import { newId } from "../../request/send-command.ts";
import { useRequest } from "../../request/use-request.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { draftOf, faultsOf, type LadderField, laddersIn } from "./ladders-draft.ts";
import { PreviewResult } from "./preview-result.tsx";

interface ChangeDrawerProps {
  readonly ladders: Ladders;
  readonly day: string;
  readonly onClose: () => void;
}

interface Tried {
  readonly rules: string;
  readonly preview: ClimbingPreview;
}

export function ChangeDrawer({ ladders, day, onClose }: ChangeDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useDraft<LadderField>(draftOf(ladders), (values) => faultsOf(values, say));
  const [tried, setTried] = useState<Tried>();
  const typed = laddersIn(draft.values);
  const preview = tried && tried.rules === JSON.stringify(typed) ? tried.preview : undefined;
  const { request, requesting } = useRequest((rules: Ladders) => call(previewClimbing, { body: { ladders: rules } }));
  async function tryOut() {
    if (!typed) return;
    const answer = await request(typed);
    if (answer) setTried({ rules: JSON.stringify(typed), preview: answer });
  }
  async function change() {
    const { reason } = draft.values;
    const args = { ruleId: newId(), ladders: typed, validFrom: day, reason, ...seen(preview) };
    if (await send({ name: "climbing.change", args }, say("规则改好了，今晚起照办", "Changed, from tonight on")))
      onClose();
  }
  return (
    <FormDrawer
      title={say("改催办和升级规则", "Change the rules")}
      lead={say(
        "填天数，留空就是不要这一级。先点“试算”，看今天会告诉谁，再存。",
        "Days; empty is off. Try before you store.",
      )}
      draft={draft}
      submit={say("存下规则", "Store the rules")}
      leave={say("先不改", "Not now")}
      sending={sending}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <Fields draft={draft} />
      <AreaField draft={draft} name="reason" label={say("为什么改", "Reason")} rows={2} />
      <button type="button" className="btn" disabled={!typed || requesting} onClick={() => void tryOut()}>
        {say("试算：今天会告诉谁", "Try: who would be told today")}
      </button>
      {preview ? <PreviewResult preview={preview} /> : null}
    </FormDrawer>
  );
}

/** What the lead saw before turning on the last step. */
function seen(preview: ClimbingPreview | undefined) {
  if (!preview) return {};
  const hits = preview.counts.filter(({ told }) => told === "leadingGroup").reduce((sum, one) => sum + one.hits, 0);
  return { previewedOn: preview.day, previewedHits: hits };
}

function Fields({ draft }: { readonly draft: ReturnType<typeof useDraft<LadderField>> }) {
  const say = useSay();
  const fields: readonly (readonly [LadderField, string])[] = [
    ["enterprise.before", say("企业：提前几天提醒", "Enterprise: days before")],
    ["enterprise.again", say("企业：逾期几天再提醒", "Enterprise: again, days after")],
    ["enterprise.community", say("企业逾期几天告诉村社区", "Enterprise overdue: community after")],
    ["enterprise.office", say("企业逾期几天告诉安监办", "Enterprise overdue: office after")],
    ["enterprise.leadingGroup", say("企业逾期几天报领导小组", "Enterprise overdue: leading group after")],
    ["referralAfterDays", say("企业逾期几天提请移送", "Enterprise overdue: propose a referral after")],
    ["agency.before", say("机构：提前几天提醒", "Agency: days before")],
    ["agency.again", say("机构：逾期几天再提醒", "Agency: again, days after")],
    ["agency.office", say("机构逾期几天告诉安监办", "Agency overdue: office after")],
    ["agency.leadingGroup", say("机构逾期几天报领导小组", "Agency overdue: leading group after")],
  ];
  return (
    <>
      {fields.map(([name, label]) => (
        <InputField key={name} draft={draft} name={name} label={label} type="number" min={1} max={365} optional />
      ))}
    </>
  );
}
