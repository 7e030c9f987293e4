// Which rows every decision on a report reads, and how they become the rows its data is made of.
import { schemeOn } from "../calendar/rectification-deadline.ts";
import { many, one } from "../kernel/command.ts";
import type { Row } from "../kernel/entities.ts";
import type { ReportRows } from "./report-data.ts";

interface About {
  readonly visitId?: string | null;
  readonly enterpriseId?: string;
  readonly agencyId?: string | null;
  readonly communityId?: string | null;
}

/** Everything that hangs on a visit; asked by the columns a document and its visit have in common. */
export function needsOfReport(about: About) {
  const { visitId, enterpriseId, agencyId, communityId } = about;
  return {
    findings: many("findings", { visitId: visitId ?? undefined }),
    photos: many("photoSlots", { visitId: visitId ?? undefined }),
    documents: many("documents", { visitId: visitId ?? undefined }),
    hazards: many("hazards", { enterpriseId }),
    citations: many("hazardCitations", { enterpriseId }),
    enterprise: one("enterprises", { id: enterpriseId }),
    sites: many("sites", { enterpriseId }),
    community: one("communities", { id: communityId ?? undefined }),
    engagement: one("agencyEngagements", { agencyId: agencyId ?? undefined }),
    /** The agency's people: the expert's title, and whether two memberships are one person. */
    people: many("memberships", { scopeId: agencyId ?? undefined }),
  };
}

export interface LoadedReport extends Omit<ReportRows, "visit" | "scheme" | "site" | "expert"> {
  readonly sites: readonly Row<"sites">[];
  readonly people: readonly Row<"memberships">[];
  readonly schemes: readonly Row<"schemes">[];
}

export function reportRowsOf(state: LoadedReport, visit: Row<"visits">): ReportRows {
  return {
    ...state,
    visit,
    scheme: schemeOn(state.schemes, visit.inspectedOn),
    site: state.sites.find((row) => row.id === visit.siteId),
    expert: state.people.find((row) => row.id === visit.expertMembershipId),
  };
}

/** One person may hold several memberships: the account decides. */
export function isSamePerson(people: readonly Row<"memberships">[], a: string | null, b: string | null): boolean {
  const accountOf = (id: string | null) => people.find((row) => row.id === id)?.accountId ?? id;
  return a !== null && b !== null && accountOf(a) === accountOf(b);
}
