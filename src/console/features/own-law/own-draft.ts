// What the form of an instrument holds: read from a version, checked, and made into the whole that is sent.
import type { OwnInstrumentLine, OwnVersionLine } from "#api/own-instruments.ts";
import { localDateSchema } from "#domain/calendar/local-date.ts";
import { OWN_KINDS, type OwnInstrument, type OwnVersion } from "#domain/law/own/own-instrument.ts";
import { readClauses, writeClauses } from "#domain/law/own/read-clauses.ts";
import { problemText } from "#domain/problems.ts";
import type { Faults, Values } from "../../forms/use-draft.ts";

export type OwnField =
  | "title"
  | "id"
  | "kind"
  | "divisionCode"
  | "docNumber"
  | "effectiveFrom"
  | "effectiveTo"
  | "source"
  | "checked"
  | "clauses"
  | "note";
type Say = (zh: string, en: string) => string;

/** A further version begins with the clauses of the last, to be changed. */
export function ownDraft(instrument: OwnInstrumentLine | undefined, version: number, place: string): Values<OwnField> {
  const said = instrument?.versions.find((one) => one.version === version);
  const last = said ?? instrument?.versions.at(-1);
  return {
    title: instrument?.title ?? "",
    id: instrument?.id ?? "",
    kind: instrument?.kind ?? "government",
    divisionCode: instrument?.divisionCode ?? place,
    docNumber: said?.docNumber ?? "",
    effectiveFrom: said?.effectiveFrom ?? "",
    effectiveTo: said?.effectiveTo ?? "",
    source: said?.source ?? "",
    checked: said?.checked ? "yes" : "no",
    clauses: last ? writeClauses(last.clauses) : "",
    note: instrument?.note ?? "",
  };
}

export function ownFaults(values: Values<OwnField>, say: Say): Faults<OwnField> {
  const faults: Faults<OwnField> = {};
  const filled = ["title", "id", "docNumber", "source"] as const;
  for (const name of filled) if (!values[name].trim()) faults[name] = say("不能空着。", "It cannot be empty.");
  for (const name of ["effectiveFrom", "effectiveTo"] as const)
    if (values[name] && !localDateSchema.safeParse(values[name]).success)
      faults[name] = say("日期写成2026-03-01这样。", "Write 2026-03-01.");
  if (values.effectiveFrom && values.effectiveTo && values.effectiveTo < values.effectiveFrom)
    faults.effectiveTo = say("失效日早于施行日。", "Before the first day.");
  const clauses = readClauses(values.clauses);
  if (!clauses.ok) faults.clauses = problemText(clauses.problem);
  return faults;
}

/** The whole instrument with this version said anew or added; undefined where the clauses cannot be read. */
export function ownContent(
  values: Values<OwnField>,
  instrument: OwnInstrumentLine | undefined,
  version: number,
): OwnInstrument | undefined {
  const clauses = readClauses(values.clauses);
  const kind = OWN_KINDS.find((one) => one === values.kind);
  if (!clauses.ok || !kind) return undefined;
  const said: OwnVersion = {
    ...{ docNumber: values.docNumber, source: values.source, checked: values.checked === "yes" },
    ...{ effectiveFrom: values.effectiveFrom || null, effectiveTo: values.effectiveTo || null },
    clauses: [...clauses.value],
  };
  const known = (instrument?.versions ?? []).map((one) => (one.version === version ? said : plain(one)));
  const versions = version === 0 ? [...known, said] : known;
  const { title, divisionCode, note } = values;
  return { title, kind, divisionCode, note: note || null, versions };
}

function plain({ version: _, force: __, ...said }: OwnVersionLine): OwnVersion {
  return said;
}
