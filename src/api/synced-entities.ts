/** The entities a phone keeps, by the names of the domain. */
export const syncedEntities = [
  "tenants",
  "memberships",
  "agencyEngagements",
  "communities",
  "enterprises",
  "sites",
  "schemes",
  "schemePeriods",
  "tasks",
  "visits",
  "visitTasks",
  "findings",
  "hazards",
  "hazardCitations",
  "hazardActs",
  "photoSlots",
  "extensions",
  "referrals",
  "documents",
  "accessLinks",
] as const;
export type SyncedEntity = (typeof syncedEntities)[number];
