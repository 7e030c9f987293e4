// The plain columns row security reads; every row of an enterprise carries them.

export interface WallColumns {
  readonly tenantId: string;
  readonly enterpriseId: string;
  readonly agencyId: string | null;
  readonly madeByAgencyId: string | null;
  readonly communityId: string | null;
}

/** Copies the wall's columns from a visit, task, hazard or any other row of the same enterprise. */
export function wallColumnsOf(row: WallColumns): WallColumns {
  const { tenantId, enterpriseId, agencyId, madeByAgencyId, communityId } = row;
  return { tenantId, enterpriseId, agencyId, madeByAgencyId, communityId };
}
