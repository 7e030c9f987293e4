// What a list means for the register: each row new, changed or known already, found by credit code, else by exact name.
// Pure: the rows are handed in, ids are made by the caller's maker. Nothing is stored here.
import { matchCommunity } from "#domain/organization/community-name.ts";
import type { EnterpriseListReading } from "#domain/organization/enterprise-list.ts";
import { indexEnterprises, matchEnterprise, underOneRoof } from "#domain/organization/enterprise-name-key.ts";
import type { EnterpriseRow } from "#domain/organization/enterprise-row.ts";
import { type RefusedCell, refusedCell } from "#domain/organization/list-findings.ts";
import { type RegisterEntry, updateEntry } from "#domain/organization/register-entry.ts";
import type { Communities, Enterprises, Sites } from "#domain/rows.generated.ts";

export interface StoredRegister {
  readonly enterprises: readonly Enterprises[];
  readonly sites: readonly Sites[];
  readonly communities: readonly Communities[];
}

export interface NewCommunity {
  readonly communityId: string;
  readonly name: string;
  readonly kind: Communities["kind"];
}

export interface PlannedEntry {
  readonly row: EnterpriseRow;
  readonly entry: RegisterEntry;
  readonly state: "new" | "updated" | "unchanged";
  /** Values that change in the register. */
  readonly changes: number;
  readonly stored: Enterprises | undefined;
}

export interface ImportPlan {
  readonly entries: readonly PlannedEntry[];
  readonly newCommunities: readonly NewCommunity[];
  /** The list's own refusals, and rows nobody can tell the enterprise of. */
  readonly refused: readonly RefusedCell[];
}

export function planImport(
  reading: Pick<EnterpriseListReading, "enterprises" | "refused">,
  register: StoredRegister,
  makeId: () => string,
): ImportPlan {
  const index = indexEnterprises(underOneRoof(register.enterprises));
  const byId = new Map(register.enterprises.map((one) => [one.id, one]));
  const sites = Map.groupBy(register.sites, (site) => site.enterpriseId);
  const communities = new CommunityFinder(register.communities, makeId);
  const takenBy = new Map<string, number>();
  const refused: RefusedCell[] = [...reading.refused];
  const entries: PlannedEntry[] = [];
  let lastNo = Math.max(0, ...register.enterprises.map((one) => one.registerNo));
  for (const written of reading.enterprises) {
    const match = matchEnterprise(written, index);
    const found = match.kind === "same" ? match.enterprise : undefined;
    const stored = found && byId.get(found.id);
    // Found by the name of an entry that was merged into it: it keeps its own.
    const row = stored && found.name !== stored.name ? { ...written, name: stored.name } : written;
    const doubled = stored && takenBy.get(stored.id);
    if (match.kind === "ambiguous" || doubled !== undefined) {
      refused.push(unclear(row, match.kind === "ambiguous" ? match.enterprises.length : undefined, doubled));
      continue;
    }
    if (stored) takenBy.set(stored.id, row.row);
    else lastNo += 1;
    const communityId = row.communityName === null ? null : communities.idOf(row.communityName);
    const ids = { enterpriseId: stored?.id ?? makeId(), siteId: makeId(), registerNo: stored?.registerNo ?? lastNo };
    entries.push(planned(row, entryOf(row, ids, communityId), stored, sites.get(stored?.id ?? "") ?? []));
  }
  refused.sort((left, right) => left.row - right.row);
  return { entries, newCommunities: communities.made, refused };
}

function unclear(row: EnterpriseRow, namesakes: number | undefined, doubled: number | undefined): RefusedCell {
  const tail =
    namesakes === undefined
      ? `与第${doubled}行在名册里是同一家，这行没收`
      : `在名册里有${namesakes}家同名，没写信用代码，认不出是哪一家。请补上信用代码`;
  return refusedCell(row, namesakes === undefined ? "name" : "creditCode", row.creditCode ?? row.name, tail);
}

function planned(
  row: EnterpriseRow,
  entry: RegisterEntry,
  stored: Enterprises | undefined,
  sites: readonly Sites[],
): PlannedEntry {
  if (!stored) return { row, entry, state: "new", changes: 0, stored };
  const only = sites.length === 1 ? sites[0] : undefined;
  const changes = updateEntry(entry, stored, only).reduce(
    (total, change) => total + (change.op === "update" ? Object.keys(change.set).length : 0),
    0,
  );
  return { row, entry, state: changes > 0 ? "updated" : "unchanged", changes, stored };
}

function entryOf(
  row: EnterpriseRow,
  ids: Pick<RegisterEntry, "enterpriseId" | "siteId" | "registerNo">,
  communityId: string | null,
): RegisterEntry {
  const { name, creditCode, aboveScale, industryKind, industry, mainRevenueFen, revenueYear, employees } = row;
  const { principalName, principalPhone, riskLevel, address, tags } = row;
  return {
    ...ids,
    ...{ name, creditCode, aboveScale, industryKind, industry, mainRevenueFen, revenueYear, employees },
    ...{ principalName, principalPhone, riskLevel, address, communityId, siteName: null },
    tags: [...tags],
  };
}

/** Communities by the names lists write; one that nobody knows is made once. */
class CommunityFinder {
  readonly made: NewCommunity[] = [];
  private readonly ids: Map<string, string>;
  private readonly makeId: () => string;

  constructor(known: readonly Communities[], makeId: () => string) {
    this.ids = new Map(known.map(({ name, id }) => [name, id]));
    this.makeId = makeId;
  }

  idOf(written: string): string {
    const match = matchCommunity(written, [...this.ids.keys()]);
    const name = match.kind === "found" ? match.name : written;
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const communityId = this.makeId();
    this.ids.set(name, communityId);
    const kind = /村([（(].*[）)])?$|村委会$/.test(name) ? "village" : "residentialCommunity";
    this.made.push({ communityId, name, kind });
    return communityId;
  }
}
