// Everything the screens of one visit show, out of the local state.
import { schemeOn } from "#domain/calendar/rectification-deadline.ts";
import type { Row } from "#domain/kernel/entities.ts";
import type { HeadingRows } from "#domain/visit/form-facts.ts";
import type { FieldDatabase, StoredSnapshot } from "./field-database.ts";
import { rowOf, rowsOf } from "./read-rows.ts";

export interface VisitRows extends HeadingRows {
  readonly snapshot: StoredSnapshot;
  readonly visit: Row<"visits">;
  readonly findings: readonly Row<"findings">[];
  /** All of the enterprise that this phone carries. */
  readonly hazards: readonly Row<"hazards">[];
  readonly citations: readonly Row<"hazardCitations">[];
  readonly photos: readonly Row<"photoSlots">[];
  readonly acts: readonly Row<"hazardActs">[];
  readonly documents: readonly Row<"documents">[];
  readonly periods: readonly Row<"schemePeriods">[];
}

export async function readVisit(db: FieldDatabase, scope: string, visitId: string): Promise<VisitRows | null> {
  const snapshot = await db.snapshots.get(scope);
  const visit = await rowOf(db, scope, "visits", { id: visitId });
  if (!snapshot || !visit) return null;
  const { enterpriseId } = visit;
  const schemes = await rowsOf(db, scope, "schemes");
  const ofEnterprise = { enterpriseId };
  return {
    snapshot,
    visit,
    scheme: schemeOn(schemes, visit.inspectedOn),
    tenant: (await rowsOf(db, scope, "tenants"))[0],
    engagement: (await rowsOf(db, scope, "agencyEngagements")).find(
      (one) => one.agencyId === (visit.madeByAgencyId ?? visit.agencyId),
    ),
    enterprise: (await rowsOf(db, scope, "enterprises")).find((one) => one.id === enterpriseId),
    site: (await rowsOf(db, scope, "sites")).find((one) => one.id === visit.siteId),
    community: (await rowsOf(db, scope, "communities")).find((one) => one.id === visit.communityId),
    expert: (await rowsOf(db, scope, "memberships")).find((one) => one.id === visit.expertMembershipId),
    findings: await rowsOf(db, scope, "findings", { visitId }),
    hazards: await rowsOf(db, scope, "hazards", ofEnterprise),
    citations: await rowsOf(db, scope, "hazardCitations", ofEnterprise),
    photos: await rowsOf(db, scope, "photoSlots", ofEnterprise),
    acts: await rowsOf(db, scope, "hazardActs", ofEnterprise),
    documents: await rowsOf(db, scope, "documents", { visitId }),
    periods: await rowsOf(db, scope, "schemePeriods"),
  };
}
