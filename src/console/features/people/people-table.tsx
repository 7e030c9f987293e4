// The rows of the list of people.
import type { PersonRow } from "#api/people.ts";
import { type Role, roleLabels, roleScope } from "#domain/access/roles.ts";
import { invitingOfficeRoles, officeInvitedKinds, scopeKindOf } from "#domain/organization/membership-scope.ts";
import { DueChip } from "#ui/due-chip.tsx";
import { Dotted } from "#ui/sep.tsx";
import { useSay, useWord } from "../../appearance/language.ts";
import { useMembership } from "../../session/session-context.ts";
import { shortDay } from "../../words/day-words.ts";

export type PersonAct = "end" | "password";

interface PeopleTableProps {
  readonly rows: readonly PersonRow[];
  readonly day: string;
  readonly onAct: (act: PersonAct, person: PersonRow) => void;
}

export function PeopleTable({ rows, day, onAct }: PeopleTableProps) {
  const say = useSay();
  return (
    <div className="table__scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("姓名", "Name")}</th>
            <th scope="col">{say("身份", "Role")}</th>
            <th scope="col">{say("在哪里", "Where")}</th>
            <th scope="col">{say("起止", "From and to")}</th>
            <th scope="col">
              <span className="sr-only">{say("办理", "Acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} day={day} onAct={onAct} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, day, onAct }: Omit<PeopleTableProps, "rows"> & { readonly row: PersonRow }) {
  const say = useSay();
  const word = useWord();
  return (
    <tr className={row.state === "over" ? "people__over" : undefined}>
      <td className="cards__main">
        <b>{row.displayName}</b>
        <span className="table__sub">
          <Dotted parts={[row.login, row.accountClosed && say("账号已停用", "account closed")]} />
        </span>
      </td>
      <td>
        {word(roleLabels[row.role])}
        {row.title ? <span className="table__sub">{row.title}</span> : null}
      </td>
      <td className="soft">{row.scopeName ?? whole(row, say)}</td>
      <td className="nowrap">
        {daysText(row, day, say)}{" "}
        {row.state === "now" ? null : (
          <DueChip tone="rest" text={row.state === "over" ? say("已移出", "Ended") : say("还没开始", "Not begun")} />
        )}
      </td>
      <td className="num nowrap">
        <Acts row={row} onAct={onAct} />
      </td>
    </tr>
  );
}

function Acts({ row, onAct }: Pick<PeopleTableProps, "onAct"> & { readonly row: PersonRow }) {
  const say = useSay();
  const { role } = useMembership();
  if (row.own) return <span className="muted">{say("您自己", "Yourself")}</span>;
  if (row.state === "over" || !mayEnd(role, row)) return null;
  const of = say(`：${row.displayName}`, `: ${row.displayName}`);
  return (
    <span className="people__acts">
      {role === "tenantAdmin" && !row.accountClosed ? (
        <button type="button" className="btn btn--quiet btn--sm" onClick={() => onAct("password", row)}>
          {say("重设密码", "New password")}
          <span className="sr-only">{of}</span>
        </button>
      ) : null}
      <button type="button" className="btn btn--quiet btn--sm" onClick={() => onAct("end", row)}>
        {say("移出", "End")}
        <span className="sr-only">{of}</span>
      </button>
    </span>
  );
}

/** The office ends the people it may let in; the rule itself is the command's. */
function mayEnd(role: Role, row: PersonRow): boolean {
  if (invitingOfficeRoles.has(role)) return officeInvitedKinds.has(scopeKindOf(row.role));
  return role === "tenantAdmin" || role === "agencyLead";
}

function daysText({ validFrom, validTo }: PersonRow, day: string, say: (zh: string, en: string) => string): string {
  const from = shortDay(validFrom, day);
  return validTo ? `${from}–${shortDay(validTo, day)}` : say(`${from}起`, `since ${from}`);
}

function whole({ role }: PersonRow, say: (zh: string, en: string) => string): string {
  switch (roleScope[role]) {
    case "enterprise":
      return say("企业", "An enterprise");
    case "agency":
      return say("机构", "An agency");
    default:
      return say("全街道", "The whole subdistrict");
  }
}
