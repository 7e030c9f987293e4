// 加派单规则／改规则: what fits, to whom, tried on today's open hazards before it is stored.
import { useState } from "react";
import { previewRouting, type RoutingPreview, type RoutingRuleRow } from "#api/member-units.ts";
import { FAMILY_LABELS } from "#domain/law/labels.ts";
import { FAMILIES } from "#domain/law/library-rows.ts";
import { Note } from "#ui/note.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { AreaField, InputField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Draft, useDraft, type Values } from "../../forms/use-draft.ts";
import { call } from "../../request/api-client.ts";
import { newId } from "../../request/send-command.ts";
import { useRequest } from "../../request/use-request.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { count } from "../../words/number-words.ts";
import type { Answer } from "./member-units-page.tsx";

type Name = "unitId" | "family" | "level2" | "itemCodes" | "tags" | "position" | "reason";

interface RuleDrawerProps {
  readonly rule: RoutingRuleRow | undefined;
  readonly answer: Answer;
  readonly onClose: () => void;
}

interface Tried {
  readonly rule: string;
  readonly preview: RoutingPreview;
}

export function RuleDrawer({ rule, answer, onClose }: RuleDrawerProps) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const draft = useRuleDraft(rule, answer);
  const [tried, setTried] = useState<Tried>();
  const match = { ...matchIn(draft.values), replacesRuleId: rule?.id ?? null };
  const preview = tried?.rule === JSON.stringify(match) ? tried.preview : undefined;
  const { request, requesting } = useRequest((body: typeof match) => call(previewRouting, { body }));
  async function tryOut() {
    if (!draft.check()) return;
    const found = await request(match);
    if (found) setTried({ rule: JSON.stringify(match), preview: found });
  }
  async function store() {
    const { unitId, reason } = draft.values;
    const args = { ...match, ruleId: newId(), unitId, reason };
    if (
      await send(
        { name: "routingRule.set", args },
        say("规则存好了，十分钟内照派", "Stored; it routes within ten minutes"),
      )
    )
      onClose();
  }
  return (
    <FormDrawer
      title={rule ? say("改派单规则", "Change the rule") : say("加派单规则", "Add a rule")}
      lead={say(
        "几样都填的要同时对上。派过或退回过的不再自动派。",
        "All that is filled in must fit. What was routed before is left alone.",
      )}
      draft={draft}
      submit={say("存下规则", "Store the rule")}
      leave={say("先不存", "Not now")}
      sending={sending}
      onSubmit={() => void store()}
      onClose={onClose}
    >
      <Fields draft={draft} answer={answer} />
      <AreaField draft={draft} name="reason" label={say("为什么这样派", "Reason")} rows={2} />
      <button type="button" className="btn" disabled={requesting} onClick={() => void tryOut()}>
        {say("试算：现在会派哪些", "Try: what would be routed now")}
      </button>
      {preview ? <PreviewNote preview={preview} /> : null}
    </FormDrawer>
  );
}

function useRuleDraft(rule: RoutingRuleRow | undefined, { units, rules }: Answer): Draft<Name> {
  const say = useSay();
  const last = rules.filter(({ ended }) => ended === null).reduce((most, { position }) => Math.max(most, position), 0);
  const initial = {
    unitId: rule?.unitId ?? units[0]?.id ?? "",
    family: rule?.family ?? "",
    level2: rule?.level2 ?? "",
    itemCodes: rule?.itemCodes.join("、") ?? "",
    tags: rule?.tags.join("、") ?? "",
    position: String(rule?.position ?? Math.min(999, last + 10)),
    reason: "",
  };
  return useDraft<Name>(initial, (values) => {
    const { family, level2, itemCodes, tags } = matchIn(values);
    const isEmpty = !family && !level2 && itemCodes.length + tags.length === 0;
    return {
      ...(isEmpty ? { level2: say("类别、小类、检查项、标签至少填一样。", "Fill in at least one.") } : {}),
      ...(/^[1-9]\d{0,2}$/.test(values.position) ? {} : { position: say("填1到999。", "1 to 999.") }),
      ...(values.reason.trim() ? {} : { reason: say("请写为什么这样派。", "The reason is needed.") }),
    };
  });
}

function matchIn({ family, level2, itemCodes, tags, position }: Values<Name>) {
  return {
    family: FAMILIES.find((one) => one === family) ?? null,
    level2: level2 || null,
    itemCodes: wordsIn(itemCodes),
    tags: wordsIn(tags),
    position: Number(position) || 1,
  };
}

function wordsIn(text: string): string[] {
  return text.split(/[、，,;；\s]+/).filter(Boolean);
}

function Fields({ draft, answer: { units, choices } }: { readonly draft: Draft<Name>; readonly answer: Answer }) {
  const say = useSay();
  const word = useWord();
  const any = { value: "", label: say("不限", "Any") };
  return (
    <>
      <SelectField
        draft={draft}
        name="unitId"
        label={say("派给", "To")}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        draft={draft}
        name="family"
        label={say("类别", "Family")}
        optional
        options={[any, ...FAMILIES.map((one) => ({ value: one, label: word(FAMILY_LABELS[one]) }))]}
      />
      <SelectField
        draft={draft}
        name="level2"
        label={say("小类", "Category")}
        optional
        options={[any, ...choices.level2.map((one) => ({ value: one, label: one }))]}
      />
      <InputField
        draft={draft}
        name="itemCodes"
        label={say("检查项编号", "Item codes")}
        hint={say("几项用顿号隔开，如XC-05-05、XC-05-06。", "Separated by commas.")}
        optional
      />
      <InputField
        draft={draft}
        name="tags"
        label={say("企业或场所的标签", "Tags")}
        hint={
          choices.tags.length > 0
            ? say(`有其中一个就算。现有：${choices.tags.slice(0, 12).join("、")}`, `Any of: ${choices.tags.join(", ")}`)
            : say("有其中一个就算。", "Any of them.")
        }
        optional
      />
      <InputField
        draft={draft}
        name="position"
        label={say("第几位", "Position")}
        hint={say("两条规则都对上时，数小的先派。", "The lower number decides.")}
        type="number"
        min={1}
        max={999}
      />
    </>
  );
}

function PreviewNote({ preview: { total, rows } }: { readonly preview: RoutingPreview }) {
  const say = useSay();
  return (
    <Note
      title={
        total === 0
          ? say("现在没有要按它派的隐患", "Nothing would be routed now")
          : say(`存下后会派${count(total)}条`, `${count(total)} would be routed`)
      }
    >
      <ul className="member-units__hits">
        {rows.map((row) => (
          <li key={row.hazardId}>
            {say(`${row.enterpriseName}，${row.title}`, `${row.enterpriseName}: ${row.title}`)}
          </li>
        ))}
      </ul>
    </Note>
  );
}
