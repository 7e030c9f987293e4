// Every command of the product, by name. The matrix test, the reference page and the write path read this one list.

import { accessCommands } from "./access/commands.ts";
import { batchCommands } from "./batch/commands.ts";
import { climbingCommands } from "./climbing/commands.ts";
import { contractCommands } from "./contract/commands.ts";
import { documentCommands } from "./documents/report-commands.ts";
import { enforcementCommands } from "./enforcement/commands.ts";
import { hazardCommands } from "./hazard/commands.ts";
import { inspectionCommands } from "./inspection/commands.ts";
import type { AnyCommand } from "./kernel/command.ts";
import { keyEnterpriseCommands } from "./key-enterprise/commands.ts";
import { lawCommands } from "./law/commands.ts";
import { messageCommands } from "./messages/commands.ts";
import { organizationCommands } from "./organization/commands.ts";
import { registerCommands } from "./registers/commands.ts";
import { routingCommands } from "./routing/commands.ts";
import { scopeCommands } from "./scope/commands.ts";
import { supervisionCommands } from "./supervision/commands.ts";
import { tipCommands } from "./tip/commands.ts";
import { visitCommands } from "./visit/commands.ts";

export const commands: readonly AnyCommand[] = [
  ...organizationCommands,
  ...scopeCommands,
  ...contractCommands,
  ...inspectionCommands,
  ...visitCommands,
  ...hazardCommands,
  ...supervisionCommands,
  ...routingCommands,
  ...batchCommands,
  ...climbingCommands,
  ...enforcementCommands,
  ...keyEnterpriseCommands,
  ...registerCommands,
  ...tipCommands,
  ...documentCommands,
  ...accessCommands,
  ...lawCommands,
  ...messageCommands,
];

const byName = new Map(commands.map((command) => [command.name, command]));
if (byName.size !== commands.length) throw new Error("two commands share a name");

export function findCommand(name: string): AnyCommand | undefined {
  return byName.get(name);
}
