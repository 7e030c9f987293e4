// Outboxes broken on purpose. The suite must catch each, else it proves nothing about the one that is not broken.
export interface Mutant {
  readonly name: string;
  /** What is broken, in a line. */
  readonly breaks: string;
  /** End of the file's path. */
  readonly file: string;
  /** Found exactly once in the file. */
  readonly from: string;
  readonly to: string;
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: "delete-before-acknowledgement",
    breaks: "a command leaves the phone when it is sent, not when it is answered",
    file: "outbox/loop.ts",
    from: "const reading = readReply(await sendCommands(commands.map((command) => command.text)));",
    to: `await db.commands.where("id").anyOf([...step.ids]).delete();
    const reading = readReply(await sendCommands(commands.map((command) => command.text)));`,
  },
  {
    name: "no-dedupe",
    breaks: "a command gets a new id each time it is sent",
    file: "outbox/loop.ts",
    from: "await sendCommands(commands.map((command) => command.text))",
    to: "await sendCommands(commands.map((command) => command.text.replaceAll(command.id, crypto.randomUUID())))",
  },
  {
    name: "no-order",
    breaks: "commands of a visit go in any order",
    // The decision's own order alone does no harm: what is sent is read back in the order of acting.
    file: "outbox/outbox-store.ts",
    from: '.sortBy("n")',
    to: '.sortBy("n").then((all) => all.reverse())',
  },
  {
    name: "photo-outside-transaction",
    breaks: "a photo is written after its command, not with it",
    file: "store/issue-commands.ts",
    from: "await addPhotos(db, snapshot, id, command);",
    to: "setTimeout(() => void addPhotos(db, snapshot, id, command), 5000);",
  },
  {
    name: "relaxed-writes",
    breaks: "a write is called done before it is on the disk",
    file: "store/field-database.ts",
    from: 'chromeTransactionDurability: "strict"',
    to: 'chromeTransactionDurability: "relaxed"',
  },
  {
    name: "failure-means-refused",
    breaks: "a request without an answer is taken for a refusal",
    file: "outbox/read-answer.ts",
    from: 'if (reply.kind === "unreachable") return { state: "waiting", failed: "connection" };',
    to: 'if (reply.kind === "unreachable") return { state: "stored", failed: "none" };',
  },
];
