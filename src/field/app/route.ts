// Where the app stands, as the part of the address after '#': it needs no server and survives a reload.
export type FieldRoute =
  | { readonly page: "today" | "week" | "ready" | "law" | "me" | "sync" }
  | { readonly page: "article"; readonly instrumentId: string; readonly article: string }
  | { readonly page: "site" | "refuse"; readonly scope: string; readonly siteId: string }
  | {
      readonly page: "visit" | "accompany" | "tray" | "finish" | "served";
      readonly scope: string;
      readonly visitId: string;
    }
  | {
      readonly page: "capture";
      readonly scope: string;
      readonly visitId: string;
      readonly draftId: string;
      /** The checklist item it was opened from. */
      readonly item?: string;
      /** The refused command it repairs. */
      readonly repairs?: string;
    }
  | {
      readonly page: "hazard" | "fix" | "reinspect";
      readonly scope: string;
      readonly visitId: string;
      readonly hazardId: string;
      readonly repairs?: string;
    };

const plain = ["today", "week", "ready", "law", "me", "sync"] as const;
const ofSite = ["site", "refuse"] as const;
const ofVisit = ["visit", "accompany", "tray", "finish", "served"] as const;
const ofHazard = ["hazard", "fix", "reinspect"] as const;

export function readRoute(hash: string): FieldRoute {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [page = "", scope = "", second = "", third = ""] = path.split("/").map(decodeURIComponent);
  const asked = new URLSearchParams(query);
  const repairs = asked.get("repairs") ?? undefined;
  const single = plain.find((one) => one === page);
  if (single) return { page: single };
  if (page === "article" && scope && second) return { page, instrumentId: scope, article: second };
  const site = ofSite.find((one) => one === page);
  if (site && scope && second) return { page: site, scope, siteId: second };
  const visit = ofVisit.find((one) => one === page);
  if (visit && scope && second) return { page: visit, scope, visitId: second };
  if (page === "capture" && scope && second && third) {
    return { page, scope, visitId: second, draftId: third, item: asked.get("item") ?? undefined, repairs };
  }
  const hazard = ofHazard.find((one) => one === page);
  if (hazard && scope && second && third) return { page: hazard, scope, visitId: second, hazardId: third, repairs };
  return { page: "today" };
}

export function writeRoute(route: FieldRoute): string {
  const query = new URLSearchParams();
  if ("item" in route && route.item) query.set("item", route.item);
  if ("repairs" in route && route.repairs) query.set("repairs", route.repairs);
  const tail = query.size > 0 ? `?${query}` : "";
  const parts = [route.page, ...partsOf(route)].map(encodeURIComponent);
  return `#/${parts.join("/")}${tail}`;
}

function partsOf(route: FieldRoute): readonly string[] {
  switch (route.page) {
    case "today":
    case "week":
    case "ready":
    case "law":
    case "me":
    case "sync":
      return [];
    case "article":
      return [route.instrumentId, route.article];
    case "site":
    case "refuse":
      return [route.scope, route.siteId];
    case "visit":
    case "accompany":
    case "tray":
    case "finish":
    case "served":
      return [route.scope, route.visitId];
    case "capture":
      return [route.scope, route.visitId, route.draftId];
    case "hazard":
    case "fix":
    case "reinspect":
      return [route.scope, route.visitId, route.hazardId];
    default:
      return route satisfies never;
  }
}

export function goTo(route: FieldRoute): void {
  location.hash = writeRoute(route);
  scrollTo(0, 0);
}
