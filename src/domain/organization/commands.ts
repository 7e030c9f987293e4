// All commands of the organization: platform, people, register, bulk acts, the office's own work.
import type { AnyCommand } from "../kernel/command.ts";
import { bulkCommands } from "./bulk-commands.ts";
import { enterpriseCommands } from "./enterprise-commands.ts";
import { membershipCommands } from "./membership-commands.ts";
import { mergeCommands } from "./merge-enterprise.ts";
import { officeCommands } from "./office-commands.ts";
import { platformCommands } from "./platform-commands.ts";

export const organizationCommands: readonly AnyCommand[] = [
  ...platformCommands,
  ...membershipCommands,
  ...enterpriseCommands,
  ...bulkCommands,
  ...mergeCommands,
  ...officeCommands,
];
