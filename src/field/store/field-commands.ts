// The commands an expert gives in the field: the very definitions the server runs.
import { accessCommands } from "#domain/access/commands.ts";
import { enforcementCommands } from "#domain/enforcement/commands.ts";
import { hazardCommands } from "#domain/hazard/commands.ts";
import type { AnyCommand } from "#domain/kernel/command.ts";
import { visitCommands } from "#domain/visit/commands.ts";

const byName = new Map(
  [...visitCommands, ...hazardCommands, ...enforcementCommands, ...accessCommands]
    .filter((one) => one.by.includes("expert"))
    .map((one) => [one.name, one]),
);

export function findFieldCommand(name: string): AnyCommand | undefined {
  return byName.get(name);
}
