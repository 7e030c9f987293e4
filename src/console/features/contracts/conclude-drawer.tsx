// 登记合同 (R1): parties, days, visits, prices, acceptance, and the enterprises: all in scope but those left out.
import { useState } from "react";
import { listServed } from "#api/contracts.ts";
import { listSchemes, type SchemeAnswer } from "#api/schemes.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField, InputField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { type Draft, type Faults, useDraft, type Values } from "../../forms/use-draft.ts";
import { newId } from "../../request/send-command.ts";
import { useRoute } from "../../request/use-route.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { count } from "../../words/number-words.ts";
import { PickEnterprises } from "./pick-enterprises.tsx";

const fields = [
  ...(["number", "agencyId", "schemeId", "partyA", "partyB", "startsOn", "endsOn"] as const),
  ...(["visitsOwed", "amount", "visitPrice", "acceptanceRules"] as const),
] as const;
type Field = (typeof fields)[number];
type Say = (zh: string, en: string) => string;

interface ConcludeDrawerProps {
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  readonly tenantName: string;
  readonly day: string;
  readonly onClose: () => void;
}

export function ConcludeDrawer(props: ConcludeDrawerProps) {
  const schemes = useRoute(listSchemes).data?.schemes;
  if (!schemes) return null;
  return <ConcludeForm {...props} schemes={schemes} />;
}

function ConcludeForm(props: ConcludeDrawerProps & { readonly schemes: readonly SchemeAnswer[] }) {
  const { agencies, onClose } = props;
  const say = useSay();
  const enterprises = useRoute(listServed).data?.enterprises ?? [];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { send, sending } = useSendCommand();
  const draft = useDraft<Field>(startOf(props), (values) => faultsOf(values, say));
  const picked = enterprises.filter((one) => !left.has(one.id));
  const name = agencies.find((one) => one.id === draft.values.agencyId)?.name ?? "";
  async function conclude() {
    const args = argsOf({ ...draft.values, partyB: draft.values.partyB.trim() || name }, picked);
    if (await send({ name: "contract.conclude", args }, say("合同已登记", "Registered"))) onClose();
  }
  return (
    <FormDrawer
      title={say("登记合同", "Register a contract")}
      lead={say(
        "登记合同不改由谁服务。要换机构，请用“委托企业给机构”。",
        "It does not change who serves whom; entrusting does.",
      )}
      draft={draft}
      submit={say(`登记合同，${count(picked.length)}家企业`, `Register, ${picked.length} enterprises`)}
      leave={say("先不登记", "Not now")}
      sending={sending}
      onSubmit={() => void conclude()}
      onClose={onClose}
    >
      <PartyFields draft={draft} {...props} agencyName={name} />
      <TermFields draft={draft} />
      <PickEnterprises enterprises={enterprises} left={left} onLeave={setLeft} />
    </FormDrawer>
  );
}

function PartyFields({
  draft,
  agencies,
  schemes,
  agencyName,
}: ConcludeDrawerProps & {
  readonly draft: Draft<Field>;
  readonly schemes: readonly SchemeAnswer[];
  readonly agencyName: string;
}) {
  const say = useSay();
  return (
    <>
      <InputField draft={draft} name="number" label={say("合同编号", "Number")} />
      <SelectField
        draft={draft}
        name="agencyId"
        label={say("哪家机构", "Agency")}
        options={[{ value: "", label: "—" }, ...agencies.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField
        draft={draft}
        name="schemeId"
        label={say("按哪个方案", "Scheme")}
        options={schemes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <InputField draft={draft} name="partyA" label={say("甲方", "Party A")} />
      <InputField
        draft={draft}
        name="partyB"
        label={say("乙方", "Party B")}
        hint={agencyName ? say(`不填就是${agencyName}`, `${agencyName} when left empty`) : undefined}
        optional
      />
    </>
  );
}

function TermFields({ draft }: { readonly draft: Draft<Field> }) {
  const say = useSay();
  return (
    <>
      <InputField draft={draft} name="startsOn" type="date" label={say("从哪天起", "From")} />
      <InputField draft={draft} name="endsOn" type="date" label={say("到哪天止", "To")} />
      <InputField draft={draft} name="visitsOwed" type="number" min={0} label={say("检查几次", "Inspections owed")} />
      <InputField draft={draft} name="amount" label={say("合同金额（元）", "Amount, yuan")} />
      <InputField draft={draft} name="visitPrice" label={say("每次检查（元）", "Each visit, yuan")} />
      <AreaField draft={draft} name="acceptanceRules" rows={4} label={say("验收规则", "Acceptance rules")} />
    </>
  );
}

function startOf({ agencies, schemes, tenantName, day }: ConcludeDrawerProps & { schemes: readonly SchemeAnswer[] }) {
  const scheme = schemes.find((one) => one.startsOn <= day) ?? schemes[0];
  const only = agencies.length === 1 ? agencies[0] : undefined;
  return {
    ...{ number: "", agencyId: only?.id ?? "", schemeId: scheme?.id ?? "", partyA: tenantName, partyB: "" },
    ...{ startsOn: scheme?.startsOn ?? "", endsOn: scheme?.endsOn ?? "", visitsOwed: "", amount: "", visitPrice: "" },
    acceptanceRules: "",
  };
}

const YUAN = /^\d{1,10}(\.\d{1,2})?$/;

function faultsOf(values: Values<Field>, say: Say): Faults<Field> {
  const faults: Faults<Field> = {};
  const needed = say("请填这一项。", "This is needed.");
  for (const field of fields) if (field !== "partyB" && !values[field].trim()) faults[field] = needed;
  if (!values.partyB.trim() && !values.agencyId) faults.partyB = needed;
  if (values.endsOn && values.endsOn < values.startsOn)
    faults.endsOn = say("截止日早于开始日。", "It ends before it starts.");
  if (values.visitsOwed && !/^\d{1,6}$/.test(values.visitsOwed))
    faults.visitsOwed = say("请填整数，如572。", "A whole number is needed.");
  for (const field of ["amount", "visitPrice"] as const)
    if (values[field] && !YUAN.test(values[field]))
      faults[field] = say("请填元，如1000。", "An amount in yuan is needed.");
  return faults;
}

function argsOf(values: Values<Field>, picked: readonly { readonly id: string }[]) {
  const { amount, visitPrice, visitsOwed, ...parts } = values;
  const fen = (yuan: string) => Math.round(Number(yuan) * 100);
  return {
    ...{ contractId: newId(), ...parts, visitsOwed: Number(visitsOwed) },
    ...{ amountFen: fen(amount), visitPriceFen: fen(visitPrice), enterpriseIds: picked.map((one) => one.id) },
  };
}
