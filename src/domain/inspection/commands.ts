// All commands of plan and tasks.
import type { AnyCommand } from "../kernel/command.ts";
import { capacityCommands } from "./capacity.ts";
import { planCommands } from "./plan-commands.ts";
import { taskCommands } from "./task-commands.ts";

export const inspectionCommands: readonly AnyCommand[] = [...planCommands, ...capacityCommands, ...taskCommands];
