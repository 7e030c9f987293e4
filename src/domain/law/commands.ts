// All commands of law and catalogue: loading, importing, releasing, checking, and the reviews a change of law calls for.
import type { AnyCommand } from "../kernel/command.ts";
import { catalogueCommands } from "./catalogue/commands.ts";
import { clauseCommands } from "./clause-commands.ts";
import { importCommands } from "./import-command.ts";
import { loadCommands } from "./load-command.ts";
import { ownInstrumentCommands } from "./own/commands.ts";
import { reviewCommands } from "./review-commands.ts";
import { lessonCommands } from "./suggestion/lesson-commands.ts";
import { versionCommands } from "./version-commands.ts";

export const lawCommands: readonly AnyCommand[] = [
  ...loadCommands,
  ...importCommands,
  ...versionCommands,
  ...clauseCommands,
  ...reviewCommands,
  ...catalogueCommands,
  ...lessonCommands,
  ...ownInstrumentCommands,
];
