// A page of the office app: where it lies, who may open it, how the menu names it, and the code that is loaded for it.
import type { ComponentType } from "react";
import type { Role } from "#domain/access/roles.ts";
import type { Label } from "#domain/kernel/label.ts";
import type { IconName } from "#ui/icon-names.ts";

export type MenuGroup = "daily" | "archive" | "analysis";

export interface MenuEntry extends Label {
  readonly icon: IconName;
  /** 'daily' without it. */
  readonly group?: MenuGroup;
}

export interface ConsolePage {
  /** Below /console, e.g. 'hazards/:id'. */
  readonly path: string;
  readonly by: readonly Role[];
  /** Absent for pages that are opened from another page. */
  readonly menu: MenuEntry | undefined;
  readonly load: () => Promise<ComponentType>;
}

/** One page. `by` is the `by` of the route it reads, so that menu and server never disagree. */
export function page(
  path: string,
  by: readonly Role[] | "anyone" | "signedIn",
  menu: MenuEntry | undefined,
  load: ConsolePage["load"],
): ConsolePage {
  if (typeof by === "string") throw new Error(`${path}: a page names its roles`);
  return { path, by, menu, load };
}

export const menuGroups: Readonly<Record<MenuGroup, Label | undefined>> = {
  daily: undefined,
  archive: { zh: "档案", en: "Records" },
  analysis: { zh: "分析与设置", en: "Analysis and settings" },
};
