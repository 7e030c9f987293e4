// 设方案: a new year starts from the usual scheme; with a plan standing, periods are shown and stay.
import type { SchemeAnswer } from "#api/schemes.ts";
import type { Period } from "#domain/contract/scheme-parts.ts";
import { Note } from "#ui/note.tsx";
import { useSay } from "../../appearance/language.ts";
import { ChoiceField, InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Draft, useDraft } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { periodName } from "../../words/day-words.ts";
import { faultsOf, partsOf, periodKey, type SchemeField, startOf, valuesOf } from "./scheme-draft.ts";

type SchemeDrawerProps =
  | { readonly scheme: SchemeAnswer; readonly year?: undefined; readonly onClose: () => void }
  | { readonly scheme?: undefined; readonly year: number; readonly onClose: () => void };

export function SchemeDrawer({ scheme, year, onClose }: SchemeDrawerProps) {
  const say = useSay();
  const serviceYear = scheme?.serviceYear ?? year ?? 0;
  const start = startOf(scheme, serviceYear);
  const { send, sending } = useSendCommand();
  const draft = useDraft<SchemeField>(valuesOf(start), (values) => faultsOf(values, serviceYear, start.periods, say));
  async function set() {
    const args = { schemeId: scheme?.id ?? newId(), ...partsOf(draft.values, serviceYear, start.periods) };
    if (await send({ name: "scheme.set", args }, say("方案已存", "Saved"))) onClose();
  }
  return (
    <FormDrawer
      title={scheme ? say("改这个方案", "Change the scheme") : say(`设${serviceYear}年度方案`, `Set ${serviceYear}`)}
      draft={draft}
      submit={say("存下方案", "Save the scheme")}
      leave={say("先不改", "Not now")}
      sending={sending}
      onSubmit={() => void set()}
      onClose={onClose}
    >
      <InputField draft={draft} name="name" label={say("名字", "Name")} />
      <InputField draft={draft} name="startsOn" type="date" label={say("年度从哪天起", "Starts")} />
      <InputField draft={draft} name="endsOn" type="date" label={say("年度到哪天止", "Ends")} />
      <InputField draft={draft} name="targetOn" type="date" label={say("哪天考核", "Measured on")} />
      {scheme?.planned ? (
        <Note title={say("周期和次数不能改", "Periods stay")}>
          {scheme.planned
            ? say("已经按它们排了计划。下面的参数还可以改。", "A plan stands on them; the parameters below may change.")
            : say(
                "周期和次数由安监办负责人改，参数您可以改。",
                "The office's lead changes them; you may change parameters.",
              )}
        </Note>
      ) : (
        <PeriodFields draft={draft} periods={start.periods} serviceYear={serviceYear} />
      )}
      <ParameterFields draft={draft} />
    </FormDrawer>
  );
}

interface PeriodFieldsProps {
  readonly draft: Draft<SchemeField>;
  readonly periods: readonly Period[];
  readonly serviceYear: number;
}

function PeriodFields({ draft, periods, serviceYear }: PeriodFieldsProps) {
  const say = useSay();
  return (
    <div className="scheme__form-periods">
      {periods.map((period) => (
        <fieldset key={period.no} className="scheme__period">
          <legend>{periodName(period, serviceYear)}</legend>
          <InputField draft={draft} name={periodKey(period.no, "startsOn")} type="date" label={say("从", "From")} />
          <InputField draft={draft} name={periodKey(period.no, "endsOn")} type="date" label={say("到", "To")} />
          <div className="scheme__counts">
            <InputField
              draft={draft}
              name={periodKey(period.no, "inspections")}
              type="number"
              label={say("检查", "Inspections")}
            />
            <InputField
              draft={draft}
              name={periodKey(period.no, "supervisions")}
              type="number"
              label={say("督促", "Supervisions")}
            />
            <InputField
              draft={draft}
              name={periodKey(period.no, "reinspections")}
              type="number"
              label={say("复查", "Re-inspections")}
            />
          </div>
        </fieldset>
      ))}
    </div>
  );
}

function ParameterFields({ draft }: { readonly draft: Draft<SchemeField> }) {
  const say = useSay();
  return (
    <>
      <InputField
        draft={draft}
        name="rectificationDays"
        type="number"
        label={say("整改期限（天）", "Rectification, days")}
      />
      <InputField
        draft={draft}
        name="reinspectionWorkingDays"
        type="number"
        label={say("复查期限（工作日）", "Re-inspection, working days")}
      />
      <InputField
        draft={draft}
        name="reportWorkingDays"
        type="number"
        label={say("出报告（工作日）", "Report, working days")}
      />
      <InputField
        draft={draft}
        name="majorNoticeHours"
        type="number"
        label={say("疑似重大几小时内处理（小时）", "Suspected major, hours")}
      />
      <ChoiceField
        draft={draft}
        name="onePersonRelease"
        label={say("几个人签发报告", "Who releases a report")}
        options={[
          { value: "no", label: say("审核、签发两个人", "Two persons") },
          { value: "yes", label: say("一个人就可以", "One person") },
        ]}
      />
      <InputField
        draft={draft}
        name="aboveScaleRevenueFen"
        label={say("规上收入线（万元）", "Above scale, 10,000 yuan")}
      />
      <InputField draft={draft} name="inScopeRevenueFen" label={say("纳入收入线（万元）", "In scope, 10,000 yuan")} />
      <InputField
        draft={draft}
        name="standardizationRevenueFen"
        label={say("标准化收入线（万元）", "Standardization, 10,000 yuan")}
      />
    </>
  );
}
