// Agencies the platform knows; those engaged here with their days. Engaging again corrects them.
import { type ReactNode, useState } from "react";
import type { AgencyRow } from "#api/agencies.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { useSay } from "../../appearance/language.ts";
import { InputField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft } from "../../forms/use-draft.ts";
import "../../lists/lists.css";
import { useSendCommand } from "../../request/use-send-command.ts";
import { shortDay } from "../../words/day-words.ts";
import { certificateWords } from "../../words/due-words.ts";

interface AgenciesTabProps {
  readonly agencies: readonly AgencyRow[];
  readonly day: string;
  readonly tabs: ReactNode;
}

export function AgenciesTab({ agencies, day, tabs }: AgenciesTabProps) {
  const say = useSay();
  const [open, setOpen] = useState<AgencyRow>();
  const engaged = agencies.filter((one) => one.engagement).length;
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1>{say("人员", "People")}</h1>
          <p className="page__lead">
            {say(`聘用过${engaged}家机构。平台登记的都列在下面。`, `${engaged} agencies are engaged.`)}
          </p>
        </div>
      </div>
      {tabs}
      <div className="card cards">
        {agencies.length === 0 ? (
          <EmptyState icon="shield" title={say("平台还没登记机构", "No agency is registered")}>
            {say("请平台管理员先登记，再来聘用。", "The platform registers agencies first.")}
          </EmptyState>
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say("机构", "Agency")}</th>
                <th scope="col">{say("聘用起止", "Engaged")}</th>
                <th scope="col" className="num">
                  {say("在岗", "People")}
                </th>
                <th scope="col">
                  <span className="sr-only">{say("办理", "Acts")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {agencies.map((row) => (
                <Row key={row.id} row={row} day={day} onEngage={() => setOpen(row)} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {open ? <EngageDrawer agency={open} day={day} onClose={() => setOpen(undefined)} /> : null}
    </div>
  );
}

function Row({ row, day, onEngage }: { row: AgencyRow; day: string; onEngage: () => void }) {
  const say = useSay();
  const { engagement } = row;
  return (
    <tr>
      <td className="cards__main">
        <b>{row.name}</b>
        <span className="table__sub">{row.creditCode}</span>
      </td>
      <td>
        {engagement ? (
          <>
            {engagement.validTo
              ? `${shortDay(engagement.validFrom, day)}–${shortDay(engagement.validTo, day)}`
              : say(`${shortDay(engagement.validFrom, day)}起`, `since ${shortDay(engagement.validFrom, day)}`)}{" "}
            {engagement.validTo ? <DueChip {...certificateWords(engagement.validTo, day, say)} /> : null}
          </>
        ) : (
          <span className="muted">{say("没有聘用", "Not engaged")}</span>
        )}
      </td>
      <td className="num">{engagement ? say(`${row.people}人`, String(row.people)) : "—"}</td>
      <td className="num">
        <button type="button" className="btn btn--sm" onClick={onEngage}>
          {engagement ? say("改起止", "Change") : say("聘用", "Engage")}
          <span className="sr-only">{say(`：${row.name}`, `: ${row.name}`)}</span>
        </button>
      </td>
    </tr>
  );
}

function EngageDrawer({ agency, day, onClose }: { agency: AgencyRow; day: string; onClose: () => void }) {
  const say = useSay();
  const { send, sending } = useSendCommand();
  const { engagement } = agency;
  const start = { validFrom: engagement?.validFrom ?? day, validTo: engagement?.validTo ?? "" };
  const draft = useDraft(start, ({ validFrom, validTo }) => ({
    ...(validFrom ? {} : { validFrom: say("请选开始日。", "Choose the first day.") }),
    ...(validTo && validTo < validFrom ? { validTo: say("截止日早于开始日。", "It ends before it starts.") } : {}),
  }));
  async function engage() {
    const { validFrom, validTo } = draft.values;
    const args = { agencyId: agency.id, validFrom, validTo: validTo || null };
    if (await send({ name: "agency.engage", args }, say(`${agency.name}的聘用已存`, "Engagement saved"))) onClose();
  }
  return (
    <FormDrawer
      title={say(`聘用：${agency.name}`, `Engage: ${agency.name}`)}
      lead={say("聘用期内，机构的人才能在这里做检查。", "The agency's people work here while it is engaged.")}
      draft={draft}
      submit={engagement ? say("存下起止日", "Save the days") : say("聘用这家机构", "Engage this agency")}
      leave={say("先不改", "Not now")}
      sending={sending}
      onSubmit={() => void engage()}
      onClose={onClose}
    >
      <InputField draft={draft} name="validFrom" type="date" label={say("从哪天起", "From")} />
      <InputField
        draft={draft}
        name="validTo"
        type="date"
        label={say("到哪天为止", "To")}
        hint={say("不填就是长期", "Open-ended when left empty")}
        optional
      />
    </FormDrawer>
  );
}
