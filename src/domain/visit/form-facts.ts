// Rows of a visit as the facts its two forms are made of. The same rows give the same facts on phone and server, so the
// digest signed on the phone is the digest the server computes.

import { dayOf, type Instant, type LocalDate } from "../calendar/local-date.ts";
import { rectificationDueOn } from "../calendar/rectification-deadline.ts";
import type { FindingFacts } from "../documents/checklist-summary.ts";
import type { HazardFacts } from "../documents/hazard-entry.ts";
import type { VisitFacts } from "../documents/visit-heading.ts";
import type { Row } from "../kernel/entities.ts";
import { type HazardRows, isLostForGood } from "./hazard-parts.ts";
import { ACCOMPANIED_BY_LABELS } from "./labels.ts";
import { groupOf, type NamesAsSigned, UNREGISTERED } from "./names-as-signed.ts";

export interface HeadingRows {
  readonly visit: Row<"visits">;
  readonly tenant: Row<"tenants"> | undefined;
  readonly scheme: Row<"schemes"> | undefined;
  readonly engagement: Row<"agencyEngagements"> | undefined;
  readonly enterprise: Row<"enterprises"> | undefined;
  readonly site: Row<"sites"> | undefined;
  readonly community: Row<"communities"> | undefined;
  readonly expert: Row<"memberships"> | undefined;
}

const PHOTOS_PRINTED = 20;

/** What the registry knew on the phone when it was signed; the office may have changed its rows since. */
export interface RegistryWords {
  readonly creditCode: string | null;
  readonly principal: string | null;
  readonly scaleText: string | null;
  readonly trade: string | null;
  readonly siteName: string;
  readonly address: string;
  readonly community: string | null;
}

export function registryWordsOf(rows: HeadingRows): RegistryWords {
  const { enterprise, site, community } = rows;
  return {
    creditCode: enterprise?.creditCode ?? null,
    principal: enterprise?.principalName ?? null,
    scaleText: enterprise ? scaleTextOf(enterprise) : null,
    trade: enterprise?.industry ?? null,
    siteName: site?.name ?? UNREGISTERED,
    address: site?.address ?? UNREGISTERED,
    community: community?.name ?? null,
  };
}

function scaleTextOf(enterprise: Row<"enterprises">): string | null {
  if (enterprise.aboveScale === null) return null;
  const scale = enterprise.aboveScale ? "规上" : "规下";
  return `${scale}${enterprise.industryKind === "industrial" ? "工业" : ""}企业`;
}

export function visitFactsOf({ visit }: HeadingRows, words: RegistryWords, names: NamesAsSigned): VisitFacts {
  const { creditCode, principal, scaleText, trade } = words;
  return {
    subdistrict: names.subdistrict,
    scheme: names.scheme,
    agency: names.agency,
    taskCode: visit.taskCode,
    periodName: visit.periodNo === null ? null : `第${visit.periodNo}周期`,
    enterprise: { name: names.enterprise, creditCode, principal, scaleText, trade },
    site: { name: words.siteName, address: words.address, community: words.community },
    startedAt: visit.arrivedAt,
    endedAt: visit.departedAt ?? visit.arrivedAt,
    experts: [{ name: names.expert, title: names.expertTitle }],
    accompanying: accompanyingOf(visit),
    accompanimentReason: visit.accompanimentReason,
    enterprisePersons: visit.enterprisePerson
      ? [{ name: visit.enterprisePerson, title: visit.enterprisePersonRole }]
      : [],
  };
}

function accompanyingOf(visit: Row<"visits">): VisitFacts["accompanying"] {
  if (!visit.accompaniedBy || !visit.accompaniedName) return [];
  return [{ name: visit.accompaniedName, title: ACCOMPANIED_BY_LABELS[visit.accompaniedBy].zh }];
}

/** Findings in the order of their codes, under the catalogue's second level; an unknown item stands under 其他. */
export function findingFactsOf(findings: readonly Row<"findings">[], names: NamesAsSigned): readonly FindingFacts[] {
  return findings
    .toSorted((a, b) => compare(a.itemCode, b.itemCode))
    .map(({ itemCode, result }) => ({ group: groupOf(names, itemCode), result }));
}

/** The hazards of a visit that stand, in the order of their numbers. */
export function standingOf(hazards: readonly Row<"hazards">[], visitId: string): readonly Row<"hazards">[] {
  return hazards
    .filter((hazard) => hazard.visitId === visitId && hazard.status !== "voided")
    .toSorted((a, b) => a.number.length - b.number.length || compare(a.number, b.number));
}

/** `servedAt` is the service that is being recorded; null when none is. */
export function hazardFactsOf({ hazard, citations, photos }: HazardRows, servedAt: Instant | null): HazardFacts {
  const fixedOnSite = hazard.closedHow === "fixedOnSite";
  const shown = photos.filter((photo) => !isLostForGood(photo)).slice(0, PHOTOS_PRINTED);
  const lost = shown.length === 0 && photos.length > 0 ? "declaredLost" : null;
  return {
    code: hazard.number,
    place: hazard.place,
    text: hazard.description,
    family: hazard.family,
    severity: hazard.severity,
    advice: hazard.advice,
    standard: hazard.standard,
    citations,
    deadline: {
      rule: hazard.deadlineRule,
      days: hazard.deadlineDays,
      dueOn: fixedOnSite ? null : dueOnOf(hazard, servedAt),
    },
    fixedOnSite,
    photos: shown.map((photo) => ({
      sha256: photo.sha256,
      stage: photo.purpose === "fixedOnSite" ? "fixed" : "found",
      takenAt: photo.takenAt,
    })),
    noPhotoReason: hazard.noPhotoReason ?? lost,
  };
}

/** The date this service fixes: the earlier of it and an acknowledgement before it; a date set later is not moved. */
function dueOnOf(hazard: Row<"hazards">, servedAt: Instant | null): LocalDate | null {
  const { rectificationDue, status, deadlineRule } = hazard;
  const isFixed = hazard.servedAt !== null || status === "closed" || hazard.round > 1 || deadlineRule === "extension";
  if (servedAt === null || isFixed) return rectificationDue;
  const due = rectificationDueOn(dayOf(servedAt), hazard.deadlineDays);
  return rectificationDue !== null && rectificationDue < due ? rectificationDue : due;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
