// What the checker says of a rule: holds, fails, or later with what it waits for; the counts, and where they were read.
export interface Verdict {
  readonly rule: string;
  readonly state: "holds" | "fails" | "later";
  readonly text: string;
  /** Tables the counts come from. */
  readonly read: readonly string[];
  /** Every row that breaks the rule, in words. */
  readonly faults: readonly string[];
}

/** Holds exactly when nothing was found against it. */
export function verdictOf(rule: string, text: string, read: readonly string[], faults: readonly string[]): Verdict {
  return { rule, state: faults.length === 0 ? "holds" : "fails", text, read, faults };
}

export function laterVerdict(rule: string, waitsFor: string): Verdict {
  return { rule, state: "later", text: `waits for ${waitsFor}`, read: [], faults: [] };
}

const FAULTS_SHOWN = 3;

/** `R7  holds  1,024 hazards … (hazards, hazard_citations)`, and the first faults below. */
export function printed({ rule, state, text, read, faults }: Verdict): string {
  const where = read.length ? ` (${read.map(snake).join(", ")})` : "";
  const shown = faults.slice(0, FAULTS_SHOWN).map((fault) => `           ${fault}`);
  const more = faults.length > FAULTS_SHOWN ? [`           and ${faults.length - FAULTS_SHOWN} more`] : [];
  return [`${rule.padEnd(4)} ${state.padEnd(6)} ${text}${where}`, ...shown, ...more].join("\n");
}

function snake(table: string): string {
  return table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** 1728 → '1,728'. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** '143/145 = 98.6 %'. */
export function rate(done: number, of: number): string {
  const percent = of === 0 ? "–" : `${((done / of) * 100).toFixed(1).replace(/\.0$/, "")} %`;
  return `${number(done)}/${number(of)} = ${percent}`;
}
