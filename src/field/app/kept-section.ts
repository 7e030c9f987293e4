// The section of the checklist that a visit stands at: found again after a reload, a crash or a dead battery, and set from
// where something is missing. Only the visit worked on last is remembered.
const KEY = "bihuan.field.section";

export function keepSection(visitId: string, code: string): void {
  localStorage.setItem(KEY, `${visitId} ${code}`);
}

export function keptSection(visitId: string): string | undefined {
  const [ofVisit, code] = (localStorage.getItem(KEY) ?? "").split(" ");
  return ofVisit === visitId ? code : undefined;
}
