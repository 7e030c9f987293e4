// A state machine's page for docs/state-machines, written from its table: diagram first, then every row.

export interface DiagramRow {
  readonly command: string;
  readonly outcome?: string;
  /** Empty for the act that brings it about. */
  readonly from: readonly string[];
  /** 'stays' keeps the status. */
  readonly to: string;
  readonly by: readonly string[];
  readonly requires: readonly string[];
  readonly notes: readonly string[];
}

export interface Machine {
  readonly title: string;
  readonly prose: string;
  readonly source: string;
  readonly statuses: readonly { readonly name: string; readonly words: string }[];
  readonly rows: readonly DiagramRow[];
}

export function stateMachinePage(machine: Machine): string {
  return [
    `# ${machine.title}`,
    "",
    `Generated from \`${machine.source}\` by \`bin/state-machines.js\`; a test fails when it is stale.`,
    "",
    machine.prose,
    "",
    "```mermaid",
    "stateDiagram-v2",
    ...machine.statuses.map(({ name, words }) => `  ${name} : ${words}`),
    ...machine.rows.flatMap(arrowsOf),
    "```",
    "",
    "| command | answer | from → to | by | requires | notes |",
    "| --- | --- | --- | --- | --- | --- |",
    ...machine.rows.map(lineOf),
    "",
  ].join("\n");
}

function arrowsOf(row: DiagramRow): readonly string[] {
  if (row.to === "stays") return [];
  const name = row.outcome ? `${row.command} (${row.outcome})` : row.command;
  const from = row.from.length > 0 ? row.from : ["[*]"];
  return from.map((status) => `  ${status} --> ${row.to} : ${name}`);
}

function lineOf(row: DiagramRow): string {
  const from = row.from.length > 0 ? row.from.map(code).join(", ") : "–";
  const to = row.to === "stays" ? "stays" : code(row.to);
  const cells = [
    code(row.command),
    row.outcome ?? "",
    `${from} → ${to}`,
    row.by.map(code).join(", "),
    row.requires.join("; "),
    row.notes.join("; "),
  ];
  return `| ${cells.join(" | ")} |`;
}

function code(word: string): string {
  return `\`${word}\``;
}
