// 记一次服务: of which kind, for whom, when, where, how many came, what was told.
import { serviceAudiences, serviceKinds } from "#api/service-records.ts";
import { roleScope } from "#domain/access/roles.ts";
import { useSay, useWord } from "../../appearance/language.ts";
import { AreaField, ChoiceField, InputField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Draft, type Faults, useDraft, type Values } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { useMembership } from "../../session/session-context.ts";
import { serviceAudienceWords, serviceKindWords } from "../../words/service-words.ts";

type Field = "kind" | "audience" | "agencyId" | "title" | "heldOn" | "place" | "attendees" | "summary";
type Say = (zh: string, en: string) => string;

interface RecordDrawerProps {
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  readonly day: string;
  readonly onClose: () => void;
}

export function RecordDrawer({ agencies, day, onClose }: RecordDrawerProps) {
  const say = useSay();
  const ofAgency = roleScope[useMembership().role] === "agency";
  const { send, sending } = useSendCommand();
  const empty = { kind: "education", audience: "enterprise", agencyId: "", title: "", heldOn: day };
  const draft = useDraft<Field>({ ...empty, place: "", attendees: "", summary: "" }, (values) =>
    faultsOf(values, day, say),
  );
  async function record() {
    const { agencyId, attendees, ...words } = draft.values;
    const args = {
      ...{ serviceRecordId: newId(), ...words, attendees: Number(attendees) },
      agencyId: ofAgency || !agencyId ? null : agencyId,
    };
    if (await send({ name: "service.record", args }, say("这次服务已记下", "Recorded"))) onClose();
  }
  return (
    <FormDrawer
      title={say("记一次服务", "Record a service")}
      draft={draft}
      submit={say("记下这次服务", "Record")}
      leave={say("先不记", "Not now")}
      sending={sending}
      onSubmit={() => void record()}
      onClose={onClose}
    >
      <KindFields draft={draft} agencies={ofAgency ? undefined : agencies} />
      <InputField draft={draft} name="title" label={say("题目", "Title")} />
      <InputField draft={draft} name="heldOn" type="date" max={day} label={say("哪天", "Day")} />
      <InputField draft={draft} name="place" label={say("在哪里", "Place")} />
      <InputField draft={draft} name="attendees" type="number" min={0} label={say("到场几人", "How many came")} />
      <AreaField draft={draft} name="summary" rows={4} label={say("讲了什么、有什么结果", "What was told")} />
    </FormDrawer>
  );
}

interface KindFieldsProps {
  readonly draft: Draft<Field>;
  /** Absent where the agency records its own. */
  readonly agencies: RecordDrawerProps["agencies"] | undefined;
}

/** Of which kind, for whom, by whom. */
function KindFields({ draft, agencies }: KindFieldsProps) {
  const say = useSay();
  const word = useWord();
  const own = { value: "", label: say("街道自办", "The subdistrict") };
  return (
    <>
      <ChoiceField
        draft={draft}
        name="kind"
        label={say("哪一种", "Kind")}
        options={serviceKinds.map((one) => ({ value: one, label: word(serviceKindWords[one]) }))}
      />
      <ChoiceField
        draft={draft}
        name="audience"
        label={say("为谁", "For whom")}
        options={serviceAudiences.map((one) => ({ value: one, label: word(serviceAudienceWords[one]) }))}
      />
      {agencies ? (
        <SelectField
          draft={draft}
          name="agencyId"
          label={say("谁办的", "By")}
          options={[own, ...agencies.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      ) : null}
    </>
  );
}

function faultsOf(values: Values<Field>, day: string, say: Say): Faults<Field> {
  const number = Number(values.attendees);
  return {
    ...(values.title.trim() ? {} : { title: say("请填题目。", "The title is needed.") }),
    ...(values.heldOn && values.heldOn <= day
      ? {}
      : { heldOn: say("请选办的那天，不能晚于今天。", "Choose a day up to today.") }),
    ...(values.place.trim() ? {} : { place: say("请填在哪里办的。", "The place is needed.") }),
    ...(values.attendees && Number.isInteger(number) && number >= 0
      ? {}
      : { attendees: say("请填整数，如60。", "A whole number is needed.") }),
    ...(values.summary.trim() ? {} : { summary: say("请写一两句讲了什么。", "A line or two is needed.") }),
  };
}
