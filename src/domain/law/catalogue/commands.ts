// All commands of the inspection catalogue: the shared one and a tenant's layer over it.
import type { AnyCommand } from "../../kernel/command.ts";
import { layerCommands } from "./layer-commands.ts";
import { saveItems } from "./save-command.ts";

export const catalogueCommands: readonly AnyCommand[] = [saveItems, ...layerCommands];
