// The tables that commands change and the journal accounts for, with their keys. Tables on the other list hold no business fact.
import type { DB } from "../rows.generated.ts";

/** Tables outside the journal: technical, derived, or rebuilt at will. A table on neither list fails a test. */
export const unjournaled = [
  "accountSecrets",
  "accessLog",
  "blobs",
  "commandOutcomes",
  "journalEvents",
  "journalHeads",
  "messages",
  "messageSecrets",
  "messageSends",
  "reminders",
  "rollups",
  "sessions",
  "signedHeads",
  "signInFailures",
  "tenantKeys",
  "visitHoldings",
] as const;

/** Key columns of every journaled entity; the order of the list is the order in which rows may be inserted. */
export const entityKeys = {
  divisions: ["code"],
  tenants: ["id"],
  accounts: ["id"],
  agencies: ["id"],
  libraryVersions: ["version"],
  instruments: ["id"],
  instrumentVersions: ["instrumentId", "version"],
  articles: ["instrumentId", "version", "article"],
  articleTexts: ["instrumentId", "version", "article"],
  articleMoves: ["instrumentId", "fromVersion", "toVersion", "fromArticle"],
  catalogueItems: ["code"],
  catalogueCitations: ["itemCode", "position"],
  catalogueProfiles: ["itemCode"],
  catalogueItemVersions: ["itemCode", "version"],
  catalogueOverrides: ["tenantId", "itemCode"],
  tenantInstruments: ["tenantId", "id"],
  suggestionWeights: ["tenantId", "agencyId", "lessonKey"],
  memberships: ["tenantId", "id"],
  memberUnits: ["tenantId", "id"],
  memberUnitPeople: ["tenantId", "membershipId"],
  routingRules: ["tenantId", "id"],
  agencyEngagements: ["tenantId", "agencyId"],
  communities: ["tenantId", "id"],
  workingDayCorrections: ["tenantId", "day"],
  enterprises: ["tenantId", "id"],
  sites: ["tenantId", "id"],
  scopeDecisions: ["tenantId", "id"],
  standardizations: ["tenantId", "id"],
  schemes: ["tenantId", "id"],
  schemePeriods: ["tenantId", "schemeId", "no"],
  contracts: ["tenantId", "id"],
  contractEnterprises: ["tenantId", "contractId", "enterpriseId"],
  serviceRecords: ["tenantId", "id"],
  tasks: ["tenantId", "id"],
  visits: ["tenantId", "id"],
  visitTasks: ["tenantId", "visitId", "taskId"],
  findings: ["tenantId", "visitId", "itemCode"],
  hazards: ["tenantId", "id"],
  hazardCitations: ["tenantId", "hazardId", "position"],
  hazardActs: ["tenantId", "id"],
  hazardRoutings: ["tenantId", "id"],
  photoSlots: ["tenantId", "id"],
  extensions: ["tenantId", "id"],
  treatmentPlans: ["tenantId", "id"],
  supervisions: ["tenantId", "id"],
  delegatedItems: ["tenantId", "id"],
  referrals: ["tenantId", "id"],
  batches: ["tenantId", "id"],
  climbingRules: ["tenantId", "id"],
  keyEnterprises: ["tenantId", "id"],
  enforcementChecks: ["tenantId", "id"],
  registerEntries: ["tenantId", "id"],
  tips: ["tenantId", "id"],
  tipPhotos: ["tenantId", "id"],
  tipReporters: ["tenantId", "tipId"],
  tipActs: ["tenantId", "id"],
  tipTerms: ["tenantId"],
  documents: ["tenantId", "id"],
  documentProofs: ["tenantId", "id"],
  signatures: ["tenantId", "id"],
  accessLinks: ["tenantId", "id"],
  accessLinkHolders: ["tenantId", "id"],
  lawReviews: ["tenantId", "id"],
  savedViews: ["tenantId", "id"],
  messageChannels: ["tenantId", "id"],
  messageTemplates: ["tenantId", "event"],
  messageRules: ["tenantId", "id"],
  messageContacts: ["tenantId", "membershipId"],
  operations: ["tenantId", "id"],
  importEntries: ["tenantId", "operationId", "enterpriseId"],
} as const satisfies { readonly [name in keyof DB]?: readonly (keyof DB[name])[] };

export type Entity = keyof typeof entityKeys;
export type Row<E extends Entity> = DB[E];

export const entities = Object.keys(entityKeys) as readonly Entity[];

/** A row's key as one string, unique inside its entity. */
export function keyOf<E extends Entity>(entity: E, row: Partial<Row<E>>): string {
  const values: Partial<Record<string, unknown>> = row;
  return entityKeys[entity].map((column) => String(values[column])).join("/");
}
