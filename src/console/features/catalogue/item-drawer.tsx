// An item whole, in the words of the sheet: for the law editor every item, for a subdistrict its own.
import type { CatalogueItemAnswer } from "#api/catalogue.ts";
import { ITEM_CODE, isOwnCode } from "#domain/law/catalogue/item-content.ts";
import { contentOfCells } from "#domain/law/catalogue/read-sheet.ts";
import {
  SHEET_COLUMNS,
  SHEET_WORDS,
  type SheetField,
  sheetRowOf,
  type Words,
} from "#domain/law/catalogue/sheet-columns.ts";
import { problemText } from "#domain/problems.ts";
import { useSay } from "../../appearance/language.ts";
import { AreaField, InputField, SelectField } from "../../forms/fields.tsx";
import { FormDrawer } from "../../forms/form-drawer.tsx";
import { useDraft, type Values } from "../../forms/use-draft.ts";
import { useSendCommand } from "../../request/use-send-command.ts";
import { useMembership } from "../../session/session-context.ts";
import { mayEdit } from "./who-may.ts";

type Field = SheetField | "note";
type Say = (zh: string, en: string) => string;

const EMPTY: Partial<Record<SheetField, string>> = {
  ...{ family: "现场管理", severityDefault: "一般", tags: "默认", score: "1", retired: "否" },
  clauses: "直接依据 \n兜底 安全生产法#4",
};
const LINES: readonly SheetField[] = ["typicalHazard", "advice", "standard", "clauses", "severityConditions"];
const CHOICES: Partial<Record<SheetField, Words>> = {
  family: SHEET_WORDS.family,
  severityDefault: SHEET_WORDS.severityDefault,
  retired: SHEET_WORDS.retired,
};
const MAY_BE_EMPTY: readonly SheetField[] = [
  "severityCase",
  "severityConditions",
  "tags",
  "trades",
  "seasons",
  "riskFrom",
  "branch",
];

interface ItemDrawerProps {
  /** Absent for a new one. */
  readonly item?: CatalogueItemAnswer;
  readonly onClose: () => void;
}

export function ItemDrawer({ item, onClose }: ItemDrawerProps) {
  const say = useSay();
  const { role } = useMembership();
  const { send, sending } = useSendCommand();
  const shared = mayEdit(role);
  const draft = useDraft<Field>(initialOf(item), (values) => faultsOf(values, shared, say));
  async function submit() {
    const { code, note } = draft.values;
    const read = contentOfCells((field) => draft.values[field].trim());
    if ("fault" in read) return;
    const { content } = read;
    const command = shared
      ? { name: "catalogue.save", args: { items: [{ code, content }], note } }
      : { name: "catalogue.override", args: { code, own: content, off: content.retired, note } };
    if (await send(command, say("已存，已记的隐患不变", "Saved"))) onClose();
  }
  return (
    <FormDrawer
      title={item ? say(`修改${item.code}`, `Change ${item.code}`) : say("加一项", "Add an item")}
      lead={say(
        "手机下次连上就按新的问；已经记下的隐患和出过的文书不变。",
        "Hazards and documents already made stay as they are.",
      )}
      draft={draft}
      submit={say("存下", "Save")}
      leave={say("先不存", "Not now")}
      sending={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {SHEET_COLUMNS.map(([field, name]) => {
        const own = { draft, name: field, label: name, optional: MAY_BE_EMPTY.includes(field) };
        const words = CHOICES[field];
        if (field === "code" && item) return null;
        if (words)
          return (
            <SelectField key={field} {...own} options={[...words.keys()].map((one) => ({ value: one, label: one }))} />
          );
        return LINES.includes(field) ? (
          <AreaField key={field} {...own} />
        ) : (
          <InputField key={field} {...own} hint={hintOf(field, shared, say)} />
        );
      })}
      <InputField draft={draft} name="note" label={say("为什么改", "Why")} />
    </FormDrawer>
  );
}

function initialOf(item: CatalogueItemAnswer | undefined): Values<Field> {
  const cells = item ? sheetRowOf(item.code, item.content) : SHEET_COLUMNS.map(([field]) => EMPTY[field] ?? "");
  const pairs = SHEET_COLUMNS.map(([field], at) => [field, String(cells[at] ?? "")]);
  return { ...Object.fromEntries(pairs), note: "" };
}

function faultsOf(values: Values<Field>, shared: boolean, say: Say): Partial<Record<Field, string>> {
  const faults: Partial<Record<Field, string>> = {};
  if (!ITEM_CODE.test(values.code) || isOwnCode(values.code) === shared)
    faults.code = hintOf("code", shared, say) ?? "";
  const read = contentOfCells((field) => values[field].trim());
  if ("fault" in read) faults[read.fault.field] = problemText(read.fault.problem);
  if (!values.note.trim()) faults.note = say("请写一句为什么改，以后查得到。", "Say why.");
  return faults;
}

function hintOf(field: SheetField, shared: boolean, say: Say): string | undefined {
  switch (field) {
    case "code":
      return shared
        ? say("共用目录的编号以 JC- 或 XC- 开头，如 XC-05-20。", "Begins with JC- or XC-.")
        : say("自己的编号，别用 JC-、XC- 开头，如 ZD-01-01。", "Not JC- or XC-: ZD-01-01.");
    case "tags":
      return say("用顿号隔开；“默认”按产品自带，空着是都问。", "Separated by 、");
    case "trades":
      return say("国民经济行业代码的开头，如 C33、C36。", "Beginnings of GB/T 4754 codes.");
    case "seasons":
      return [...SHEET_WORDS.seasons.keys()].join("、");
    case "riskFrom":
      return [...SHEET_WORDS.riskFrom.keys()].join("、");
    case "branch":
      return say("如 XC-08-01 符合：上一项符合时才问。", "XC-08-01 符合");
    default:
      return undefined;
  }
}
