// Who writes what of the catalogue; the commands say the same and are asked again on the server.
import type { Role } from "#domain/access/roles.ts";
import { overrideItem } from "#domain/law/catalogue/layer-commands.ts";
import { saveItems } from "#domain/law/catalogue/save-command.ts";

/** The shared catalogue. */
export function mayEdit(role: Role): boolean {
  return saveItems.by.includes(role);
}

/** The subdistrict's own layer over it. */
export function mayLayer(role: Role): boolean {
  return overrideItem.by.includes(role);
}
